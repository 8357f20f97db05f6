import type { Facts, Line, Position, Road } from '#geo'
import { isDark } from '../../ui/tokens'
import type { LabelRequest, MapFacts, MapPart, MapViewState, PartLayer, PartSource, Slot } from '../part'
import { collect, multiLineOf } from '../shapes/geojson'
import { lineColumns } from '../shapes/line-columns'
import { dashes, roadWidth, themeOf, zoomAt } from '../style'

/** The five weights in which roads are drawn. */
export type RoadWeight = 'expressway' | 'national' | 'provincial' | 'minor' | 'path'

const WEIGHTS: Readonly<Record<string, RoadWeight>> = {
  motorway: 'expressway',
  trunk: 'national',
  primary: 'national',
  secondary: 'provincial',
  tertiary: 'provincial',
  residential: 'minor',
  unclassified: 'minor',
  living_street: 'minor',
  service: 'minor',
  road: 'minor',
}

/** Weight of a road class in OpenStreetMap's words; links follow their road, the unknown are paths. */
export function weightOf(roadClass: string): RoadWeight {
  return WEIGHTS[roadClass.replace(/_link$/, '')] ?? 'path'
}

const WIDTHS: Readonly<Record<RoadWeight, number>> = {
  expressway: 3.2,
  national: 2.6,
  provincial: 1.6,
  minor: 0.8,
  path: 0.5,
}
const ORDER: readonly RoadWeight[] = ['path', 'minor', 'provincial', 'national', 'expressway']

const sources = new WeakMap<Facts, Readonly<Record<string, PartSource>>>()

function sourcesOf(register: Facts): Readonly<Record<string, PartSource>> {
  const known = sources.get(register)
  if (known) return known
  const lines = new Map<RoadWeight, Line[]>(ORDER.map((weight) => [weight, []]))
  for (const road of register.roads) lines.get(weightOf(road.class))!.push(road.line)
  const made: Record<string, PartSource> = {}
  for (const weight of ORDER)
    made[`roads-${weight}`] = {
      ...{ type: 'tiles', layer: `roads-${weight}` },
      columns: lineColumns(lines.get(weight)!),
    }
  made.rail = {
    type: 'geojson',
    data: collect(
      register.backdrop
        .filter((piece) => piece.kind === 'rail' && piece.line)
        .map((piece) => ({ type: 'Feature', properties: {}, geometry: multiLineOf([piece.line!]) })),
    ),
  }
  sources.set(register, made)
  return made
}

function roadLayers(weight: RoadWeight, view: MapViewState): PartLayer[] {
  const theme = themeOf(view)
  const dark = isDark(view.theme)
  const source = `roads-${weight}`
  const width = WIDTHS[weight]
  const small = weight === 'minor' || weight === 'path'
  const slot: Slot = small ? 'minorRoads' : 'roads'
  const minzoom = weight === 'path' ? zoomAt(view, 13) : weight === 'minor' ? zoomAt(view, 11) : 0
  const line = (id: string, colour: string, wide: number, opacity = 1): PartLayer => ({
    slot,
    spec: {
      id,
      type: 'line',
      source,
      'source-layer': source,
      minzoom,
      layout: { 'line-join': 'round', 'line-cap': small ? 'butt' : 'round' },
      paint: { 'line-color': colour, 'line-width': roadWidth(view, wide), 'line-opacity': opacity },
    },
  })
  if (weight === 'path') {
    const path = line(source, dark ? theme.road : theme.roadCasing, width, 0.5)
    if (path.spec.type === 'line') path.spec.paint!['line-dasharray'] = [4, 3]
    return [path]
  }
  if (dark) {
    const opacity = weight === 'minor' ? 0.55 : weight === 'provincial' ? 0.85 : 1
    const body = line(source, weight === 'expressway' ? theme.roadMajor : theme.road, width, opacity)
    return weight === 'expressway' ? [body, line(`${source}-core`, theme.land, width * 0.36)] : [body]
  }
  const casing = line(`${source}-casing`, small ? theme.roadCasingMinor : theme.roadCasing, width + 1.2)
  const body = line(source, small ? theme.road : theme.roadMajor, width)
  return weight === 'expressway'
    ? [casing, body, line(`${source}-core`, theme.roadCasing, 0.9)]
    : [casing, body]
}

/** Points along a road at shares of its length, in the order in which a shield tries them. */
function alongRoad(line: Line): Position[] {
  const last = line.length / 2 - 1
  return [0.2, 0.8, 0.35, 0.65, 0.5, 0.9, 0.1].map((share) => {
    const i = Math.min(last, Math.round(last * share))
    return [line[2 * i]!, line[2 * i + 1]!] as const
  })
}

/** Route numbers such as G312 or X012; other names are not put on shields. */
const NUMBERED = /^[A-Z]{1,2}\d{1,4}$/

function shields(roads: readonly Road[]): LabelRequest[] {
  const longest = new Map<string, Road>()
  for (const road of roads) {
    const number = road.name?.split(/[\s;]/)[0]
    if (!number || !NUMBERED.test(number)) continue
    if ((longest.get(number)?.line.length ?? 0) < road.line.length) longest.set(number, road)
  }
  return [...longest].map(([number, road]) => ({
    id: `shield/${number}`,
    kind: 'shield',
    positions: alongRoad(road.line),
    lines: [{ text: number, size: 10.5, weight: 400, colour: 'ink2' }],
    rank: ORDER.indexOf(weightOf(road.class)) * 1e6 + road.line.length,
  }))
}

function railLayers(view: MapViewState): PartLayer[] {
  const theme = themeOf(view)
  const rail = (id: string, colour: string, width: number, dash?: number[]): PartLayer => ({
    slot: 'rail',
    spec: {
      id,
      type: 'line',
      source: 'rail',
      paint: {
        'line-color': colour,
        'line-width': roadWidth(view, width),
        ...(dash ? { 'line-dasharray': dash } : {}),
      },
    },
  })
  return [rail('rail', theme.rail, 1.4), rail('rail-gaps', theme.land, 0.7, dashes(0.7, 5, 5))]
}

/** Railways and roads by weight, thin ones first, with numbered shields. */
export function roadsPart({ register }: MapFacts, view: MapViewState): MapPart {
  const hidden = view.hidden.has('backdrop')
  return {
    id: 'roads',
    sources: sourcesOf(register),
    layers: hidden ? [] : [...railLayers(view), ...ORDER.flatMap((weight) => roadLayers(weight, view))],
    labels: hidden ? [] : shields(register.roads),
  }
}
