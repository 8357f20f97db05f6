import { type Parts, PIECE } from '../parts'
import { rowsAnew } from '../rows'
import type { RawRow } from '../table'
import { markedAs } from '../text'
import { type FeatureBytes, featureBytes } from './feature-bytes'
import { asideIn, flawOf, isRecord, type Json } from './feature-flaws'
import {
  type FeatureTable,
  frameNameOf,
  geometryOf,
  MOST_PLACED,
  rowOfFeature,
  STRUCTURE,
  saidOf,
} from './geojson'
import { type JsonPath, type MemberTwice, memberTwice, placeAt, placeIn } from './json-places'

interface Reading {
  /** bytes that are read at once */
  readonly length?: number
  /** called now and then with the share that is done; may throw to end it */
  readonly step?: (share: number) => void
}

/** features between two steps */
const STRIDE = 200

/**
 * A collection of features as a table, of which the geometries are read when they are asked for, and neither the text nor
 * the document is held. Null where it is no collection in UTF-8, or something is to be said of it that takes the whole
 * text: then it is to be read whole.
 */
export function largeFeatures(
  parts: Parts,
  { length = PIECE, step = () => {} }: Reading = {},
): FeatureTable | null {
  const marked = markedAs(parts)
  if (marked !== null && marked !== 'utf-8') return null
  const found = featureBytes(parts, { length, step })
  const root = found && rootOf(found.around)
  if (!found || !root || found.starts.length === 0) return null
  const source = new Source(parts, found, length)
  const looked = lookedAt(source, step)
  if (!looked) return null
  const { rows, headers, twice, aside } = looked
  const said = [
    ...(aside ? [saidOf('beside-standard', source.place(aside.at, aside.path))] : []),
    ...(twice ? [saidOf('value-twice', source.placeAt(twice.at, twice.member.offset))] : []),
  ]
  return {
    ...{ headers: [...headers], headerRow: null, said },
    rows: rowsAnew(rows.length, (at) => withGeometry(rows[at]!, () => source.geometry(at))),
    beginsAt: source.place(0, []),
    statedFrame: frameNameOf(root),
  }
}

/** The document without its features; null where it is not one plain collection. */
function rootOf(around: Uint8Array): Json | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(around)
    const root: unknown = JSON.parse(text)
    if (!isRecord(root) || root.type !== 'FeatureCollection' || !Array.isArray(root.features)) return null
    return memberTwice(text) || asideIn(root, []) ? null : root
  } catch {
    return null
  }
}

/** Where the features of a document lie, to be read one by one. */
class Source {
  readonly length: number
  #last: { readonly at: number; readonly geometry: unknown } | null = null
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  #window: { readonly from: number; readonly bytes: Uint8Array } = { from: 0, bytes: new Uint8Array() }

  constructor(
    private readonly parts: Parts,
    private readonly found: FeatureBytes,
    private readonly window: number,
  ) {
    this.length = found.starts.length
  }

  /** The text of a feature; throws where it is no UTF-8. */
  text(at: number): string {
    const [from, to] = [this.found.starts[at]!, this.found.ends[at]!]
    if (from < this.#window.from || to > this.#window.from + this.#window.bytes.length) {
      const end = Math.min(this.parts.size, Math.max(to, from + this.window))
      this.#window = { from, bytes: this.parts.part(from, end) }
    }
    return this.#decoder.decode(this.#window.bytes.subarray(from - this.#window.from, to - this.#window.from))
  }

  geometry(at: number): unknown {
    if (this.#last?.at !== at) this.#last = { at, geometry: geometryOf(JSON.parse(this.text(at))) }
    return this.#last.geometry
  }

  /** `line:column` in the document of what stands at that path of a feature. */
  place(at: number, path: JsonPath): string {
    return this.#within(at, placeIn(this.text(at), path))
  }

  /** The same of an offset in its text. */
  placeAt(at: number, offset: number): string {
    return this.#within(at, placeAt(this.text(at), offset))
  }

  #within(at: number, inner: string): string {
    const [line, column] = inner.split(':').map(Number) as [number, number]
    const begin = this.#begin(at)
    return line === 1 ? `${begin.line}:${begin.column + column - 1}` : `${begin.line + line - 1}:${column}`
  }

  /** Line and column, from 1, at which a feature begins. */
  #begin(at: number): { readonly line: number; readonly column: number } {
    const end = this.found.starts[at]!
    const decoder = new TextDecoder('utf-8')
    let [line, column] = [1, 1]
    for (let from = 0; from < end; from += this.window) {
      const text = decoder.decode(this.parts.part(from, Math.min(end, from + this.window)), { stream: true })
      const [first = '', ...more] = text.split('\n')
      line += more.length
      column = more.length > 0 ? more.at(-1)!.length + 1 : column + first.length
    }
    return { line, column }
  }
}

interface Looked {
  /** without their geometries */
  readonly rows: readonly RawRow[]
  readonly headers: ReadonlySet<string>
  readonly twice: { readonly at: number; readonly member: MemberTwice } | null
  readonly aside: { readonly at: number; readonly path: JsonPath } | null
}

/** Each feature looked at once; null where one is no JSON, or what makes it a feature comes twice. */
function lookedAt(source: Source, step: (share: number) => void): Looked | null {
  const rows: RawRow[] = []
  const headers = new Set<string>()
  let [placed, twice, aside] = [0, null as Looked['twice'], null as Looked['aside']]
  for (let at = 0; at < source.length; at += 1) {
    if (at % STRIDE === 0) step(at / source.length)
    const feature = readFeature(source, at)
    if (!feature) return null
    const member = twice ? null : memberTwice(feature.text)
    if (member && !member.isProperty && STRUCTURE.has(member.name)) return null
    if (member) twice = { at, member }
    const beside = aside ? null : asideIn(COLLECTION, [feature.value])
    if (beside) aside = { at, path: beside.slice(2) }
    const flaw = flawOf(feature.value)
    const where = flaw && ++placed <= MOST_PLACED ? source.place(at, flaw.path) : null
    const row = rowOfFeature(feature.value, { row: at + 1, flaw, where })
    for (const header of Object.keys(row.cells)) headers.add(header)
    rows.push(row.geometry === null ? row : { ...row, geometry: UNREAD })
  }
  return { rows, headers, twice, aside }
}

const COLLECTION: Json = { type: 'FeatureCollection' }

function readFeature(source: Source, at: number): { readonly text: string; readonly value: unknown } | null {
  try {
    const text = source.text(at)
    return { text, value: JSON.parse(text) }
  } catch {
    return null
  }
}

/** Stands for a geometry that is read when it is asked for. */
const UNREAD = {}

const withGeometry = (row: RawRow, read: () => unknown): RawRow =>
  row.geometry !== UNREAD
    ? row
    : {
        ...row,
        get geometry() {
          return read()
        },
      }
