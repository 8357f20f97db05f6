import { assess, coverage, type Facts, readAsOf, type Survey, survey } from '#geo'
import {
  aCheck,
  aFacility,
  aFacts,
  aPack,
  aPlace,
  aReport,
  aRoad,
  aRound,
  aStep,
  aZone,
  box,
  cases,
  contacts,
  moment,
  origin,
  SHANGHAI,
} from '../../helpers/facts'
import { shanghai22May } from '../../helpers/policies'

const village = (code: string, parent: string, west: number, people: number | null) =>
  aPlace({
    code,
    kind: 'village',
    parent,
    name: `${code}村`,
    people,
    shape: box(west, 31, west + 0.01, 31.01),
  })

/** Two towns of two villages each in a row from west to east, and a strip of the district that no town has. */
const places = [
  aPlace({ code: 'D', kind: 'district', name: '小区县', shape: box(120, 31, 120.05, 31.01) }),
  aPlace({ code: 'T1', kind: 'town', parent: 'D', name: '东镇', shape: box(120, 31, 120.02, 31.01) }),
  aPlace({ code: 'T2', kind: 'town', parent: 'D', name: '西镇', shape: box(120.02, 31, 120.04, 31.01) }),
  village('V11', 'T1', 120, 1000),
  village('V12', 'T1', 120.01, 2000),
  village('V21', 'T2', 120.02, 3000),
  village('V22', 'T2', 120.03, null),
  aPlace({ code: 'B1', kind: 'building', parent: 'V11', shape: box(120.001, 31.001, 120.002, 31.002) }),
  aPlace({ code: 'B2', kind: 'building', parent: 'V11' }),
]

/** V11 sealed, V12 controlled since the 20th, V21 sealed and approved to be lowered at 18:00. */
const zones = [
  aZone({ id: 'F1', name: '一区', level: 'sealed', from: '2022-05-13T20:00', members: ['V11'] }),
  aZone({
    id: 'F2',
    name: '二区',
    level: 'sealed',
    from: '2022-05-15T08:00',
    to: '2022-05-26T08:00',
    members: ['V12'],
  }),
  aZone({ id: 'F2', name: '二区', level: 'controlled', from: '2022-05-26T08:00', members: ['V12'] }),
  aZone({ id: 'F3', name: '三区', level: 'sealed', from: '2022-05-14', members: ['V21'] }),
]

const caseRows = [
  { reportedAt: '2022-05-12T10:00', place: 'V11', foundIn: 'community' },
  { reportedAt: '2022-05-13T10:00', place: 'V11', foundIn: 'visit' },
  {
    reportedAt: '2022-05-14T10:00',
    place: 'V12',
    foundIn: 'community',
    kind: 'confirmed',
    kindAt: '2022-05-26T09:00',
  },
  { reportedAt: '2022-05-18T10:00', place: 'V21', foundIn: 'zone', kind: 'asymptomatic' },
  { reportedAt: '2022-05-26T10:00', place: 'V11', foundIn: 'central', kind: 'asymptomatic' },
  { reportedAt: '2022-05-26T11:00', place: 'V22', foundIn: 'central' },
  { reportedAt: '2022-05-26T12:00', lng: 120.045, lat: 31.005, foundIn: 'central' },
  { reportedAt: '2022-05-27T09:00', place: 'V11', kind: 'suspected' },
  { reportedAt: '2022-05-27T15:00', place: 'V11', foundIn: 'community' },
]

const step = (name: string, at: string, takesEffectAt?: string) =>
  aStep({ zone: 'F3', transition: 'unseal', step: name, at, takesEffectAt })

const round = (place: string, sampled: number, resulted: number) =>
  aRound({
    place,
    round: '5',
    startedAt: '2022-05-27T09:00',
    listed: 1000,
    excused: 100,
    sampled,
    resulted,
    result: 'pending',
  })

const occupied = (site: string, at: string, rooms: number, used: number, row: number) => ({
  ...{ site, rooms, occupied: used, closed: 0, at: moment(at) },
  origin: origin('occupancy.csv', row),
})

export const smallDistrict: Facts = aFacts({
  pack: aPack({
    policy: shanghai22May.id,
    reporting: { kind: 'village', cutoff: '12:00', items: ['new'] },
    perimeter: { guardDistanceM: 50 },
  }),
  policies: [shanghai22May],
  stated: new Set([
    ...(['places', 'zones', 'transitions', 'cases', 'contacts', 'rounds', 'facts', 'metrics'] as const),
    ...(['roads', 'facilities', 'checks', 'reports', 'occupancy'] as const),
  ]),
  places,
  zones,
  cases: cases(caseRows),
  contacts: contacts([
    { place: 'V11', exposedAt: '2022-05-20T10:00', transferredAt: '2022-05-21T10:00' },
    {
      place: 'V11',
      exposedAt: '2022-05-20T10:00',
      transferredAt: '2022-05-21T10:00',
      releasedAt: '2022-05-27T10:00',
    },
    { place: 'V21', exposedAt: '2022-05-26T10:00' },
    { exposedAt: '2022-05-27T10:00', kind: 'secondary' },
    { place: 'V21', exposedAt: '2022-05-26T10:00', kind: 'casual' },
    { place: 'V21', exposedAt: '2022-05-27T20:00' },
  ]),
  steps: [
    step('apply', '2022-05-26T09:00'),
    step('assess', '2022-05-26T15:00'),
    step('approve', '2022-05-27T10:00', '2022-05-27T18:00'),
  ],
  rounds: [
    round('T1', 600, 300),
    round('T2', 450, 450),
    aRound({ place: 'V11', round: '5', startedAt: '2022-05-27T09:00', listed: 1, sampled: 1 }),
    aRound({ zone: 'F1', round: '5', startedAt: '2022-05-27T09:00', listed: 7, sampled: 7 }),
    aRound({ place: 'V11', round: '9', startedAt: '2022-05-27T13:40', listed: 7, sampled: 7 }),
    aRound({
      place: 'D',
      round: '4',
      startedAt: '2022-05-23',
      finishedAt: '2022-05-24',
      listed: 5000,
      sampled: 5000,
    }),
  ],
  reports: [
    aReport({
      place: 'V11',
      day: '2022-05-27',
      filedAt: moment('2022-05-27T09:00'),
      items: { new: { kind: 'count', value: 0 } },
    }),
    aReport({
      place: 'V21',
      day: '2022-05-27',
      filedAt: moment('2022-05-27T12:30'),
      items: { new: { kind: 'count', value: 1 } },
    }),
  ],
  roads: [aRoad([119.99, 31.005, 120.06, 31.005], { name: '长街', class: 'primary' })],
  facilities: [
    aFacility({ id: 'K1', kind: 'checkpoint', position: [120, 31.005], shifts: '00-24 police1' }),
    aFacility({ id: 'K2', kind: 'checkpoint', position: [120.02, 31.005], shifts: '00-24 police1' }),
    aFacility({ id: 'Q1', kind: 'quarantine', rooms: 200 }),
  ],
  checks: [
    aCheck({ checkpoint: 'K1', at: '2022-05-27T13:55', present: 'police1' }),
    aCheck({ checkpoint: 'K2', at: '2022-05-27T13:55', present: 'police1' }),
  ],
  occupancy: [
    occupied('Q1', '2022-05-26T12:00', 200, 120, 1),
    occupied('Q1', '2022-05-27T12:00', 200, 100, 2),
  ],
})

/** The survey of these facts, as a screen would ask for it. */
export function surveyOf(facts: Facts, asOf: string, zone: string = SHANGHAI): Survey {
  const at = readAsOf(zone, asOf)!
  return survey(facts, {
    asOf: at,
    assess: assess(facts, { asOf: at }),
    coverage: coverage(facts, { asOf: at }),
  })
}
