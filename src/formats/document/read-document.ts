import { utils, type WorkSheet } from '@e965/xlsx'
import type { Document, Element } from '@xmldom/xmldom'
import type { Asked } from '../format'
import { LIMITS } from '../limits'
import { readXml } from '../markup'
import { nameOf } from '../several-tables'
import type { FormatTable, Read } from '../table'
import { sheetTables } from '../workbook/sheet-table'
import { mainPart } from './main-part'

/** What wraps rows, cells and words without being any: content controls, words that were inserted, marks of programs. */
const WRAPS = new Set(['sdt', 'sdtContent', 'ins', 'customXml', 'smartTag', 'hyperlink', 'r', 'fldSimple'])
/** Lines above a table that may say of what place and until when it speaks. */
const MOST_TITLES = 5

/** The tables of a document, each read like a sheet, with the lines above it as its titles. */
export async function readDocument(bytes: Uint8Array, asked: Asked): Promise<Read<FormatTable[]>> {
  let text: string | null
  try {
    text = await mainPart(bytes)
  } catch {
    return { ok: false, code: 'broken-document', seen: null }
  }
  const xml = readXml(text ?? '')
  if (!xml.ok) return text === null || xml.code !== 'nested-too-deep' ? NO_DOCUMENT : xml
  const found = tablesIn(xml.value)
  if (found.length === 0) return { ok: false, code: 'is-document', seen: null }
  const tables: FormatTable[] = []
  for (const [at, { table, titles }] of found.entries()) {
    const sheet = sheetOf(table)
    const read = sheet ? sheetTables(sheet, { asked, isFrom1904: false }) : []
    if (read === 'too-wide') return { ok: false, code: 'too-many-columns', seen: `> ${LIMITS.columns}` }
    const name = found.length > 1 || read.length > 1 ? String(at + 1) : null
    for (const [further, one] of read.entries())
      tables.push({
        ...{ ...one, titles: [...titles, ...(one.titles ?? [])], name: nameOf(name, further) },
        ...{ encoding: null, areFeatures: false },
      })
  }
  return tables.length > 0 ? { ok: true, value: tables } : { ok: false, code: 'is-document', seen: null }
}

const NO_DOCUMENT = { ok: false, code: 'broken-document', seen: null } as const

interface Found {
  readonly table: Element
  readonly titles: readonly string[]
}

/** Tables in their order, those within cells of others too, each with the lines that stand before it. */
function tablesIn(document: Document): Found[] {
  const found: Found[] = []
  let before: string[] = []
  for (const one of document.getElementsByTagName('*')) {
    if (one.localName === 'tbl') {
      found.push({ table: one, titles: before.slice(-MOST_TITLES) })
      before = []
    } else if (one.localName === 'p' && !isInCell(one)) before.push(wordsOf(one))
    before = before.filter((line) => line !== '')
  }
  return found
}

function isInCell(element: Element): boolean {
  for (let one = element.parentNode as Element | null; one; one = one.parentNode as Element | null)
    if (one.localName === 'tc') return true
  return false
}

/** Elements of that name right below, or below what only wraps them. */
function childrenOf(element: Element, name: string): Element[] {
  return Array.from(element.childNodes).flatMap((node) => {
    const one = node as Element
    if (one.localName === name) return [one]
    return one.localName && WRAPS.has(one.localName) ? childrenOf(one, name) : []
  })
}

/** What a paragraph or a cell says; what stands in a table within it is that table's. */
function wordsOf(element: Element): string {
  let words = ''
  for (const node of Array.from(element.childNodes)) {
    const one = node as Element
    if (one.localName === 't') words += one.textContent ?? ''
    else if (one.localName === 'tab' || one.localName === 'br' || one.localName === 'cr') words += ' '
    else if (one.localName === 'p') words += ` ${wordsOf(one)}`
    else if (one.localName && WRAPS.has(one.localName)) words += wordsOf(one)
  }
  return words.trim()
}

/** The word that a property of an element has; null where it has none. */
function propertyOf(element: Element, group: string, name: string): string | null {
  const [property] = childrenOf(element, group).flatMap((one) => childrenOf(one, name))
  if (!property) return null
  return property.getAttribute('w:val') ?? ''
}

/** How many columns a property names; null where it names none. */
function columnsOf(element: Element, group: string, name: string): number | null {
  const count = Number(propertyOf(element, group, name) ?? 0)
  return count >= 1 ? Math.min(LIMITS.columns, Math.floor(count)) : null
}

/** The table as a sheet: cells that go over columns hold their first, those that go on downwards are merged. */
function sheetOf(table: Element): WorkSheet | null {
  const lines: string[][] = []
  const merges: { s: { r: number; c: number }; e: { r: number; c: number } }[] = []
  const open = new Map<number, (typeof merges)[number]>()
  for (const [r, row] of childrenOf(table, 'tr').entries()) {
    const line: string[] = Array(columnsOf(row, 'trPr', 'gridBefore') ?? 0).fill('')
    for (const cell of childrenOf(row, 'tc')) {
      const c = line.length
      const span = columnsOf(cell, 'tcPr', 'gridSpan') ?? 1
      const merged = propertyOf(cell, 'tcPr', 'vMerge')
      const above = open.get(c)
      if (merged !== null && merged !== 'restart' && above) above.e.r = r
      else if (merged === 'restart') open.set(c, { s: { r, c }, e: { r, c: c + span - 1 } })
      else open.delete(c)
      const started = open.get(c)
      if (started?.s.r === r) merges.push(started)
      line.push(merged !== null && merged !== 'restart' ? '' : wordsOf(cell))
      for (let over = 1; over < span; over += 1) line.push('')
    }
    lines.push(line)
  }
  if (lines.length === 0) return null
  return { ...utils.aoa_to_sheet(lines, { dense: true }), '!merges': merges.filter(({ s, e }) => e.r > s.r) }
}
