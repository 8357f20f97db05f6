import type { FaultCode, Read } from '../table'
import { asideIn, isRecord } from './feature-flaws'
import {
  type FeatureTable,
  featuresOf,
  featureTable,
  pathOfFeature,
  pathWithin,
  readJson,
  STRUCTURE,
  saidOf,
} from './geojson'
import { type JsonPath, memberTwice, placeAt, placeIn, placeWithin } from './json-places'

/** What begins each record in sequences of JSON texts (RFC 7464, of GeoJSON RFC 8142). */
export const SEPARATOR = 0x1e

interface Span {
  readonly from: number
  readonly to: number
}

/** Features one a line, as tools that stream write them, or each behind a separator; null where the text is no such thing. */
export function readSequence(text: string): Read<FeatureTable> | null {
  const records = recordsIn(text)
  const features: unknown[] = []
  const origins: { readonly span: Span; readonly path: JsonPath }[] = []
  const said = new Map<FaultCode, string>()
  for (const span of records) {
    const record = text.slice(span.from, span.to)
    const placed = (inner: string): string => placeWithin(placeAt(text, span.from), inner)
    const json = readJson(record)
    const own = json.ok ? featuresOf(json.value) : null
    if (features.length === 0 && !own) return null
    if (!json.ok) return { ...json, seen: json.seen?.replace(/^\d+:\d+/, placed) ?? null }
    const twice = memberTwice(record)
    if (twice && !twice.isProperty && STRUCTURE.has(twice.name))
      return {
        ok: false,
        code: 'member-twice',
        seen: `${placed(placeAt(record, twice.offset))} "${twice.name}"`,
      }
    const aside = isRecord(json.value) ? asideIn(json.value, own ?? []) : null
    if (aside && !said.has('beside-standard')) said.set('beside-standard', placed(placeIn(record, aside)))
    if (twice && !said.has('value-twice')) said.set('value-twice', placed(placeAt(record, twice.offset)))
    for (const [i, feature] of (own ?? [json.value]).entries()) {
      features.push(feature)
      origins.push({ span, path: own ? pathOfFeature(json.value, i) : [] })
    }
  }
  if (features.length === 0) return null
  const table = featureTable(features, (i, flaw) => {
    const { span, path } = origins[i]!
    const record = text.slice(span.from, span.to)
    const within = [...path, ...pathWithin(JSON.parse(record), flaw)]
    return placeWithin(placeAt(text, span.from), placeIn(record, within))
  })
  const beginsAt = placeAt(text, origins[0]!.span.from)
  const told = [...said].map(([code, seen]) => saidOf(code, seen))
  return { ok: true, value: { ...table, said: told, beginsAt, statedFrame: null } }
}

/** Where records stand, without the space around them; none where a single line is all there is. */
function recordsIn(text: string): Span[] {
  const isSeparated = text.trimStart().charCodeAt(0) === SEPARATOR
  const records: Span[] = []
  let from = 0
  for (let at = 0; at <= text.length; at += 1) {
    const isEnd = at === text.length || endsRecord(text.charCodeAt(at), isSeparated)
    if (!isEnd) continue
    const span = trimmed(text, { from, to: at })
    if (span) records.push(span)
    from = at + 1
  }
  return isSeparated || records.length > 1 ? records : []
}

/** Whether a sign ends a record: of separated ones a separator, else the end of a line too. */
export const endsRecord = (sign: number, isSeparated: boolean): boolean =>
  sign === SEPARATOR || (!isSeparated && (sign === 0x0a || sign === 0x0d))

/** Space of JSON. */
export const isSpace = (sign: number): boolean =>
  sign === 0x20 || sign === 0x0a || sign === 0x0d || sign === 0x09

function trimmed(text: string, { from, to }: Span): Span | null {
  let [begin, end] = [from, to]
  while (begin < end && isSpace(text.charCodeAt(begin))) begin += 1
  while (end > begin && isSpace(text.charCodeAt(end - 1))) end -= 1
  return begin < end ? { from: begin, to: end } : null
}
