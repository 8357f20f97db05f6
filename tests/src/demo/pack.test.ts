import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { generateDemo } from '../../../src/demo/pack'

const files = generateDemo()
const root = join(import.meta.dirname, '../../../public/demo/lanxi')

interface Feature {
  readonly properties: Record<string, string | number | null>
  readonly geometry: { readonly type: string; readonly coordinates: unknown } | null
}
const features = (path: string): Feature[] => JSON.parse(files.get(path)!).features
const places = features('places.geojson')
const sum = (list: readonly Feature[], key: string): number =>
  list.reduce((total, one) => total + Number(one.properties[key]), 0)
const below = (code: string | number | null | undefined): Feature[] =>
  places.filter((one) => one.properties.parent === code)

/** Sides of all rings of a feature as keys without direction. */
function sides({ geometry }: Feature): string[] {
  const polygons = (
    geometry!.type === 'Polygon' ? [geometry!.coordinates] : geometry!.coordinates
  ) as number[][][][]
  return polygons
    .flat()
    .flatMap((ring) => ring.slice(1).map((to, i) => [ring[i]!.join(), to.join()].sort().join(' ')))
}

/** Sides that belong to one of the features only: the line around all of them together. */
function rim(list: readonly Feature[]): Set<string> {
  const seen = new Map<string, number>()
  for (const side of list.flatMap(sides)) seen.set(side, (seen.get(side) ?? 0) + 1)
  return new Set([...seen].filter(([, count]) => count === 1).map(([side]) => side))
}

describe('the demo pack', () => {
  test('D1 is written byte for byte again, as it lies in the repository', () => {
    const kept = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) =>
      statSync(join(root, path)).isFile(),
    )
    expect(kept.sort()).toEqual([...files.keys()].sort())
    for (const [path, text] of files) expect(readFileSync(join(root, path), 'utf8') === text, path).toBe(true)
    const bytes = [...files.values()].reduce((total, text) => total + Buffer.byteLength(text), 0)
    expect(bytes).toBeLessThan(4_000_000)
  })

  test('D2 says that it is made up', () => {
    const pack = JSON.parse(files.get('pack.json')!)
    expect(pack.synthetic).toBe(true)
    expect(pack.title.zh).toContain('虚构')
    expect(pack.title.en).toContain('fictional')
  })

  test('D3 has 12 towns, 160 villages and about 800 compounds, with names and codes of their own', () => {
    const of = (kind: string): Feature[] => places.filter((one) => one.properties.kind === kind)
    expect(of('town').map((one) => one.properties.name)).toEqual([
      ...['文昌街道', '东门街道', '望江街道', '北湖街道', '云台镇', '双桥镇'],
      ...['白石镇', '青塘镇', '柳林镇', '石门镇', '南渡镇', '沙湾镇'],
    ])
    expect(of('village')).toHaveLength(160)
    expect(of('compound').length).toBeGreaterThan(760)
    expect(of('compound').length).toBeLessThan(860)
    expect(new Set(places.map((one) => one.properties.code)).size).toBe(places.length)
    const named = [...of('village'), ...of('compound')]
    expect(new Set(named.map((one) => one.properties.name)).size).toBe(named.length)
    for (const { properties } of places)
      if (properties.parent) expect(String(properties.code).startsWith(String(properties.parent))).toBe(true)
  })

  test('D4 has 614,000 people, who add up at every level', () => {
    expect(places[0]!.properties.people).toBe(614_000)
    for (const place of places) {
      const children = below(place.properties.code)
      if (children.length === 0) continue
      expect(sum(children, 'people'), String(place.properties.name)).toBe(place.properties.people)
      expect(sum(children, 'households'), String(place.properties.name)).toBe(place.properties.households)
    }
  })

  test('D5 villages share their borders exactly: together they are the towns, and the towns the district', () => {
    const district = places[0]!
    const towns = below(district.properties.code)
    expect(rim(towns)).toEqual(new Set(sides(district)))
    for (const town of towns) expect(rim(below(town.properties.code))).toEqual(new Set(sides(town)))
  })

  test('D6 every village has a compound, and nobody lives outside one', () => {
    for (const village of places.filter((one) => one.properties.kind === 'village'))
      expect(below(village.properties.code).length, String(village.properties.name)).toBeGreaterThan(0)
  })

  test('D7 has its sites: 10 for quarantine, 126 for testing, 2 hospitals', () => {
    const count = (kind: string): number =>
      features('facilities.geojson').filter((one) => one.properties.kind === kind).length
    expect([count('quarantine'), count('testing'), count('hospital')]).toEqual([10, 126, 2])
    expect([count('school'), count('market'), count('store'), count('vaccination')]).toEqual([61, 18, 3, 14])
  })
})
