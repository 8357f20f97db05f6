import type {
  Check,
  Facility,
  Facts,
  Metric,
  Origin,
  PackDescription,
  Place,
  Report,
  Ring,
  Road,
  Round,
  Shape,
  StatedFact,
  TransitionStep,
  ZoneStay,
} from '#geo'
import { cases, contacts, moment, momentOrNull, SHANGHAI } from './columns'

export { moment, SHANGHAI } from './columns'

export const origin = (file: string, row = 1): Origin => ({ file, row, knownAt: null })

/** A rectangle in degrees. */
export function box(west: number, south: number, east: number, north: number): Shape {
  return [[ring([west, south, east, south, east, north, west, north, west, south])]]
}

export const ring = (flat: readonly number[]): Ring => Float64Array.from(flat)

export const aPack = (over: Partial<PackDescription> = {}): PackDescription => ({
  title: { zh: '测试', en: 'Test' },
  timezone: SHANGHAI,
  frame: 'wgs84',
  policy: 'cn-2021-three-zone',
  use: 'review',
  synthetic: true,
  licence: null,
  asOf: null,
  reporting: null,
  perimeter: { guardDistanceM: 50 },
  ...over,
})

export const aPlace = (over: Partial<Place> & { code: string }): Place => ({
  name: over.code,
  kind: 'compound',
  parent: null,
  people: null,
  households: null,
  aliases: [],
  shape: null,
  origin: origin('places.geojson'),
  ...over,
})

/** A stay; times as texts. */
export function aZone(
  over: Partial<Omit<ZoneStay, 'from' | 'to'>> & {
    id: string
    from: string
    to?: string | null
    zone?: string
  },
): ZoneStay {
  const { from, to, zone, ...rest } = over
  return {
    name: over.id,
    level: 'sealed',
    policy: null,
    members: [],
    parent: null,
    arrivedFrom: null,
    drawn: null,
    origin: origin('zones.geojson'),
    ...rest,
    from: moment(from, zone),
    to: momentOrNull(to, zone),
  }
}

type Timed<T, Keys extends keyof T> = Partial<Omit<T, Keys>> & { [K in Keys]?: string | null }

export function aStep(
  over: Timed<TransitionStep, 'at' | 'takesEffectAt'> & { zone: string; transition: string; at: string },
): TransitionStep {
  const { at, takesEffectAt, ...rest } = over
  return {
    step: 'apply',
    by: null,
    decision: 'given',
    note: null,
    origin: origin('transitions.csv'),
    ...rest,
    at: moment(at),
    takesEffectAt: momentOrNull(takesEffectAt),
  }
}

/** A finished negative round of 100 of 100 people unless told otherwise. */
export function aRound(over: Timed<Round, 'startedAt' | 'finishedAt'>): Round {
  const { startedAt, finishedAt, ...rest } = over
  const start = startedAt ?? finishedAt ?? '2022-01-01'
  return {
    zone: null,
    place: null,
    round: '1',
    scope: null,
    method: 'pool10',
    listed: 100,
    excused: 0,
    sampled: 100,
    sent: 100,
    resulted: 100,
    positiveTubes: 0,
    positivePeople: 0,
    result: 'negative',
    origin: origin('rounds.csv'),
    ...rest,
    startedAt: moment(start),
    finishedAt: momentOrNull(finishedAt),
  }
}

export const aFact = (over: Omit<Partial<StatedFact>, 'at'> & { at: string; fact: string }): StatedFact => ({
  zone: null,
  place: null,
  value: 'true',
  origin: origin('facts.csv'),
  ...over,
  at: moment(over.at),
})

export const aMetric = (
  over: Omit<Partial<Metric>, 'at'> & { at: string; metric: string; place: string },
): Metric => ({
  value: null,
  origin: origin('metrics.csv'),
  ...over,
  at: moment(over.at),
})

export const aReport = (over: Partial<Report> & { place: string; day: string }): Report => ({
  filedAt: null,
  items: {},
  origin: origin('reports.csv'),
  ...over,
})

export const aCheck = (over: Omit<Partial<Check>, 'at'> & { checkpoint: string; at: string }): Check => ({
  by: null,
  present: null,
  missing: null,
  note: null,
  origin: origin('checks.csv'),
  ...over,
  at: moment(over.at),
})

export const aFacility = (over: Partial<Facility> & { id: string; kind: string }): Facility => ({
  name: null,
  place: null,
  from: null,
  to: null,
  status: null,
  position: null,
  shifts: null,
  lockedHours: null,
  rooms: null,
  tables: null,
  tubesPerDay: null,
  beds: null,
  origin: origin('facilities.csv'),
  ...over,
})

export const aRoad = (flat: readonly number[], over: Partial<Road> = {}): Road => ({
  name: null,
  class: 'residential',
  closed: false,
  line: Float64Array.from(flat),
  origin: origin('roads.geojson'),
  ...over,
})

export { type CaseRow, type ContactRow, cases, contacts } from './columns'

/** Facts in which every list that matters to rules is stated and empty, unless given. `stated` may be narrowed. */
export const aFacts = (over: Partial<Facts> = {}): Facts =>
  Object.freeze({
    pack: aPack(),
    policies: [],
    stated: new Set([
      'places',
      'zones',
      'transitions',
      'cases',
      'contacts',
      'rounds',
      'facts',
      'metrics',
    ] as const),
    places: [],
    roads: [],
    backdrop: [],
    facilities: [],
    zones: [],
    steps: [],
    cases: cases([]),
    contacts: contacts([]),
    rounds: [],
    statedFacts: [],
    reports: [],
    occupancy: [],
    checks: [],
    passages: [],
    metrics: [],
    indicators: [],
    ...over,
  })
