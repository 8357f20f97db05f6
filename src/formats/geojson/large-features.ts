import { type Parts, PIECE } from '../parts'
import { rowsAnew } from '../rows'
import type { RawRow } from '../table'
import { type Encoding, encodingIn } from '../text'
import { featureBytes, type Scanning } from './feature-bytes'
import { asideIn, flawOf, isRecord, type Json } from './feature-flaws'
import {
  type FeatureTable,
  featuresOf,
  frameNameOf,
  geometryOf,
  MOST_PLACED,
  pathWithin,
  rowOfFeature,
  STRUCTURE,
  saidOf,
} from './geojson'
import { type JsonPath, type MemberTwice, memberTwice, placeAt, placeIn, placeWithin } from './json-places'
import { type RecordBytes, sequenceBytes } from './sequence-bytes'

interface Reading {
  /** bytes that are read at once */
  readonly length?: number
  /** called now and then with the share that is done; may throw to end it */
  readonly step?: (share: number) => void
}

/** features between two steps */
const STRIDE = 200

/** Features of a file of which neither the text nor the document is held. */
export interface LargeFeatures {
  readonly table: FeatureTable
  readonly encoding: Encoding
}

/**
 * Features as a table, of which the geometries are read when they are asked for: of a collection, or of a sequence.
 * Null where the file is neither, or something is to be said of it that takes the whole text: then it is to be read
 * whole.
 */
export function largeFeatures(
  parts: Parts,
  { length = PIECE, step = () => {} }: Reading = {},
): LargeFeatures | null {
  const encoding = encodingIn(parts, length)
  if (encoding === null) return null
  const scanning = { encoding, length, step }
  const source = collectionIn(parts, scanning) ?? recordsIn(parts, scanning)
  if (!source) return null
  const looked = lookedAt(source, step)
  if (!looked) return null
  const { rows, headers, twice, aside } = looked
  const said = [
    ...(aside ? [saidOf('beside-standard', source.place(aside.at, aside.path))] : []),
    ...(twice ? [saidOf('value-twice', source.placeAt(twice.at, twice.member.offset))] : []),
  ]
  const table = {
    ...{ headers: [...headers], headerRow: null, said },
    rows: rowsAnew(rows.length, (at) => withGeometry(rows[at]!, () => source.geometry(at))),
    beginsAt: source.place(0, []),
    statedFrame: source.statedFrame,
  }
  return { table, encoding }
}

type Scanned = Required<Scanning>

function collectionIn(parts: Parts, scanning: Scanned): Source | null {
  const found = featureBytes(parts, scanning)
  if (!found || found.starts.length === 0) return null
  const { ends, begins } = found.around
  const root = rootOf(scanning.encoding, [parts.part(0, ends), parts.part(begins, parts.size)])
  return root && new Source(parts, found, { ...scanning, isSequence: false, statedFrame: frameNameOf(root) })
}

function recordsIn(parts: Parts, scanning: Scanned): Source | null {
  const found = sequenceBytes(parts, scanning)
  return found && new Source(parts, found, { ...scanning, isSequence: true, statedFrame: null })
}

/** The document without its features; null where it is not one plain collection. */
function rootOf(encoding: Encoding, around: readonly Uint8Array[]): Json | null {
  try {
    const decoder = new TextDecoder(encoding, { fatal: true })
    const text = around.map((bytes) => decoder.decode(bytes, { stream: true })).join('') + decoder.decode()
    const plain = text.replace(/^\uFEFF/, '')
    const root: unknown = JSON.parse(plain)
    if (!isRecord(root) || root.type !== 'FeatureCollection' || !Array.isArray(root.features)) return null
    return memberTwice(plain) || asideIn(root, []) ? null : root
  } catch {
    return null
  }
}

interface Lying extends Scanned {
  /** whether the features are records of a sequence */
  readonly isSequence: boolean
  readonly statedFrame: string | null
}

/** Where the features of a file lie, to be read one by one. */
class Source {
  readonly length: number
  readonly isSequence: boolean
  readonly statedFrame: string | null
  readonly #encoding: Encoding
  readonly #length: number
  #last: { readonly at: number; readonly geometry: unknown } | null = null
  readonly #decoder: TextDecoder
  #window: { readonly from: number; readonly bytes: Uint8Array } = { from: 0, bytes: new Uint8Array() }

  constructor(
    private readonly parts: Parts,
    private readonly found: RecordBytes,
    { encoding, length, isSequence, statedFrame }: Lying,
  ) {
    this.length = found.starts.length
    this.isSequence = isSequence
    this.statedFrame = statedFrame
    this.#encoding = encoding
    this.#length = length
    this.#decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true })
  }

  /** The text of a feature; throws where it does not fit the encoding. */
  text(at: number): string {
    const [from, to] = [this.found.starts[at]!, this.found.ends[at]!]
    if (from < this.#window.from || to > this.#window.from + this.#window.bytes.length) {
      const end = Math.min(this.parts.size, Math.max(to, from + this.#length))
      this.#window = { from, bytes: this.parts.part(from, end) }
    }
    return this.#decoder.decode(this.#window.bytes.subarray(from - this.#window.from, to - this.#window.from))
  }

  geometry(at: number): unknown {
    if (this.#last?.at !== at) this.#last = { at, geometry: geometryOf(this.#feature(at)) }
    return this.#last.geometry
  }

  #feature(at: number): unknown {
    const value: unknown = JSON.parse(this.text(at))
    return this.isSequence ? featureOfRecord(value) : value
  }

  /** `line:column` in the document of what stands at that path of a feature. */
  place(at: number, path: JsonPath): string {
    return placeWithin(this.#begin(at), placeIn(this.text(at), path))
  }

  /** The same of an offset in its text. */
  placeAt(at: number, offset: number): string {
    return placeWithin(this.#begin(at), placeAt(this.text(at), offset))
  }

  /** Line and column, from 1, at which a feature begins. */
  #begin(at: number): string {
    const end = this.found.starts[at]!
    const decoder = new TextDecoder(this.#encoding)
    let [line, column] = [1, 1]
    for (let from = 0; from < end; from += this.#length) {
      const bytes = this.parts.part(from, Math.min(end, from + this.#length))
      const decoded = decoder.decode(bytes, { stream: true })
      const [first = '', ...more] = (from === 0 ? decoded.replace(/^\uFEFF/, '') : decoded).split('\n')
      line += more.length
      column = more.length > 0 ? more.at(-1)!.length + 1 : column + first.length
    }
    return `${line}:${column}`
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
    const read = readFeature(source, at)
    if (!read) return null
    const { text, value, feature } = read
    const member = twice ? null : memberTwice(text)
    if (member && !member.isProperty && STRUCTURE.has(member.name)) return null
    if (member) twice = { at, member }
    const beside = aside ? null : asideOf(value, source)
    if (beside) aside = { at, path: beside }
    const flaw = flawOf(feature)
    const where = flaw && ++placed <= MOST_PLACED ? source.place(at, pathOf(value, flaw.path, source)) : null
    const row = rowOfFeature(feature, { row: at + 1, flaw, where })
    for (const header of Object.keys(row.cells)) headers.add(header)
    rows.push(row.geometry === null ? row : { ...row, geometry: UNREAD })
  }
  return { rows, headers, twice, aside }
}

const COLLECTION: Json = { type: 'FeatureCollection' }

function asideOf(value: unknown, { isSequence }: Source): JsonPath | null {
  if (!isSequence) return asideIn(COLLECTION, [value])?.slice(2) ?? null
  return isRecord(value) ? asideIn(value, []) : null
}

const pathOf = (value: unknown, path: JsonPath, { isSequence }: Source): JsonPath =>
  isSequence ? pathWithin(value, path) : path

interface FeatureRead {
  readonly text: string
  /** what stands in the text */
  readonly value: unknown
  readonly feature: unknown
}

/** Null where it is no JSON, or a record of a sequence that holds no feature, or several. */
function readFeature(source: Source, at: number): FeatureRead | null {
  try {
    const text = source.text(at)
    const value: unknown = JSON.parse(text)
    if (!source.isSequence) return { text, value, feature: value }
    const feature = featureOfRecord(value)
    return feature === null ? null : { text, value, feature }
  } catch {
    return null
  }
}

/** The feature that a record alone is; null where it is none. */
function featureOfRecord(value: unknown): unknown {
  const features = Array.isArray(value) ? null : featuresOf(value)
  const isMany =
    isRecord(value) && (value.type === 'FeatureCollection' || value.type === 'GeometryCollection')
  return features && !isMany ? features[0]! : null
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
