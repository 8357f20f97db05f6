import type { Feature } from 'geojson'
import { type BackdropPiece, type Facts, type Place, shapeOutline } from '#geo'
import type { LabelRequest, MapFacts, MapPart, MapViewState, PartLayer, PartSource } from '../part'
import { type Borders, bordersOf } from '../shapes/borders'
import { collect, largestRing, multiLineOf, multiPolygonOf, positionsOf } from '../shapes/geojson'
import { groundWidth, themeOf } from '../style'

const borders = new WeakMap<readonly Place[], Borders>()

/** Borders of the places, worked out once a list of places. */
export function bordersIn(register: Facts): Borders {
  let known = borders.get(register.places)
  if (!known)
    borders.set(register.places, (known = bordersOf(register.places.filter(({ former }) => !former))))
  return known
}

const sources = new WeakMap<Facts, Readonly<Record<string, PartSource>>>()

function sourcesOf(register: Facts): Readonly<Record<string, PartSource>> {
  const known = sources.get(register)
  if (known) return known
  const land = bordersIn(register).ground.map(
    (place): Feature => ({
      type: 'Feature',
      properties: {},
      geometry: multiPolygonOf(shapeOutline(place.shape!)),
    }),
  )
  const area = (kind: BackdropPiece['kind']): Feature[] =>
    register.backdrop
      .filter((piece) => piece.kind === kind && piece.shape)
      .map((piece) => ({ type: 'Feature', properties: {}, geometry: multiPolygonOf(piece.shape!) }))
  const line = (kind: BackdropPiece['kind']): Feature[] =>
    register.backdrop
      .filter((piece) => piece.kind === kind && piece.line)
      .map((piece) => ({
        type: 'Feature',
        properties: { widthM: piece.widthM ?? 20 },
        geometry: multiLineOf([piece.line!]),
      }))
  const made: Record<string, PartSource> = {
    outside: { type: 'geojson', data: collect(outsideOf(register)) },
    land: { type: 'geojson', data: collect(land) },
    relief: { type: 'geojson', data: collect(area('relief')) },
    urban: { type: 'geojson', data: collect(area('urban')) },
    green: { type: 'geojson', data: collect(area('green')) },
    water: { type: 'geojson', data: collect([...area('water'), ...area('river')]) },
    rivers: { type: 'geojson', data: collect([...line('river'), ...line('water')]) },
  }
  sources.set(register, made)
  return made
}

const WORLD = [
  [-180, -85],
  [180, -85],
  [180, 85],
  [-180, 85],
  [-180, -85],
]

/** Everything but the district: relief and greens reach over its line in the files, not on the map. */
function outsideOf(register: Facts): Feature[] {
  const rings = bordersIn(register).district.map(positionsOf)
  const shut = rings.every((ring) => {
    const [first, last] = [ring[0], ring.at(-1)]
    return first && last && first[0] === last[0] && first[1] === last[1]
  })
  if (rings.length === 0 || !shut) return []
  const holes = rings.map((ring) => ring.map(([lon, lat]) => [lon, lat]))
  return [{ type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [WORLD, ...holes] } }]
}

/** Latitude in whose neighbourhood widths in metres are true: that of the first place with ground. */
function latitudeOf(register: Facts): number {
  const shape = bordersIn(register).ground[0]?.shape
  return (shape && largestRing(shape)?.[1]) ?? 0
}

function riverLabels(register: Facts): LabelRequest[] {
  const longest = new Map<string, BackdropPiece>()
  for (const piece of register.backdrop) {
    if (piece.kind !== 'river' || !piece.name || !piece.line) continue
    if ((longest.get(piece.name)?.line?.length ?? 0) < piece.line.length) longest.set(piece.name, piece)
  }
  return [...longest].map(([name, piece]) => {
    const line = piece.line!
    const count = line.length / 2
    const positions = [0.25, 0.75, 0.4, 0.6, 0.12, 0.88].map((share) => {
      const i = Math.floor((count - 1) * share)
      return [line[2 * i]!, line[2 * i + 1]!] as const
    })
    return {
      id: `river/${name}`,
      kind: 'river',
      positions,
      lines: [{ text: name, size: 15, weight: 400, colour: 'waterText' }],
      spacing: 0.3,
      rank: count,
    }
  })
}

/** Ground, relief, built-up land, water and greens: what lies under everything and says nothing. */
export function backdropPart({ register }: MapFacts, view: MapViewState): MapPart {
  const theme = themeOf(view)
  const fill = (slot: PartLayer['slot'], source: string, colour: string, opacity = 1): PartLayer => ({
    slot,
    spec: { id: source, type: 'fill', source, paint: { 'fill-color': colour, 'fill-opacity': opacity } },
  })
  const layers: PartLayer[] = [
    { slot: 'land', spec: { id: 'ground', type: 'background', paint: { 'background-color': theme.bg } } },
    fill('land', 'land', theme.land),
  ]
  if (!view.hidden.has('backdrop'))
    layers.push(
      fill('relief', 'relief', theme.relief, theme.reliefOpacity),
      fill('urban', 'urban', theme.urban),
      fill('water', 'water', theme.water),
      fill('green', 'green', theme.green),
      fill('outside', 'outside', theme.bg),
      {
        slot: 'water',
        spec: {
          id: 'rivers',
          type: 'line',
          source: 'rivers',
          layout: { 'line-cap': 'round', 'line-join': 'round' },
          paint: { 'line-color': theme.water, 'line-width': groundWidth(latitudeOf(register), view.k) },
        },
      },
    )
  const labels = view.hidden.has('backdrop') ? [] : riverLabels(register)
  return { id: 'backdrop', sources: sourcesOf(register), layers, labels }
}
