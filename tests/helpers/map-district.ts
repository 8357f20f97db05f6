import type { CoverageAnswer, Facility, Facts, Place, Survey } from '#geo'
import { at, compounds, origin, roads, TOWN_NAMES, villages, water } from './map-ground'
import { coverage, SEALED, zones } from './map-zones'
import { seeded } from './seeded'

const column = (values: readonly (string | null)[]) => {
  const dictionary = [...new Set(values.filter((value) => value !== null))] as string[]
  return {
    codes: Int32Array.from(values, (value) => (value === null ? -1 : dictionary.indexOf(value))),
    values: dictionary,
  }
}

/** Forty cases round the sealed zones, two a day. */
function caseTable(): Facts['cases'] {
  const random = seeded(23).next
  const n = 40
  const none = column(Array.from({ length: n }, () => null))
  const time = { at: new Float64Array(n).fill(Number.NaN), isDay: new Uint8Array(n) }
  const positions = Array.from({ length: n }, (_, i) => {
    const [x, y] = SEALED[i % SEALED.length]!
    return at(x + (random() - 0.5) * 0.5, y + (random() - 0.5) * 0.5)
  })
  return {
    length: n,
    id: column(Array.from({ length: n }, (_, i) => `N${i}`)),
    reportedAt: {
      at: Float64Array.from(
        { length: n },
        (_, i) => Date.parse('2022-05-12T04:00:00Z') + Math.floor(i / 2) * 86_400_000 * 0.75,
      ),
      isDay: new Uint8Array(n),
    },
    sampledAt: time,
    onsetOn: time,
    kind: column(Array.from({ length: n }, () => 'asymptomatic')),
    kindAt: time,
    origin: none,
    foundIn: column(Array.from({ length: n }, (_, i) => (i % 2 ? 'central' : 'community'))),
    place: none,
    zone: none,
    lon: Float64Array.from(positions, (p) => p[0]),
    lat: Float64Array.from(positions, (p) => p[1]),
    chain: none,
    infectedBy: none,
    transferredAt: time,
    tags: none,
    file: none,
    row: new Uint32Array(n),
    knownAt: time.at,
  }
}

const facility = (id: string, kind: string, x: number, y: number): Facility => ({
  id,
  kind,
  name: id,
  place: null,
  from: null,
  to: null,
  status: null,
  position: at(x, y),
  shifts: null,
  lockedHours: null,
  rooms: 100,
  tables: null,
  tubesPerDay: null,
  beds: null,
  origin,
})

/** A small made-up district with every kind of thing a map draws. */
export function mapDistrict(): { register: Facts; survey: Survey; coverage: CoverageAnswer } {
  const ground = villages()
  const all = zones()
  const towns = TOWN_NAMES.map(
    (name, i): Place => ({
      code: `T${i}`,
      name,
      kind: 'town',
      parent: 'LX',
      people: null,
      households: null,
      aliases: [],
      shape: null,
      origin,
    }),
  )
  const district: Place = {
    code: 'LX',
    name: '澜溪区',
    kind: 'district',
    parent: null,
    people: 614_000,
    households: null,
    aliases: [],
    shape: null,
    origin,
  }
  const sites = (
    [
      [-3, 3.4],
      [3.2, 2.4],
      [0.8, 6],
      [-5, 2],
      [3.9, -3.4],
      [-3.2, -4.2],
      [6.6, 3],
    ] as const
  ).map(([x, y], i) => facility(`Q${i}`, 'quarantine', x, y))
  const cases = caseTable()
  const register = {
    pack: {
      title: { zh: '演示', en: 'Demo' },
      timezone: 'Asia/Shanghai',
      frame: 'wgs84',
      policy: null,
      use: 'exercise',
      synthetic: true,
      licence: null,
      asOf: null,
      reporting: null,
      perimeter: { guardDistanceM: 50 },
    },
    policies: [],
    stated: new Set(),
    places: [district, ...towns, ...ground.places, ...compounds()],
    roads: roads(),
    backdrop: water,
    facilities: [...sites, facility('H1', 'hospital', 1.2, 2.4), facility('M1', 'market', -0.2, 0.4)],
    zones: [],
    steps: [],
    cases,
    contacts: null as never,
    rounds: [],
    statedFacts: [],
    reports: [],
    occupancy: [],
    checks: [],
    passages: [],
    metrics: [],
    indicators: [],
  } as unknown as Facts
  const silent = ['V10-5', 'V3-9', 'V5-13', 'V1-5'].map((code) => ({ code, name: code, town: null }))
  const survey = {
    asOf: '2022-05-27T14:00:00+08:00',
    day: '2022-05-27',
    timezone: 'Asia/Shanghai',
    subject: { zh: '感染者', en: 'cases', unit: '例', unitEn: 'cases' },
    levels: [
      ['sealed', '封控区', 3],
      ['controlled', '管控区', 2],
      ['precaution', '防范区', 1],
    ].map(([level, zh, rank]) => ({ level, zh, en: level, rank })),
    zones: all,
    reporting: { silentNames: silent },
    quarantine: {
      sites: sites.map(({ id }, i) => ({
        id,
        rooms: 100,
        occupied: [40, 98, 70, 55, 20, 90, 65][i],
        free: null,
        at: null,
        daysToFull: null,
      })),
    },
    caseDots: {
      lonLat: Float64Array.from(Array.from(cases.lon).flatMap((lon, i) => [lon, cases.lat[i]!])),
      day: new Int32Array(cases.length),
      community: new Uint8Array(cases.length),
      ground: new Uint8Array(cases.length).fill(1),
      unplaced: new Int32Array(),
    },
  } as unknown as Survey
  return { register, survey, coverage: coverage(all) }
}
