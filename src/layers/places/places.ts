import { type Facts, type Line, type Place, type Position, type Shape, shapeOutline } from '#geo'
import { bordersIn } from '../backdrop/backdrop'
import type {
  LabelRequest,
  MapFacts,
  MapPart,
  MapViewState,
  PartLayer,
  PartSource,
  PolygonColumns,
} from '../part'
import { labelPoint, ringArea } from '../shapes/geojson'
import { lineColumns } from '../shapes/line-columns'
import { isShownLarger } from '../shown-larger'
import { silentByTown } from '../silent/silent'
import { WORDS as SILENT } from '../silent/words'
import { dashes, growing, themeOf, zoomAt } from '../style'
import { showsWeeks } from '../weeks/weeks'

interface Prepared {
  readonly sources: Readonly<Record<string, PartSource>>
  readonly towns: readonly LabelRequest[]
  readonly villages: readonly LabelRequest[]
  readonly compounds: readonly LabelRequest[]
}

const prepared = new WeakMap<Facts, Prepared>()

/** Polygons of places as columns for the tile cutter: rows are the places that have a shape, in their order. */
export function polygonColumns(places: readonly Place[]): PolygonColumns {
  const shaped = places.filter((place) => place.shape && place.shape.length > 0)
  const shapes = shaped.map((place) => shapeOutline(place.shape!))
  const rings = shapes.flat(2)
  const coordinates = new Float64Array(rings.reduce((sum, ring) => sum + ring.length, 0))
  const ringStarts = new Uint32Array(rings.length + 1)
  let vertex = 0
  for (const [i, ring] of rings.entries()) {
    coordinates.set(ring, vertex * 2)
    vertex += ring.length / 2
    ringStarts[i + 1] = vertex
  }
  const polygons = shapes.flat()
  const polygonStarts = new Uint32Array(polygons.length + 1)
  for (const [i, polygon] of polygons.entries()) polygonStarts[i + 1] = polygonStarts[i]! + polygon.length
  const rowStarts = new Uint32Array(shaped.length + 1)
  for (const [i, shape] of shapes.entries()) rowStarts[i + 1] = rowStarts[i]! + shape.length
  return {
    kind: 'polygons',
    coordinates,
    ringStarts,
    polygonStarts,
    rowStarts,
    codes: shaped.map((p) => p.code),
  }
}

type Children = ReadonlyMap<string, readonly Place[]>

function childrenIn(register: Facts): Children {
  const children = new Map<string, Place[]>()
  for (const place of register.places) {
    if (place.parent === null) continue
    const known = children.get(place.parent)
    if (known) known.push(place)
    else children.set(place.parent, [place])
  }
  return children
}

/** Mean of the label points of the children: where a town without polygon is written. */
function middleOf(children: Children, place: Place): Position | null {
  if (place.shape && place.shape.length > 0) return labelPoint(place.shape)
  const points = (children.get(place.code) ?? [])
    .filter((child) => child.shape)
    .map((child) => labelPoint(child.shape!))
    .filter((point) => point !== null)
  if (points.length === 0) return null
  const sum = points.reduce<[number, number]>(([x, y], point) => [x + point[0], y + point[1]], [0, 0])
  return [sum[0] / points.length, sum[1] / points.length]
}

const METRES_A_DEGREE = 111_320

/** The ground of a place: its own, else that of its children. */
function groundOf(children: Children, place: Place): Shape | null {
  if (place.shape && place.shape.length > 0) return place.shape
  const parts = (children.get(place.code) ?? []).flatMap(({ shape }) => shape ?? [])
  return parts.length > 0 ? parts : null
}

function squareMetres(shape: Shape): number {
  const ring = shape[0]?.[0]
  return ring ? Math.abs(ringArea(ring)) * METRES_A_DEGREE ** 2 * Math.cos((ring[1]! * Math.PI) / 180) : 0
}

/** Names of so many towns are smaller and closer set, so that more of them lie in their places. */
const MANY_TOWNS = 24

function labelsOf(register: Facts, kind: 'town' | 'village' | 'compound'): LabelRequest[] {
  const isMany = register.places.filter((place) => place.kind === 'town').length > MANY_TOWNS
  const style = {
    town: { size: isMany ? 15.5 : 17, weight: 700, colour: 'ink2', spacing: isMany ? 0.06 : 0.18 },
    village: { size: 12.5, weight: 400, colour: 'ink2', spacing: 0 },
    compound: { size: 11, weight: 400, colour: 'ink2', spacing: 0 },
  } as const
  const { size, weight, colour, spacing } = style[kind]
  const requests: LabelRequest[] = []
  const children = childrenIn(register)
  for (const place of register.places) {
    if (place.kind !== kind || place.name === '' || place.former) continue
    if (kind === 'compound' && (!place.shape || squareMetres(place.shape) < 20_000)) continue
    const position = middleOf(children, place)
    const ground = groundOf(children, place)
    if (position)
      requests.push({
        ...(ground ? { ground } : {}),
        id: `${kind}/${place.code}`,
        kind,
        positions: [position],
        lines: [{ text: place.name, size, weight, colour }],
        spacing,
        rank: place.people ?? 0,
      })
  }
  return requests
}

function prepare(register: Facts): Prepared {
  const known = prepared.get(register)
  if (known) return known
  const { village, town, district } = bordersIn(register)
  const source = (layer: string, lines: readonly Line[]): PartSource => ({
    type: 'tiles',
    layer,
    columns: lineColumns(lines),
  })
  const compounds = register.places.filter((place) => place.kind === 'compound' && !place.former)
  const made: Prepared = {
    sources: {
      'border-village': source('border-village', village),
      'border-town': source('border-town', town),
      'border-district': source('border-district', district),
      compounds: {
        type: 'tiles',
        layer: 'compounds',
        columns: polygonColumns(compounds),
      },
    },
    towns: labelsOf(register, 'town'),
    villages: labelsOf(register, 'village'),
    compounds: labelsOf(register, 'compound'),
  }
  prepared.set(register, made)
  return made
}

/** Names of towns, each with the count of its silent villages below it where there are many. */
function townLabels(towns: readonly LabelRequest[], facts: MapFacts, view: MapViewState): LabelRequest[] {
  const silent = view.hidden.has('silent') ? new Map<string, never>() : silentByTown(facts)
  return towns.flatMap((label) => {
    const name = view.hidden.has('towns') ? [] : label.lines
    const count = silent.get(label.id.slice('town/'.length))
    if (!count) return name.length ? [label] : []
    const text = `${SILENT[view.locale].none} ${count.silent}/${count.of}`
    return [
      {
        ...label,
        lines: [...name, { text, size: 15, weight: 700 as const, colour: 'flag' as const, framed: true }],
      },
    ]
  })
}

/** Which place names the band has room for; a wall shows villages only at double density, and none where they are filled by their cases. */
function namesIn(facts: MapFacts, view: MapViewState): LabelRequest[] {
  const { register } = facts
  const { towns, villages, compounds } = prepare(register)
  const names: LabelRequest[] = []
  for (const label of townLabels(towns, facts, view))
    if (!isShownLarger(label.positions[0]!, view)) names.push(label)
  const dense = view.band === 'wall' && view.density >= 2
  const isNear = view.band !== 'district' && (view.band !== 'wall' || dense)
  // on ground filled by its cases no small name can be read
  if (!view.hidden.has('villages') && isNear && !showsWeeks(facts, view))
    for (const label of villages)
      names.push(dense ? { ...label, lines: label.lines.map((line) => ({ ...line, size: 9.5 })) } : label)
  if (!view.hidden.has('compounds') && view.band === 'street')
    for (const label of compounds) names.push(label)
  return names
}

/** Compounds as blocks, the three administrative lines, and names by band. */
export function placesPart(facts: MapFacts, view: MapViewState): MapPart {
  const { register } = facts
  const theme = themeOf(view)
  const k = view.k
  const line = (kind: 'village' | 'town' | 'district', id: string, paint: object): PartLayer => ({
    slot: kind,
    spec: {
      id,
      type: 'line',
      source: `border-${kind}`,
      'source-layer': `border-${kind}`,
      layout: { 'line-join': 'round', 'line-cap': kind === 'town' ? 'butt' : 'round' },
      paint,
    },
  })
  const blocks: PartLayer[] = [
    {
      slot: 'blocks',
      hit: 'place',
      spec: {
        id: 'compounds',
        type: 'fill',
        source: 'compounds',
        'source-layer': 'compounds',
        paint: { 'fill-color': theme.block },
      },
    },
    {
      slot: 'blocks',
      spec: {
        id: 'compounds-line',
        type: 'line',
        source: 'compounds',
        'source-layer': 'compounds',
        minzoom: zoomAt(view, 13),
        paint: { 'line-color': theme.blockLine, 'line-width': 0.7 * k },
      },
    },
  ]
  const borders = [
    line('village', 'border-village', { 'line-color': theme.adm3, 'line-width': 0.6 * k }),
    line('town', 'border-town', {
      'line-color': theme.adm2,
      'line-width': growing(view, 1.1, 1.3),
      'line-dasharray': dashes(1.1, 6, 2.5),
    }),
    line('district', 'border-district-casing', {
      'line-color': theme.adm1,
      'line-opacity': 0.12,
      'line-width': 5 * k,
    }),
    line('district', 'border-district', { 'line-color': theme.adm1, 'line-width': 1.8 * k }),
  ].filter(({ slot }) => slot === 'district' || !view.hidden.has(slot === 'town' ? 'towns' : 'villages'))
  return {
    id: 'places',
    sources: prepare(register).sources,
    layers: [...(view.hidden.has('compounds') ? [] : blocks), ...borders],
    labels: namesIn(facts, view),
  }
}
