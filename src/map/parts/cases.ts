import type { CaseTable, Facts, Position, Survey } from '#geo'
import { dayOf } from '#geo'
import { collect, labelPoint, pointAt } from '../geojson'
import type {
  LabelRequest,
  MapFacts,
  MapPart,
  MapViewState,
  Obstacle,
  PartLayer,
  PointColumns,
} from '../part'
import { themeOf, zoomAt } from './style'
import { stylesIn } from './words'

/** Day number (days since 1970-01-01) of a calendar day. */
export const dayNumber = (day: string): number =>
  Math.round(Date.parse(`${day.slice(0, 10)}T00:00:00Z`) / 86_400_000)

const tables = new WeakMap<CaseTable, PointColumns>()

const CONTROLLED = new Set(['zone', 'central', 'home', 'closedLoop', 'arrival'])

/**
 * Cases with a place on the ground as points: their own position, or the middle of their place. `day` is
 * the day of the report; cases without one, and suspected ones, are not drawn.
 */
export function caseColumns(register: Facts): PointColumns {
  const cases = register.cases
  const known = tables.get(cases)
  if (known) return known
  const middle = new Map<string, Position | null>()
  for (const place of register.places)
    if (place.shape && place.shape.length > 0) middle.set(place.code, labelPoint(place.shape))
  const [lonLat, day, community]: [number[], number[], number[]] = [[], [], []]
  const days = new Map<number, number>()
  const dayAt = (at: number): number => {
    let n = days.get(at)
    if (n === undefined) days.set(at, (n = dayNumber(dayOf(register.pack.timezone, at))))
    return n
  }
  const text = (column: CaseTable['place'], row: number): string | undefined =>
    column.values[column.codes[row]!]
  for (let row = 0; row < cases.length; row++) {
    const at = cases.reportedAt.at[row]!
    if (Number.isNaN(at) || text(cases.kind, row) === 'suspected') continue
    let position: Position | null | undefined = [cases.lon[row]!, cases.lat[row]!]
    if (Number.isNaN(position[0])) position = middle.get(text(cases.place, row) ?? '')
    if (!position) continue
    lonLat.push(position[0], position[1])
    day.push(dayAt(at))
    community.push(CONTROLLED.has(text(cases.foundIn, row) ?? '') ? 0 : 1)
  }
  const made: PointColumns = {
    kind: 'points',
    lonLat: Float64Array.from(lonLat),
    properties: { day: Int32Array.from(day), community: Uint8Array.from(community) },
  }
  tables.set(cases, made)
  return made
}

export interface Disc {
  readonly position: Position
  readonly count: number
}

/** Radius of a disc of n cases in css px at k = 1; from 104 cases on it grows no more, the number says the rest. */
export const discRadius = (count: number): number => Math.min(20, 4.2 + 1.55 * Math.sqrt(count))

/** Cases at one spot, positions in degrees. */
type Spot = { readonly x: number; readonly y: number; count: number }

function spotsOf(dots: Survey['caseDots']): Spot[] {
  const spots = new Map<string, Spot>()
  for (let i = 0; i < dots.day.length; i++) {
    const [x, y] = [dots.lonLat[2 * i]!, dots.lonLat[2 * i + 1]!]
    if (Number.isNaN(x) || Number.isNaN(y)) continue
    const at = `${x},${y}`
    const seen = spots.get(at)
    if (seen) seen.count++
    else spots.set(at, { x, y, count: 1 })
  }
  return [...spots.values()].sort((a, b) => b.count - a.count || a.x - b.x || a.y - b.y)
}

/** Adds every spot to the first disc it would touch. */
function gatherOnce(spots: readonly Spot[], perDegree: number): Spot[] {
  const discs: Spot[] = []
  for (const spot of spots) {
    const shrink = Math.cos((spot.y * Math.PI) / 180)
    const near = discs.find(
      (disc) =>
        Math.hypot((disc.x - spot.x) * shrink, disc.y - spot.y) * perDegree <
        discRadius(disc.count) + discRadius(spot.count) + 2,
    )
    if (near) near.count += spot.count
    else discs.push({ ...spot })
  }
  return discs
}

/**
 * Discs for a pack without zones: places with cases, the largest first; one that would touch a disc is added
 * to it, until none touch. Nothing is lost: the counts add up to the number of dots with a position.
 * `perDegree` = css px a degree of latitude at k = 1.
 */
export function gatherDiscs(dots: Survey['caseDots'], perDegree: number): Disc[] {
  let discs = spotsOf(dots)
  for (let before = Number.POSITIVE_INFINITY; discs.length < before; ) {
    before = discs.length
    discs = gatherOnce(discs, perDegree)
  }
  return discs.map(({ x, y, count }) => ({ position: [x, y], count }))
}

/** Kilometres a degree of latitude. */
const KILOMETRES = 111

function discsOf(facts: MapFacts, view: MapViewState): Disc[] {
  const survey = facts.survey
  if (!survey) return []
  if (survey.zones.length === 0) return gatherDiscs(survey.caseDots, view.scale * KILOMETRES)
  const styles = stylesIn(facts)
  return survey.zones
    .filter((zone) => zone.cases > 0 && styles[zone.level] === 'sealed' && !view.hidden.has('sealed'))
    .map((zone) => ({ position: zone.caseCentre, count: zone.cases }))
}

function dotLayer(view: MapViewState): PartLayer {
  const theme = themeOf(view)
  const colour = ['case', ['==', ['get', 'community'], 1], theme.case, theme.quar]
  const past = ['-', ['global-state', 'day'], ['get', 'day']]
  const old = view.caseWindowDays === null ? false : ['>', past, view.caseWindowDays]
  const paint = {
    'circle-radius': 3.6 * view.k,
    'circle-color': ['case', old, theme.bg, colour],
    'circle-stroke-color': ['case', old, colour, theme.caseInk],
    'circle-stroke-width': 1.2 * view.k,
  }
  return {
    slot: 'cases',
    spec: {
      id: 'case-dots',
      type: 'circle',
      source: 'cases',
      'source-layer': 'cases',
      minzoom: zoomAt(view, 13.5),
      filter: ['<=', ['get', 'day'], ['global-state', 'day']],
      paint: paint as never,
    },
  }
}

/**
 * Cases: discs with their number by zone (or gathered, in a pack without zones) up to the town band, single
 * dots close up. Dots follow the time slider through one filter on the global state `day`.
 */
export function casesPart(facts: MapFacts, view: MapViewState): MapPart {
  if (view.hidden.has('cases')) return { id: 'cases', sources: {}, layers: [] }
  const theme = themeOf(view)
  const discs = view.band === 'street' ? [] : discsOf(facts, view)
  const subject = facts.survey?.subject
  const noun = subject
    ? view.locale === 'zh'
      ? `累计${subject.zh}（${subject.unit}）`
      : `Cumulative ${subject.en}`
    : ''
  return {
    id: 'cases',
    sources: {
      cases: { type: 'tiles', layer: 'cases', columns: caseColumns(facts.register) },
      discs: {
        type: 'geojson',
        data: collect(
          discs.map(({ position, count }) => pointAt(position, { radius: discRadius(count) * view.k })),
        ),
      },
    },
    layers: [
      dotLayer(view),
      {
        slot: 'discs',
        spec: {
          id: 'discs',
          type: 'circle',
          source: 'discs',
          paint: {
            'circle-radius': ['get', 'radius'],
            'circle-color': theme.case,
            'circle-stroke-color': theme.caseInk,
            'circle-stroke-width': 1.2 * view.k,
          },
        },
      },
    ],
    obstacles: discs.map(
      ({ position, count }): Obstacle => ({
        position,
        halfWidth: discRadius(count) + 2,
        halfHeight: discRadius(count) + 2,
        kind: 'disc',
      }),
    ),
    labels: discs.map(
      ({ position, count }, i): LabelRequest => ({
        id: `count/${i}`,
        kind: 'count',
        positions: [position],
        lines: [{ text: String(count), size: 12, weight: 600, colour: 'caseInk' }],
        rank: count,
      }),
    ),
    legend: discs.length === 0 ? [] : [{ id: 'cases', sign: { kind: 'disc' }, text: noun }],
  }
}
