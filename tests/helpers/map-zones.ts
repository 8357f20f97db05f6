import type { CoverageAnswer, CrossingAnswer, Position, SurveyZone } from '#geo'
import { at, blob } from './map-ground'

export const SEALED = [
  [-1.2, 1.9, 0.42],
  [-0.9, 0.9, 0.36],
  [1.6, 0.5, 0.4],
  [4.8, -0.6, 0.5],
  [5.6, 1.8, 0.4],
  [-5.6, -0.8, 0.45],
  [0.1, -0.9, 0.3],
] as const
const CONTROLLED = [
  [-1.2, 1.5, 1.2],
  [1.8, 0.7, 0.95],
  [4.6, -0.4, 1.4],
  [-5.4, -1.2, 1.3],
  [0, -1, 0.85],
] as const
const PRECAUTION = [
  [-0.8, 0.6, 3.1],
  [5.6, 0.4, 2.6],
  [-5.8, -0.6, 2.3],
] as const

function zone(
  over: Partial<SurveyZone> & Pick<SurveyZone, 'id' | 'level' | 'shape' | 'outline'>,
): SurveyZone {
  return {
    code: { zh: over.id, en: over.id },
    name: '片区',
    rank: 1,
    town: null,
    designatedAt: '2022-05-13T20:00:00+08:00',
    since: '2022-05-13T20:00:00+08:00',
    dayNumber: 15,
    areaM2: 4e5,
    people: 8214,
    peopleKnown: 1,
    householdsKnown: 1,
    households: 3106,
    places: 13,
    buildings: 94,
    cases: 0,
    lastCaseOn: null,
    centre: at(0, 0),
    caseCentre: at(0, 0),
    decisive: null,
    word: 'waiting',
    date: null,
    dayProgress: null,
    daysLeft: null,
    into: null,
    missing: [],
    guarded: 0,
    unguarded: 0,
    closed: 0,
    stays: [],
    forecast: [],
    ...over,
  }
}

const NAMES = ['锦绣苑片区', '鼓楼市场片区', '纺织厂家属区', '青塘工业园宿舍', '姚家店', '柳林老街', '临江里']
const STANDING: Partial<SurveyZone>[] = [
  {
    word: 'unmet',
    cases: 19,
    missing: [
      {
        id: 'a',
        zh: '24 小时内再做一轮核酸',
        en: 'One more round within 24 h',
        mark: '核',
        authority: 'local',
        state: 'unmet',
        at: null,
        until: null,
        reason: 'round-incomplete',
        evidence: [],
        anyOf: null,
        figures: { missing: 269 },
      },
    ],
  },
  { word: 'waiting', cases: 15, date: '2022-05-30', daysLeft: 3 },
  { word: 'toApprove', cases: 9, into: '管02' },
  { word: 'waiting', cases: 14, date: '2022-05-31', daysLeft: 4 },
  { word: 'waiting', cases: 6, date: '2022-05-29', daysLeft: 2 },
  { word: 'approved', cases: 5, date: '2022-05-27T18:00:00+08:00', into: '管04' },
  { word: 'unmet', cases: 3, missing: [] },
]

/** Zones of every level and standing. */
export function zones(): SurveyZone[] {
  const sealed = SEALED.map(([x, y, r], i) => {
    const ring = blob(x, y, r, 40 + i)
    return zone({
      id: `封0${i + 1}`,
      code: { zh: `封0${i + 1}`, en: `S-0${i + 1}` },
      name: NAMES[i]!,
      level: 'sealed',
      rank: 3,
      shape: [[ring]],
      outline: [[ring]],
      centre: at(x, y),
      caseCentre: at(x, y),
      ...STANDING[i],
    })
  })
  const controlled = CONTROLLED.map(([x, y, r], i) => {
    const ring = blob(x, y, r, 60 + i)
    const holes = sealed
      .filter((_, s) => Math.hypot(SEALED[s]![0] - x, SEALED[s]![1] - y) < r)
      .map((z) => z.outline[0]![0]!)
    return zone({
      id: `管0${i + 1}`,
      code: { zh: `管0${i + 1}`, en: `C-0${i + 1}` },
      name: `集镇${i + 1}`,
      level: 'controlled',
      rank: 2,
      shape: [[ring, ...holes]],
      outline: [[ring]],
      centre: at(x + r / 2, y - r / 2),
      caseCentre: at(x, y),
      word: 'waiting',
      date: '2022-06-03',
      daysLeft: 7,
      unguarded: i === 2 ? 1 : 0,
    })
  })
  const precaution = PRECAUTION.map(([x, y, r], i) => {
    const ring = blob(x, y, r, 80 + i)
    const holes = controlled
      .filter((_, s) => Math.hypot(CONTROLLED[s]![0] - x, CONTROLLED[s]![1] - y) < r)
      .map((z) => z.outline[0]![0]!)
    return zone({
      id: `防0${i + 1}`,
      code: { zh: `防0${i + 1}`, en: `P-0${i + 1}` },
      level: 'precaution',
      rank: 1,
      shape: [[ring, ...holes]],
      outline: [[ring]],
      centre: at(x, y),
    })
  })
  return [...sealed, ...controlled, ...precaution]
}

/** Crossings of the zones in every state. */
export function coverage(all: readonly SurveyZone[]): CoverageAnswer {
  const crossing = (position: Position, i: number, state: CrossingAnswer['state']): CrossingAnswer => ({
    position,
    road: `路口${i}`,
    class: 'secondary',
    kind: 'cross',
    state,
    post: state === 'guarded' ? 'onDuty' : null,
    checkpoint: null,
  })
  const perimeter = all
    .filter((z) => z.level === 'controlled')
    .map((z, n) => {
      const ring = z.outline[0]![0]!
      const crossings = [2, 7, 12, 18, 22].map((v, i) =>
        crossing([ring[2 * v]!, ring[2 * v + 1]!], i, i === 1 && n % 2 === 0 ? 'unguarded' : 'guarded'),
      )
      return {
        id: z.id,
        name: z.name,
        level: z.level,
        kind: 'zone' as const,
        crossings,
        along: [],
        guarded: 4,
        unguarded: 1,
        closed: 0,
      }
    })
  const gates = (
    [
      [-8.4, 1.3],
      [8.4, 0.9],
      [0.3, 6.9],
      [0.6, -6.9],
      [-6.6, -4.2],
      [6.4, -4.6],
    ] as const
  ).map(([x, y], i) => crossing(at(x, y), i, 'guarded'))
  const district = {
    id: 'LX',
    name: '澜溪区',
    level: 'district',
    kind: 'district' as const,
    crossings: gates,
    along: [],
    guarded: 6,
    unguarded: 0,
    closed: 0,
  }
  return {
    schema: 'cordon-coverage/1',
    outside: null,
    guardDistanceM: 50,
    asOf: '2022-05-27T14:00:00+08:00',
    perimeter: [...perimeter, district],
    perimeterTotal: null,
    endsAtLine: null,
    levels: {
      district: { areaM2: 1, people: 1, peopleKnown: 1, households: 1, householdsKnown: 1, places: 1 },
      rows: [],
    },
    testing: [],
    reporting: null,
    quarantine: null,
  }
}
