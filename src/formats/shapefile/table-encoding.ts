import { decodedAs, encodingOf } from '../text'

export interface TableEncoding {
  readonly encoding: string
  /** what `.cpg` says, where the cells are written otherwise; else null */
  readonly isAgainst: string | null
}

/** Encodings by the language driver in the table's head. */
const DRIVERS: Readonly<Record<number, string>> = { 77: 'gb18030', 122: 'gb18030', 120: 'big5', 79: 'big5' }

/**
 * How the table of a shapefile is written: by its cells, for `.cpg` is often absent and sometimes wrong. What cells
 * cannot tell, `.cpg` tells, else the driver in the head.
 */
export function tableEncoding(dbf: Uint8Array, cpg: string | null): TableEncoding {
  const stated = cpg === null ? (DRIVERS[dbf[29] ?? 0] ?? null) : encodingNamed(cpg)
  const cells = textOf(dbf)
  if (cells.every((byte) => byte < 0x80)) return { encoding: stated ?? 'utf-8', isAgainst: null }
  const seen = encodingOf(cells)
  const fits = stated !== null && decodedAs(stated, cells) !== null
  const encoding =
    fits && !(seen === 'utf-8' || isChinese(seen, stated)) ? stated! : (seen ?? stated ?? 'gb18030')
  const isOther = cpg !== null && (stated === null || !isSame(stated, encoding))
  return { encoding, isAgainst: isOther ? cpg : null }
}

/** Where cells and statement are Chinese of one kind or the other, the cells tell which. */
const isChinese = (seen: string | null, stated: string | null): boolean =>
  (seen === 'gb18030' || seen === 'big5') &&
  (stated === 'gb18030' || stated === 'big5' || stated === 'windows-1252' || stated === 'utf-8')

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()

/** `936`, `GBK`, `cp950`, `UTF-8`: as decoders call it; null where none does. */
function encodingNamed(said: string): string | null {
  const name = said
    .trim()
    .toLowerCase()
    .replace(/^(?:ansi|cp|ms|oem|windows-)\s*(?=936|950|65001)/, '')
  const known: Readonly<Record<string, string>> = {
    936: 'gb18030',
    950: 'big5',
    65001: 'utf-8',
    gbk: 'gb18030',
    gb2312: 'gb18030',
    'big5-hkscs': 'big5',
  }
  try {
    return known[name] ?? new TextDecoder(name).encoding
  } catch {
    return null
  }
}

/** The names of the columns and the cells that are not ASCII, apart from each other. */
function textOf(dbf: Uint8Array): Uint8Array {
  const view = new DataView(dbf.buffer, dbf.byteOffset, dbf.byteLength)
  const [head, width] = [view.getUint16(8, true), view.getUint16(10, true)]
  const widths: number[] = []
  const parts: Uint8Array[] = []
  for (let at = 32; at + 32 <= head && dbf[at] !== 0x0d; at += 32) {
    widths.push(dbf[at + 16]!)
    parts.push(upToZero(dbf.subarray(at, at + 11)))
  }
  for (let at = head, left = MOST_RECORDS; at + width <= dbf.length && left > 0; at += width, left -= 1) {
    let from = at + 1
    for (const one of widths) {
      parts.push(upToZero(dbf.subarray(from, from + one)))
      from += one
    }
  }
  const foreign = parts.filter((part) => part.some((byte) => byte >= 0x80))
  return Uint8Array.from(foreign.flatMap((part) => [...part, 0x0a]))
}

const MOST_RECORDS = 2_000

const upToZero = (bytes: Uint8Array): Uint8Array => {
  const end = bytes.indexOf(0)
  return end < 0 ? bytes : bytes.subarray(0, end)
}
