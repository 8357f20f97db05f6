import { type Shape, shapeOutline } from '#geo'
import type { MapFacts, MapPart, MapTarget, MapViewState, PartLayer, PartSource } from '../part'
import { collect, multiPolygonOf } from '../shapes/geojson'
import { themeOf } from '../style'

function shapeOf({ register, survey }: MapFacts, target: MapTarget | null): Shape | null {
  if (target?.kind === 'zone') return survey?.zones.find((zone) => zone.id === target.id)?.outline ?? null
  if (target?.kind === 'place')
    return register.places.find((place) => place.code === target.id)?.shape ?? null
  return null
}

const source = (shape: Shape | null): PartSource => ({
  type: 'geojson',
  data: collect(
    shape ? [{ type: 'Feature', properties: {}, geometry: multiPolygonOf(shapeOutline(shape)) }] : [],
  ),
})

/** The selected zone or place, and what lies under the pointer: a line, for a fill would make another level of it. */
export function selectionPart(facts: MapFacts, view: MapViewState): MapPart {
  const theme = themeOf(view)
  const k = view.k
  const line = (id: string, from: string, colour: string, width: number): PartLayer => ({
    slot: 'selection',
    spec: {
      id,
      type: 'line',
      source: from,
      layout: { 'line-join': 'round' },
      paint: { 'line-color': colour, 'line-width': width * k },
    },
  })
  return {
    id: 'selection',
    sources: {
      selected: source(shapeOf(facts, view.selection.selected)),
      hovered: source(shapeOf(facts, view.selection.hovered)),
    },
    layers: [
      line('selected-ground', 'selected', theme.bg, 6.5),
      line('selected-line', 'selected', theme.ink, 2.6),
      line('hovered-line', 'hovered', theme.accent, 2.6),
    ],
  }
}
