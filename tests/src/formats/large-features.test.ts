import { describe, expect, test } from 'vitest'
import { type LargeFeatures, largeFeatures } from '../../../src/formats/geojson/large-features'
import { readFeatures } from '../../../src/formats/geojson/read-features'
import { partsOf } from '../../../src/formats/parts'
import { readText } from '../../../src/formats/text'
import { encoded, TEXT_ENCODINGS } from '../../helpers/encoded'
import { type Random, seeded } from '../../helpers/seeded'

const TEXTS = ['村', '𠮷', 'a"b', '[', '{', '}]', '\\', 'features', '\n', 'é']

function geometryOf(random: Random): unknown {
  const at = () =>
    [100 + random.next() * 30, random.next() * 50].map((one) => Number(one.toFixed(random.between(0, 9))))
  switch (random.between(0, 8)) {
    case 0:
      return null
    case 1:
      return { type: 'Point', coordinates: at() }
    case 2:
      return { type: 'LineString', coordinates: [at(), at()] }
    case 3:
      return { type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: at() }] }
    case 4:
      return { type: 'Polygon', coordinates: [[at(), 'x']] }
    case 5:
      return { type: 'Cube', coordinates: [] }
    default: {
      const first = at()
      return { type: 'Polygon', coordinates: [[first, at(), at(), first]] }
    }
  }
}

/** A document as tools write it: what stands beside the features before or behind them, over lines or in one. */
function documentOf(random: Random): string {
  const features = Array.from({ length: random.between(0, 12) }, (_, i) => ({
    type: random.chance(0.05) ? 'Nothing' : 'Feature',
    ...(random.chance(0.3) ? { id: i } : {}),
    properties: random.chance(0.1)
      ? null
      : {
          name: TEXTS[random.between(0, TEXTS.length - 1)],
          features: [1, { n: i }],
          [`列${random.between(0, 3)}`]: i,
        },
    ...(random.chance(0.05) ? { coordinates: [] } : {}),
    geometry: geometryOf(random),
  }))
  const crs = { crs: { type: 'name', properties: { name: 'EPSG:4490' } } }
  const root = {
    ...(random.chance(0.3) ? { name: 'a"features', list: [[], { features: [] }] } : {}),
    type: 'FeatureCollection',
    ...(random.chance(0.2) ? crs : {}),
    features,
    ...(random.chance(0.2) ? { bbox: [1, 2, 3, 4] } : {}),
  }
  const text = JSON.stringify(root, null, random.chance(0.5) ? 2 : 0)
  return random.chance(0.1) ? text.replace('"name":', '"name": 1, "name":') : text
}

/** The same features one a line, or each behind a separator, over lines of its own. */
function sequenceOf(random: Random): string {
  const { features } = JSON.parse(documentOf(random)) as { features: { type: string; geometry: unknown }[] }
  const isSeparated = random.chance(0.5)
  const records = features.map((feature) => {
    const record = feature.geometry !== null && random.chance(0.2) ? feature.geometry : feature
    return isSeparated
      ? `\u001e${JSON.stringify(record, null, random.between(0, 2))}\n`
      : JSON.stringify(record)
  })
  const end = random.chance(0.5) ? '\r\n' : '\n'
  const text = isSeparated ? records.join('') : records.join(random.chance(0.2) ? `${end} ${end}` : end)
  return random.chance(0.5) ? `${text}${end}` : text
}

/** The text in one of the encodings in which it can be written. */
function bytesOf(text: string, random: Random): Uint8Array {
  const encoding = TEXT_ENCODINGS[random.between(0, TEXT_ENCODINGS.length - 1)]!
  try {
    return encoded(text, encoding)
  } catch {
    return encoded(text, 'utf-8')
  }
}

function whole(bytes: Uint8Array) {
  const read = readText(bytes)
  const table = read.ok ? readFeatures(read.value.text) : read
  return read.ok && table.ok
    ? { table: { ...table.value, rows: [...table.value.rows] }, encoding: read.value.encoding }
    : null
}

const held = ({ table, encoding }: LargeFeatures) => ({
  table: { ...table, rows: table.rows.map(({ ...row }) => row) },
  encoding,
})

describe('features that are read one by one', () => {
  test.each([
    ['a collection', documentOf, 700],
    ['a sequence', sequenceOf, 500],
  ])(
    'I168 %s is the table of the document read whole, in any encoding, wherever a part ends',
    (_, made, least) => {
      let read = 0
      const encodings = new Set<string>()
      for (let seed = 1; seed <= 300; seed += 1) {
        const random = seeded(seed * 17)
        const bytes = bytesOf(made(random), random)
        for (const length of [1, 7, 64, 1_000_000]) {
          const large = largeFeatures(partsOf(bytes), { length })
          if (!large) continue
          read += 1
          encodings.add(large.encoding)
          const rows = large.table.rows.map(({ ...row }) => row)
          expect(held(large), `seed ${seed}, ${length}`).toEqual(whole(bytes))
          expect(large.table.rows.at(-1)).toEqual(rows.at(-1))
        }
      }
      expect(read).toBeGreaterThan(least)
      expect([...encodings].sort()).toEqual(['big5', 'gb18030', 'utf-16be', 'utf-16le', 'utf-8'])
    },
  )

  test('I168 what is no such collection, or damaged, is left to who reads it whole', () => {
    const made = documentOf(seeded(17))
    let read = 0
    for (let seed = 1; seed <= 400; seed += 1) {
      const random = seeded(seed * 31)
      const bytes = new TextEncoder().encode(made)
      for (let n = random.between(1, 3); n > 0; n -= 1)
        bytes[random.between(0, bytes.length - 1)] = random.chance(0.5)
          ? '{}[]":,\\x0'.charCodeAt(random.between(0, 9))
          : random.between(0, 255)
      const large = largeFeatures(partsOf(bytes), { length: 64 })
      if (!large) continue
      read += 1
      expect(held(large), `seed ${seed}`).toEqual(whole(bytes))
    }
    expect(read).toBeGreaterThan(20)
    for (const text of [
      '{"type":"Topology","features":[{}]}',
      '[{"type":"Feature"}]',
      '{"type":"FeatureCollection","features":[{}],"features":[{}]}',
      '{"type":"FeatureCollection","features":[{},]}',
      '{"type":"FeatureCollection","features":[{} {}]}',
      '{"type":"FeatureCollection","features":[{}]',
      '{"type":"FeatureCollection","features":[{"type":"Feature","type":"Feature"}]}',
    ])
      expect(largeFeatures(partsOf(new TextEncoder().encode(text))), text).toBeNull()
  })
})
