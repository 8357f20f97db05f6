import fc from 'fast-check'
import type { Feature, FeatureCollection } from 'geojson'
import type { LayerSpecification } from 'maplibre-gl'
import { describe, expect, test } from 'vitest'
import { type MapPicture, pictureOf } from '../../../src/layers/compose'
import type { MapFacts, MapViewState } from '../../../src/layers/part'
import { diff } from '../../../src/map/session/diff'
import { type LayeredMap, sync } from '../../../src/map/session/sync'
import { mapDistrict } from '../../helpers/map-district'

const facts: MapFacts = { ...mapDistrict(), assess: null }

const aView = (over: Partial<MapViewState> = {}): MapViewState => ({
  theme: 'dark',
  k: 1,
  band: 'wall',
  scale: 55,
  short: 690,
  layout: 'wall',
  locale: 'zh',
  selection: { selected: null, hovered: null },
  hidden: new Set(),
  roadClasses: null,
  density: 1,
  caseWindowDays: null,
  ...over,
})

/** A map that keeps what it is told and refuses what MapLibre refuses. */
class FakeMap implements LayeredMap {
  sources = new Map<string, unknown>()
  layers: LayerSpecification[] = []
  addSource(id: string, source: unknown): void {
    if (this.sources.has(id)) throw new Error(`source ${id} exists`)
    this.sources.set(id, structuredClone(source))
  }
  removeSource(id: string): void {
    if (this.layers.some((layer) => 'source' in layer && layer.source === id))
      throw new Error(`source ${id} in use`)
    if (!this.sources.delete(id)) throw new Error(`no source ${id}`)
  }
  #at(id: string | undefined): number {
    const at = id === undefined ? this.layers.length : this.layers.findIndex((layer) => layer.id === id)
    if (at < 0) throw new Error(`no layer ${id}`)
    return at
  }
  addLayer(layer: LayerSpecification, before?: string): void {
    if (this.layers.some(({ id }) => id === layer.id)) throw new Error(`layer ${layer.id} exists`)
    if ('source' in layer && !this.sources.has(layer.source as string))
      throw new Error(`no source for ${layer.id}`)
    this.layers.splice(this.#at(before), 0, structuredClone(layer))
  }
  removeLayer(id: string): void {
    this.layers.splice(this.#at(id), 1)
  }
  moveLayer(id: string, before?: string): void {
    const [layer] = this.layers.splice(this.#at(id), 1)
    this.layers.splice(this.#at(before), 0, layer!)
  }
  #set(kind: 'paint' | 'layout', id: string, name: string, value: unknown): void {
    const layer = this.layers[this.#at(id)] as {
      paint?: Record<string, unknown>
      layout?: Record<string, unknown>
    }
    const bag = (layer[kind] ??= {})
    if (value === undefined) delete bag[name]
    else bag[name] = structuredClone(value)
  }
  setPaintProperty = (id: string, name: string, value: unknown): void => this.#set('paint', id, name, value)
  setLayoutProperty = (id: string, name: string, value: unknown): void => this.#set('layout', id, name, value)
  setData(id: string, data: FeatureCollection): void {
    this.sources.set(id, { ...(this.sources.get(id) as object), data: structuredClone(data) })
  }
  updateData(id: string, change: { remove: string[]; add: Feature[] }): void {
    const source = this.sources.get(id) as { data: FeatureCollection; promoteId: string }
    const key = (feature: Feature): string => feature.properties![source.promoteId] as string
    const kept = source.data.features.filter((feature) => !change.remove.includes(key(feature)))
    this.sources.set(id, {
      ...source,
      data: { ...source.data, features: structuredClone([...kept, ...change.add]) },
    })
  }
}

const make = (_id: string, source: MapPicture['sources'][string]): never => source as never

/** What a map shows, with features in an order of their own: it does not matter to the eye within a source. */
function shown(map: FakeMap): unknown {
  const sorted = (source: unknown): unknown => {
    const { data, ...rest } = source as { data?: FeatureCollection }
    return data ? { ...rest, features: data.features.map((f) => JSON.stringify(f)).sort() } : rest
  }
  return {
    sources: [...map.sources].map(([id, source]) => [id, sorted(source)]).sort(),
    layers: map.layers.map(({ paint, layout, ...rest }) => ({
      ...rest,
      paint: paint ?? {},
      layout: layout ?? {},
    })),
  }
}

const fresh = (picture: MapPicture): FakeMap => {
  const map = new FakeMap()
  sync(map, { before: null, after: picture }, make)
  return map
}

const views = fc.record({
  theme: fc.constantFrom('dark' as const, 'light' as const, 'print' as const),
  k: fc.constantFrom(1, 2),
  band: fc.constantFrom('district' as const, 'wall' as const, 'town' as const, 'street' as const),
  layout: fc.constantFrom('wall' as const, 'desk' as const),
  hidden: fc
    .subarray(['sealed', 'controlled', 'cases', 'villages', 'compounds', 'backdrop', 'silent'] as const)
    .map((groups) => new Set<never>(groups as never)),
  selection: fc
    .constantFrom('封01', '管01', null)
    .map((id) => ({ selected: id ? { kind: 'zone' as const, id } : null, hovered: null })),
})

describe('M12 going from one picture to the next ends at what drawing the next alone shows', () => {
  test('for any walk through views', () => {
    fc.assert(
      fc.property(fc.array(views, { minLength: 2, maxLength: 5 }), (walk) => {
        const pictures = walk.map((over) => pictureOf(facts, aView(over)))
        const map = new FakeMap()
        let before: MapPicture | null = null
        for (const after of pictures) {
          sync(map, { before, after }, make)
          before = after
        }
        expect(shown(map)).toEqual(shown(fresh(pictures.at(-1)!)))
      }),
      { seed: 20220527, numRuns: 60 },
    )
  })

  test('the same picture again is no step at all', () => {
    const picture = pictureOf(facts, aView())
    expect(diff(picture, picture)).toEqual([])
    expect(diff(picture, pictureOf(facts, aView()))).toEqual([])
  })

  test('another theme changes paint in place and touches no source', () => {
    const changes = diff(pictureOf(facts, aView()), pictureOf(facts, aView({ theme: 'deskDark' })))
    expect(changes.length).toBeGreaterThan(0)
    expect(new Set(changes.map(({ kind }) => kind))).toEqual(new Set(['paint']))
  })

  test('selecting a zone rewrites the selection, not the zones', () => {
    const selection = { selected: { kind: 'zone', id: '封01' } as const, hovered: null }
    const changes = diff(pictureOf(facts, aView()), pictureOf(facts, aView({ selection })))
    expect(changes.map((change) => ('id' in change ? change.id : ''))).toEqual(['selected'])
  })

  test('one crossing that lost its guard changes one feature of each source', () => {
    const before = facts.coverage!
    const perimeter = before.perimeter!.map((line, i) =>
      i === 1
        ? {
            ...line,
            crossings: line.crossings.map((c, n) => (n === 0 ? { ...c, state: 'unguarded' as const } : c)),
          }
        : line,
    )
    const changes = diff(
      pictureOf(facts, aView()),
      pictureOf({ ...facts, coverage: { ...before, perimeter } }, aView()),
    )
    expect(changes).toHaveLength(2)
    for (const change of changes) {
      expect(change.kind).toBe('updateData')
      if (change.kind === 'updateData') expect(change.remove.length + change.add.length).toBe(1)
    }
  })
})
