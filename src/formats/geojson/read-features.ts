import type { Read, Said } from '../table'
import { asideIn, isRecord } from './feature-flaws'
import {
  type FeatureTable,
  featuresOf,
  featureTable,
  frameNameOf,
  type Place,
  pathOfFeature,
  pathWithin,
  readJson,
  STRUCTURE,
  saidOf,
} from './geojson'
import { type JsonPath, memberTwice, placeAt, placeIn } from './json-places'
import { readSequence } from './sequence'

/**
 * GeoJSON as a table: each feature a row, its properties the cells. One document (a FeatureCollection, a Feature, a
 * list of features, a geometry by itself) or a sequence of them.
 */
export function readFeatures(text: string): Read<FeatureTable> {
  const whole = text.replace(/^\uFEFF/, '')
  const json = readJson(whole)
  if (!json.ok) return readSequence(whole) ?? json
  const root = json.value
  const twice = memberTwice(whole)
  if (twice && !twice.isProperty && STRUCTURE.has(twice.name))
    return { ok: false, code: 'member-twice', seen: `${placeAt(whole, twice.offset)} "${twice.name}"` }
  const features = featuresOf(root)
  if (!features)
    return { ok: false, code: 'not-features', seen: `${placeIn(whole, rootFlaw(root))} ${excerptOf(root)}` }
  const pathTo = (i: number): JsonPath => pathOfFeature(root, i)
  const place: Place = (i, flaw) => placeIn(whole, [...pathTo(i), ...pathWithin(root, flaw)])
  const table = featureTable(features, place)
  const aside = isRecord(root) ? asideIn(root, features) : null
  const said: Said[] = []
  if (aside) said.push(saidOf('beside-standard', placeIn(whole, aside)))
  if (twice) said.push(saidOf('value-twice', placeAt(whole, twice.offset)))
  const beginsAt = placeIn(whole, features.length > 0 ? pathTo(0) : [])
  return {
    ok: true,
    value: { ...table, said, beginsAt, statedFrame: isRecord(root) ? frameNameOf(root) : null },
  }
}

const excerptOf = (root: unknown): string => {
  const told = isRecord(root) ? (root.type ?? {}) : root
  return typeof told === 'string' ? told.slice(0, 40) : (JSON.stringify(told)?.slice(0, 40) ?? '')
}

/** Where a document that holds no features says so. */
function rootFlaw(root: unknown): JsonPath {
  if (!isRecord(root)) return []
  return root.type === 'FeatureCollection' ? ['features'] : ['type']
}
