import type { Feature, FeatureCollection } from 'geojson'
import type { LayerSpecification } from 'maplibre-gl'
import type { MapPicture } from '../../layers/compose'
import type { PartLayer, PartSource } from '../../layers/part'
import { sameData } from '../../layers/shapes/same-data'

/** One step that turns the map of one picture into the map of another, in the order given. */
export type Change =
  | { readonly kind: 'removeLayer'; readonly id: string }
  | { readonly kind: 'removeSource'; readonly id: string }
  | { readonly kind: 'addSource'; readonly id: string; readonly source: PartSource }
  | { readonly kind: 'setData'; readonly id: string; readonly data: FeatureCollection }
  | {
      readonly kind: 'updateData'
      readonly id: string
      readonly remove: readonly string[]
      readonly add: readonly Feature[]
    }
  | { readonly kind: 'addLayer'; readonly layer: LayerSpecification; readonly before: string | null }
  | { readonly kind: 'moveLayer'; readonly id: string; readonly before: string | null }
  | { readonly kind: 'paint' | 'layout'; readonly id: string; readonly name: string; readonly value: unknown }

/** Above this number of features a changed source is handed over whole: to say which changed would cost more. */
const COMPARED = 500

type Bag = Readonly<Record<string, unknown>>
const bag = (layer: LayerSpecification, name: 'paint' | 'layout'): Bag => (layer[name] ?? {}) as Bag

/** What cannot be set on a living layer: everything but paint and layout. */
function frame(layer: LayerSpecification): unknown {
  const { paint: _paint, layout: _layout, ...rest } = layer
  return rest
}

function byId(collection: FeatureCollection, promoteId: string): Map<string, Feature> | null {
  const found = new Map<string, Feature>()
  for (const feature of collection.features) {
    const id = feature.properties?.[promoteId]
    if (typeof id !== 'string' || found.has(id)) return null
    found.set(id, feature)
  }
  return found
}

function dataChange(id: string, before: PartSource, after: PartSource): Change[] {
  if (before.type !== 'geojson' || after.type !== 'geojson' || before.data === after.data) return []
  if (sameData(before.data, after.data)) return []
  const whole: Change = { kind: 'setData', id, data: after.data }
  const [old, now] = [before.data.features, after.data.features]
  if (Math.max(old.length, now.length) > COMPARED) return [whole]
  const [was, is] = after.promoteId
    ? [byId(before.data, after.promoteId), byId(after.data, after.promoteId)]
    : [null, null]
  if (!was || !is || was.size === 0) return [whole]
  const remove = [...was.keys()].filter((key) => !is.has(key))
  const add = [...is]
    .filter(([key, feature]) => !sameData(was.get(key), feature))
    .map(([, feature]) => feature)
  const replaced = add
    .map((feature) => feature.properties![after.promoteId!] as string)
    .filter((key) => was.has(key))
  return [{ kind: 'updateData', id, remove: [...remove, ...replaced], add }]
}

/** True where the source must be made anew: its type, its columns or its ids changed. */
function replacedSource(before: PartSource, after: PartSource): boolean {
  if (before.type === 'geojson') return after.type !== 'geojson' || before.promoteId !== after.promoteId
  return after.type !== 'tiles' || before.columns !== after.columns
}

function settings(before: LayerSpecification, after: LayerSpecification): Change[] {
  if (before === after) return []
  return (['paint', 'layout'] as const).flatMap((kind) => {
    const [old, now] = [bag(before, kind), bag(after, kind)]
    return [...new Set([...Object.keys(old), ...Object.keys(now)])]
      .filter((name) => !sameData(old[name], now[name]))
      .map((name): Change => ({ kind, id: after.id, name, value: now[name] }))
  })
}

/** Steps that put the layers that stayed and those that are new into the order wanted, lowest first. */
function ordering(kept: readonly string[], wanted: readonly PartLayer[]): Change[] {
  const changes: Change[] = []
  const standing = [...kept]
  for (let i = wanted.length - 1; i >= 0; i--) {
    const { spec } = wanted[i]!
    const before = wanted[i + 1]?.spec.id ?? null
    const at = standing.indexOf(spec.id)
    const right = before === null ? standing.length : standing.indexOf(before)
    if (at === -1) changes.push({ kind: 'addLayer', layer: spec, before })
    else if (at === right - 1) continue
    else changes.push({ kind: 'moveLayer', id: spec.id, before })
    if (at !== -1) standing.splice(at, 1)
    standing.splice(before === null ? standing.length : standing.indexOf(before), 0, spec.id)
  }
  return changes
}

/**
 * What must be done so that a map showing `before` shows `after`. Pure: it touches no map. A layer whose
 * filter or zoom range changed is made anew; paint, layout and small data change in place.
 */
export function diff(before: MapPicture | null, after: MapPicture): Change[] {
  if (before === after) return []
  const old = new Map(before?.layers.map(({ spec }) => [spec.id, spec]) ?? [])
  const now = new Map(after.layers.map(({ spec }) => [spec.id, spec]))
  const oldSources = before?.sources ?? {}
  const renewed = new Set(
    Object.keys(oldSources).filter((id) => {
      const next = after.sources[id]
      return !next || replacedSource(oldSources[id]!, next)
    }),
  )
  const gone = [...old.values()].filter((layer) => {
    const next = now.get(layer.id)
    return (
      !next ||
      !(next === layer || sameData(frame(layer), frame(next))) ||
      ('source' in layer && renewed.has(layer.source as string))
    )
  })
  const goneIds = new Set(gone.map((layer) => layer.id))
  const kept = [...old.keys()].filter((id) => !goneIds.has(id))
  return [
    ...gone.map(({ id }): Change => ({ kind: 'removeLayer', id })),
    ...[...renewed].map((id): Change => ({ kind: 'removeSource', id })),
    ...Object.entries(after.sources).flatMap(([id, source]): Change[] => {
      const had = oldSources[id]
      return had && !renewed.has(id) ? dataChange(id, had, source) : [{ kind: 'addSource', id, source }]
    }),
    ...kept.flatMap((id) => settings(old.get(id)!, now.get(id)!)),
    ...ordering(kept, after.layers),
  ]
}
