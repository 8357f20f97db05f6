import type { CaseTable, Facts, Position } from '#geo'
import { dayOf, largest } from '#geo'
import { circled, formatCount } from '../../i18n/format'
import { filled } from '../filled'
import type {
  LabelRequest,
  LegendEntry,
  MapFacts,
  MapPart,
  MapViewState,
  Obstacle,
  PartLayer,
  PointColumns,
} from '../part'
import { collect, labelPoint, pointAt } from '../shapes/geojson'
import { isShownLarger } from '../shown-larger'
import { themeOf, zoomAt } from '../style'
import { showsWeeks } from '../weeks/weeks'
import { casesSaid, isPlaced, type PlacedZone } from '../zones/called-out'
import { stylesIn } from '../zones/zone-words'
import {
  apartUnit,
  besideZones,
  type Disc,
  discRadius,
  discSizes,
  discUnit,
  gatherDiscs,
  holdsNumber,
  LARGEST_UNIT,
  LEAST_RADIUS,
  loneSpots,
  stackedDiscs,
  unhidden,
  withOthers,
} from './discs'
import { WORDS } from './words'

/** Day number (days since 1970-01-01) of a calendar day. */
export const dayNumber = (day: string): number =>
  Math.round(Date.parse(`${day.slice(0, 10)}T00:00:00Z`) / 86_400_000)

const tables = new WeakMap<CaseTable, { readonly without: string; readonly columns: PointColumns }>()

const CONTROLLED = new Set(['zone', 'central', 'home', 'closedLoop', 'arrival'])

/**
 * Cases with a place on the ground as points: their own position, or the middle of their place. `day` is
 * the day of the report; cases without one, suspected and unplaced ones are not drawn.
 */
export function caseColumns(register: Facts, unplaced: Int32Array = new Int32Array()): PointColumns {
  const cases = register.cases
  const without = unplaced.join()
  const known = tables.get(cases)
  if (known?.without === without) return known.columns
  const left = new Set(unplaced)
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
    if (Number.isNaN(at) || text(cases.kind, row) === 'suspected' || left.has(row)) continue
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
  tables.set(cases, { without, columns: made })
  return made
}

/** Kilometres a degree of latitude. */
const KILOMETRES = 111

const showsHotspots = (facts: MapFacts, view: MapViewState): boolean =>
  showsWeeks(facts, view) && (facts.survey!.weeks!.hotspots?.length ?? 0) > 0

/** The discs that a view draws, and their scale. */
export function discsOf(facts: MapFacts, view: MapViewState): { discs: Disc[]; unit: number } {
  const survey = facts.survey
  if (!survey) return { discs: [], unit: LARGEST_UNIT }
  const spots = showsHotspots(facts, view) ? survey.weeks!.hotspots! : []
  if (spots.length > 0) {
    const discs = spots.map(
      ({ centre, week }, at): Disc => ({ position: centre, count: week, name: String(at + 1) }),
    )
    const { scale, short } = view.inset ?? view
    return { discs, unit: apartUnit(discs, scale * KILOMETRES, short) }
  }
  if (view.band === 'street') return stackedDiscs(survey.caseDots, view.short)
  if (survey.zones.length === 0) return gatherDiscs(survey.caseDots, view.scale * KILOMETRES, view.short)
  const styles = stylesIn(facts)
  const isHidden = (level: string): boolean => {
    const style = styles[level]
    return style !== undefined && view.hidden.has(style)
  }
  const own = survey.zones
    .filter(isPlaced)
    .filter((zone) => zone.cases > 0 && !isHidden(zone.level) && casesSaid(zone, facts, view) === null)
  const discOf = (zone: PlacedZone): Disc => ({ position: zone.caseCentre, count: zone.cases })
  const isSealed = ({ level }: PlacedZone): boolean => styles[level] === 'sealed'
  const first = own.filter(isSealed).map(discOf)
  const others = own.filter((zone) => !isSealed(zone)).map(discOf)
  const unit = discUnit(largest([...first, ...others].map(({ count }) => count)), view.short)
  const scale = { perDegree: view.scale * KILOMETRES, unit }
  const discs = withOthers(unhidden(first, scale), others, scale)
  if (view.isPublic) return { discs, unit: discUnit(largest(discs.map(({ count }) => count)), view.short) }
  return besideZones(discs, survey.caseDots, { perDegree: scale.perDegree, short: view.short })
}

/** So many discs bear their numbers; of more the legend says the size. */
const NUMBERED = 40

function countLabels(discs: readonly Disc[], unit: number): LabelRequest[] {
  return [...discs]
    .sort((a, b) => b.count - a.count)
    .filter(({ count }) => count > 1 || discRadius(count, unit) < LEAST_RADIUS)
    .slice(0, NUMBERED)
    .map(({ position, count, name, isOutside }, i): LabelRequest => {
      const radius = discRadius(count, unit)
      const inside = name ?? formatCount(count)
      const fits = holdsNumber(radius, inside, name ? NUMBER_LINE : LINE)
      const of = { id: `count/${i}`, kind: 'count', positions: [position], rank: count } as const
      const weight = name ? (700 as const) : (600 as const)
      const beside: LabelRequest = {
        ...of,
        lines: [{ text: name ? circled(name) : inside, size: name ? 15 : 12, weight, colour: 'ink' }],
        radius: radius < LEAST_RADIUS ? 0 : radius,
      }
      if (!fits) return beside
      const colour = name || isOutside ? 'ink' : 'caseInk'
      return { ...of, lines: [{ text: inside, size: 12, weight, colour }], beside }
    })
}

/** Height of a single number, which may reach the rim. */
const NUMBER_LINE = 10
/** Height of the line of a disc's count, css px at k = 1. */
const LINE = 14

/** Radius of the dot of one case, css px at k = 1. */
const DOT_RADIUS = 3.6

/** A disc or dot that words leave free. */
function roundAt(position: Position, radius: number): Obstacle {
  const half = radius + 2
  return { position, halfWidth: half, halfHeight: half, kind: 'disc' }
}

function dotLayer(view: MapViewState): PartLayer {
  const theme = themeOf(view)
  const colour = ['case', ['==', ['get', 'community'], 1], theme.case, theme.quar]
  const past = ['-', ['global-state', 'day'], ['get', 'day']]
  const old = view.caseWindowDays === null ? false : ['>', past, view.caseWindowDays]
  const paint = {
    'circle-radius': DOT_RADIUS * view.k,
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

/** Whether this view draws cases as dots of their own. */
const showsDots = ({ survey }: MapFacts, { band }: MapViewState): boolean =>
  band === 'street' && (survey?.caseDots.day.length ?? 0) > 0

/**
 * Cases: discs with their number by zone (or gathered, in a pack without zones) up to the town band, single
 * dots close up, and a disc where several lie at one spot. Dots follow the time slider through one filter on the global state `day`.
 */
export function casesPart(facts: MapFacts, view: MapViewState): MapPart {
  if (view.hidden.has('cases')) return { id: 'cases', sources: {}, layers: [] }
  const { discs, unit } = discsOf(facts, view)
  const own = discs.filter(({ position }) => !isShownLarger(position, view))
  const drawn = own.filter(({ count }) => discRadius(count, unit) >= LEAST_RADIUS)
  const isHotspots = showsHotspots(facts, view)
  return {
    id: 'cases',
    sources: {
      cases: {
        type: 'tiles',
        layer: 'cases',
        columns: caseColumns(facts.register, facts.survey?.caseDots.unplaced),
      },
      discs: {
        type: 'geojson',
        data: collect(
          drawn.map(({ position, count, isOutside }) =>
            pointAt(position, {
              radius: discRadius(count, unit) * view.k,
              isHollow: isOutside ?? isHotspots,
            }),
          ),
        ),
      },
    },
    layers: [dotLayer(view), discLayer(view, true), discLayer(view, false)],
    obstacles: [
      ...drawn.map(({ position, count }) => roundAt(position, discRadius(count, unit))),
      ...(showsDots(facts, view) ? loneSpots(facts.survey!.caseDots) : []).map((position) =>
        roundAt(position, DOT_RADIUS),
      ),
    ],
    labels: countLabels(own, unit),
    legend:
      discs.length === 0 && !showsDots(facts, view)
        ? []
        : [
            {
              id: 'cases',
              sign: { kind: 'disc', sizes: discSizes(discs, unit) },
              text: legendText(facts, view),
              ...(isHotspots ? { isAside: true } : {}),
            },
            ...(own.some(({ isOutside }) => isOutside) ? [outsideEntry(view)] : []),
          ],
  }
}

const outsideEntry = ({ locale }: MapViewState): LegendEntry => ({
  id: 'casesOutside',
  sign: { kind: 'hollowDisc' },
  text: WORDS[locale].outside,
})

/** Discs; those of hotspots, and of cases in no zone, let the ground through. */
function discLayer(view: MapViewState, isHollow: boolean): PartLayer {
  const theme = themeOf(view)
  const paint = {
    'circle-radius': ['get', 'radius'],
    'circle-color': isHollow ? theme.bg : theme.case,
    'circle-opacity': isHollow ? 0.8 : 1,
    'circle-stroke-color': isHollow ? theme.case : theme.caseInk,
    'circle-stroke-width': (isHollow ? 1.8 : 1.2) * view.k,
  }
  return {
    slot: 'discs',
    spec: {
      id: isHollow ? 'discs-hollow' : 'discs',
      type: 'circle',
      source: 'discs',
      filter: ['==', ['get', 'isHollow'], isHollow],
      paint: paint as never,
    },
  }
}

function legendText(facts: MapFacts, view: MapViewState): string {
  const subject = facts.survey?.subject
  if (!subject) return ''
  const words = WORDS[view.locale]
  const named = { unit: subject.unit, subject: subject[view.locale] }
  if (!showsHotspots(facts, view)) return filled(words.cumulative, named)
  return filled(words.hotspots, { who: view.locale === 'zh' ? subject.unit : subject.en })
}
