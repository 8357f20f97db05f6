import type {
  BackdropPiece,
  CoverageAnswer,
  CrossingAnswer,
  Facility,
  Facts,
  Origin,
  Place,
  Position,
  Ring,
  Road,
  Survey,
  SurveyZone,
} from '#geo'

const origin: Origin = { file: 'fixture', row: 1, knownAt: null }
const [LON, LAT] = [120.2, 31.1]

/** A repeatable stream of numbers between 0 and 1 (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** Kilometres east and north of the fixture's middle, as a position. */
export const at = (x: number, y: number): Position => [LON + x / 95.4, LAT + y / 110.9]

const closed = (points: readonly Position[]): Ring => Float64Array.from([...points, points[0]!].flat())

/** A wobbly ring round a point, radius in km. */
export function blob(x: number, y: number, radius: number, seed: number): Ring {
  const random = seeded(seed)
  return closed(
    Array.from({ length: 26 }, (_, i) => {
      const angle = (i / 26) * 2 * Math.PI
      const r = radius * (0.82 + random() * 0.36)
      return at(x + Math.cos(angle) * r, y + Math.sin(angle) * r)
    }),
  )
}

const COLUMNS = 15
const ROWS = 13
const STEP = 1.25

function villages(): { places: Place[]; cells: Position[][] } {
  const random = seeded(7)
  const node = Array.from({ length: (COLUMNS + 1) * (ROWS + 1) }, (_, i) => {
    const [c, r] = [i % (COLUMNS + 1), Math.floor(i / (COLUMNS + 1))]
    return [
      (c - COLUMNS / 2 + (random() - 0.5) * 0.6) * STEP,
      (r - ROWS / 2 + (random() - 0.5) * 0.6) * STEP,
    ] as const
  })
  const edges = new Map<string, Position[]>()
  const edge = (a: number, b: number): Position[] => {
    if (a > b) return [...edge(b, a)].reverse()
    const id = `${a}-${b}`
    const seen = edges.get(id)
    if (seen) return seen
    const [p, q] = [node[a]!, node[b]!]
    const points = [0, 0.2, 0.4, 0.6, 0.8, 1].map((t) => {
      const wobble = t === 0 || t === 1 ? 0 : (random() - 0.5) * 0.16
      return at(
        p[0] + (q[0] - p[0]) * t - (q[1] - p[1]) * wobble,
        p[1] + (q[1] - p[1]) * t + (q[0] - p[0]) * wobble,
      )
    })
    edges.set(id, points)
    return points
  }
  const places: Place[] = []
  const cells: Position[][] = []
  const seats = [
    [-6, 5],
    [0, 6],
    [5, 4],
    [-6, 0],
    [-1, 1],
    [2, 1],
    [7, 0],
    [-5, -5],
    [0, -5],
    [5, -4],
  ] as const
  for (let r = 0; r < ROWS; r++)
    for (let c = 0; c < COLUMNS; c++) {
      const [x, y] = [(c + 0.5 - COLUMNS / 2) * STEP, (r + 0.5 - ROWS / 2) * STEP]
      if ((x / 8.6) ** 2 + (y / 7.3) ** 2 > 1) continue
      const corner = [r, r, r + 1, r + 1].map((row, i) => row * (COLUMNS + 1) + c + [0, 1, 1, 0][i]!)
      const ring = [0, 1, 2, 3].flatMap((i) => edge(corner[i]!, corner[(i + 1) % 4]!).slice(0, -1))
      const town = seats
        .map(([sx, sy], i) => [Math.hypot(sx - x, sy - y), i] as const)
        .sort((a, b) => a[0] - b[0])[0]![1]
      cells.push(ring)
      places.push({
        code: `V${r}-${c}`,
        name: `${'赵钱孙李周吴郑王冯陈'[(r * 3 + c) % 10]}家${'村庄湾坝'[c % 4]}`,
        kind: 'village',
        parent: `T${town}`,
        people: 1000 + ((r * 37 + c * 91) % 4000),
        households: null,
        aliases: [],
        shape: [[closed(ring)]],
        origin,
      })
    }
  return { places, cells }
}

const TOWN_NAMES = [
  '云台镇',
  '北湖街道',
  '白石镇',
  '双桥镇',
  '文昌街道',
  '东门街道',
  '青塘镇',
  '石门镇',
  '南渡镇',
  '沙湾镇',
]

function road(name: string | null, roadClass: string, points: readonly (readonly [number, number])[]): Road {
  return {
    name,
    class: roadClass,
    closed: false,
    line: Float64Array.from(points.flatMap(([x, y]) => at(x, y))),
    origin,
  }
}

function curve(f: (t: number) => readonly [number, number], steps = 40): (readonly [number, number])[] {
  return Array.from({ length: steps + 1 }, (_, i) => f(i / steps))
}

function roads(): Road[] {
  const minor = seeded(3)
  return [
    road(
      'G4',
      'motorway',
      curve((t) => [-11 + 22 * t, -3.2 + Math.sin(t * 5) * 0.7]),
    ),
    road(
      'G312',
      'primary',
      curve((t) => [-11 + 22 * t, 1 + Math.sin(t * 6 + 1) * 0.6]),
    ),
    road(
      'S206',
      'secondary',
      curve((t) => [0.8 + Math.sin(t * 4) * 0.8, -9 + 18 * t]),
    ),
    road(
      'X012',
      'tertiary',
      curve((t) => [-8 + 15 * t, 4 + Math.cos(t * 5) * 0.8]),
    ),
    ...Array.from({ length: 60 }, () => {
      const [x, y, a] = [(minor() - 0.5) * 15, (minor() - 0.5) * 12, minor() * 6.3]
      return road(
        null,
        'unclassified',
        curve((t) => [x + Math.cos(a + t) * t * 2, y + Math.sin(a + t) * t * 2], 8),
      )
    }),
  ]
}

const water: BackdropPiece[] = [
  {
    kind: 'river',
    name: '澜溪河',
    widthM: 260,
    shape: null,
    origin,
    line: Float64Array.from(
      curve((t) => [-11 + 24 * t, 2.6 - 9 * t * t + Math.sin(t * 9) * 0.8], 60).flatMap(([x, y]) => at(x, y)),
    ),
  },
  { kind: 'water', name: '北湖', widthM: null, shape: [[blob(0.6, 5, 0.7, 4)]], line: null, origin },
  { kind: 'urban', name: null, widthM: null, shape: [[blob(-0.5, 1, 3, 14)]], line: null, origin },
]

function compounds(): Place[] {
  const random = seeded(11)
  const places: Place[] = []
  for (let x = -2.4; x < 1.8; x += 0.34)
    for (let y = -0.6; y < 2.8; y += 0.3) {
      if (random() < 0.2) continue
      const ring = closed([at(x, y), at(x + 0.28, y + 0.03), at(x + 0.27, y + 0.25), at(x - 0.01, y + 0.24)])
      const n = places.length
      places.push({
        code: `C${n}`,
        name: `${'锦银紫阳天龙'[n % 6]}${'绣桂荆光成湖'[n % 5]}${'苑里家园'[n % 3]}`,
        kind: 'compound',
        parent: null,
        people: 600,
        households: 210,
        aliases: [],
        shape: [[ring]],
        origin,
      })
    }
  return places
}

const column = (values: readonly (string | null)[]) => {
  const dictionary = [...new Set(values.filter((value) => value !== null))] as string[]
  return {
    codes: Int32Array.from(values, (value) => (value === null ? -1 : dictionary.indexOf(value))),
    values: dictionary,
  }
}

/** Forty cases round the sealed zones, two a day. */
function caseTable(): Facts['cases'] {
  const random = seeded(23)
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

const SEALED = [
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

function zones(): SurveyZone[] {
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

function coverage(all: readonly SurveyZone[]): CoverageAnswer {
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
    levels: { district: { areaM2: 1, people: 1, peopleKnown: 1, households: 1, places: 1 }, rows: [] },
    testing: [],
    reporting: null,
    quarantine: null,
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
    },
  } as unknown as Survey
  return { register, survey, coverage: coverage(all) }
}
