import type {
  AssessAnswer,
  CaseCounts,
  ConditionAnswer,
  Survey,
  SurveyZone,
  TransitionAnswer,
  TransitionWord,
} from '#geo'

/** A survey and its assessment by hand, with round figures of an invented district, for tests of what is shown. */
const TODAY = '2022-05-27'
const ASOF = `${TODAY}T14:00:00+08:00`

const dayOfMay = (day: number): string =>
  day > 31 ? `2022-06-${String(day - 31).padStart(2, '0')}` : `2022-05-${String(day).padStart(2, '0')}`

function condition(
  mark: string,
  zh: string,
  state: ConditionAnswer['state'],
  more: Partial<ConditionAnswer> = {},
): ConditionAnswer {
  return {
    id: mark,
    zh,
    en:
      { 增: 'no new case', 密: 'contacts moved', 核: 'final round', 环: 'environment', 消: 'disinfection' }[
        mark
      ] ?? zh,
    mark,
    authority: 'city',
    state,
    at: state === 'met' ? '2022-05-26' : null,
    until: null,
    reason: null,
    evidence: [],
    anyOf: null,
    figures: {},
    ...more,
  }
}

export const daysLeft = (have: number, of: number, at: string) =>
  condition('增', '满 7 天无新增', 'unmet', { at, reason: 'days-left', figures: { have, of, n: of - have } })
export const unsampled = (missing: number) =>
  condition('核', '解控前核酸', 'unmet', {
    reason: 'round-incomplete',
    figures: { missing, of: 8118, have: 8118 - missing },
  })
export const notStated = condition('消', '终末消毒', 'unknown', {
  reason: 'not-stated',
  figures: { flag: 'terminalDisinfection' },
})
export const contactsLeft = condition('密', '密接全部转运', 'unmet', {
  reason: 'stated-false',
  figures: { flag: 'allContactsControlled' },
})
const environmentOut = condition('环', '环境采样', 'unknown', {
  reason: 'not-stated',
  figures: { flag: 'environmentNegative' },
})
const met = (mark: string, zh: string) => condition(mark, zh, 'met')

interface Row {
  level: 'sealed' | 'controlled' | 'precaution'
  code: string
  name: string
  word: TransitionWord
  date: string | null
  have?: number
  of?: number
  left?: number
  into?: string
  missing?: ConditionAnswer[]
  unguarded?: number
  cases: number
}

const ROWS: Row[] = [
  {
    level: 'sealed',
    code: '06',
    name: '柳林老街',
    word: 'approved',
    date: `${TODAY}T18:00:00+08:00`,
    into: 'C04',
    cases: 5,
  },
  {
    level: 'sealed',
    code: '03',
    name: '纺织厂家属区',
    word: 'toApprove',
    date: TODAY,
    into: 'C02',
    cases: 9,
  },
  {
    level: 'sealed',
    code: '01',
    name: '锦绣苑片区',
    word: 'unmet',
    date: '2022-05-28',
    missing: [unsampled(269)],
    unguarded: 1,
    cases: 19,
  },
  {
    level: 'sealed',
    code: '07',
    name: '临江里',
    word: 'unmet',
    date: '2022-05-28',
    missing: [notStated],
    cases: 3,
  },
  {
    level: 'sealed',
    code: '05',
    name: '姚家店',
    word: 'waiting',
    date: '2022-05-29',
    have: 6,
    of: 7,
    left: 2,
    cases: 6,
  },
  {
    level: 'sealed',
    code: '02',
    name: '鼓楼市场片区',
    word: 'waiting',
    date: '2022-05-30',
    have: 5,
    of: 7,
    left: 3,
    cases: 15,
  },
  {
    level: 'controlled',
    code: '02',
    name: '东门西片',
    word: 'waiting',
    date: '2022-05-30',
    left: 3,
    cases: 6,
  },
  {
    level: 'controlled',
    code: '04',
    name: '柳林集镇',
    word: 'waiting',
    date: '2022-05-30',
    left: 3,
    missing: [environmentOut],
    cases: 0,
  },
  {
    level: 'sealed',
    code: '04',
    name: '青塘工业园宿舍',
    word: 'waiting',
    date: '2022-05-31',
    have: 4,
    of: 7,
    left: 4,
    missing: [contactsLeft],
    cases: 14,
  },
  {
    level: 'controlled',
    code: '05',
    name: '望江北片',
    word: 'waiting',
    date: '2022-05-31',
    left: 4,
    cases: 5,
  },
  {
    level: 'controlled',
    code: '01',
    name: '文昌中片',
    word: 'waiting',
    date: '2022-06-02',
    left: 6,
    unguarded: 1,
    cases: 0,
  },
  {
    level: 'controlled',
    code: '03',
    name: '青塘集镇',
    word: 'waiting',
    date: '2022-06-03',
    left: 7,
    unguarded: 1,
    cases: 0,
  },
  ...['文昌', '东门', '柳林', '青塘'].map(
    (name, i): Row => ({
      level: 'precaution',
      code: `0${i + 1}`,
      name: `${name}其余`,
      word: 'waiting',
      date: '2022-06-05',
      left: 9,
      cases: 0,
    }),
  ),
]

const LETTER = { sealed: 'S', controlled: 'C', precaution: 'P' }
const HAN = { sealed: '封', controlled: '管', precaution: '防' }
const RANK = { sealed: 3, controlled: 2, precaution: 1 }
const square = (x: number, y: number): SurveyZone['shape'] => [
  [Float64Array.of(x, y, x + 0.02, y, x + 0.02, y + 0.02, x, y + 0.02, x, y)],
]

function zoneOf(row: Row, index: number): SurveyZone {
  const shape = square(118.2 + (index % 4) * 0.05, 31.2 + Math.floor(index / 4) * 0.05)
  const days = row.have === undefined ? [] : [daysLeft(row.have, row.of!, row.date!)]
  return {
    id: `${LETTER[row.level]}${row.code}`,
    code: { zh: `${HAN[row.level]}${row.code}`, en: `${LETTER[row.level]}-${row.code}` },
    name: row.name,
    level: row.level,
    rank: RANK[row.level],
    town: 'T01',
    designatedAt: '2022-05-18',
    since: '2022-05-18',
    dayNumber: 10,
    areaM2: 380_000,
    people: 4290,
    peopleKnown: 1,
    householdsKnown: 1,
    households: 1600,
    places: 6,
    buildings: 40,
    cases: row.cases,
    lastCaseOn: row.cases ? '2022-05-20' : null,
    centre: [118.21, 31.21],
    caseCentre: [118.21, 31.21],
    decisive: 'lower',
    word: row.word,
    date: row.date,
    dayProgress: row.have === undefined ? null : { have: row.have, of: row.of! },
    daysLeft: row.left ?? null,
    into: row.into ?? null,
    missing: [...days, ...(row.missing ?? [])],
    guarded: 5,
    unguarded: row.unguarded ?? 0,
    closed: 0,
    stays: [{ level: row.level, from: '2022-05-18', to: null, cases: row.cases }],
    forecast: [
      {
        level: row.level === 'sealed' ? 'controlled' : row.level === 'controlled' ? 'precaution' : 'normal',
        from: row.date ?? '2022-06-05',
      },
    ],
    shape,
    outline: shape,
  }
}

function answerOf(row: Row): AssessAnswer['zones'][number] {
  const missing = zoneOf(row, 0).missing
  const conditions = [
    ['增', '满 7 天无新增'],
    ['密', '密接全部转运'],
    ['核', '解控前核酸'],
    ['环', '环境采样'],
  ].map(
    ([mark, zh]) =>
      missing.find((one) => one.mark === mark || (one.mark === '消' && mark === '环')) ?? met(mark!, zh!),
  )
  const finding = (mark: string, zh: string, bad: boolean): ConditionAnswer =>
    condition(mark, zh, bad ? 'unmet' : 'met', { authority: 'reference' })
  const transition: TransitionAnswer = {
    id: 'lower',
    kind: 'downgrade',
    to: row.level === 'sealed' ? 'controlled' : 'precaution',
    into: row.into ?? null,
    state: row.word === 'approved' || row.word === 'toApprove' ? 'approval' : 'blocked',
    eligibleAt: row.date,
    nationalAt: null,
    approval: null,
    suspendedBy: [],
    conditions,
    findings: [finding('报', '村社未报', false), finding('口', '出入口无卡点', Boolean(row.unguarded))],
    resets: [],
  }
  const zone = zoneOf(row, 0)
  return {
    id: zone.id,
    name: zone.name,
    level: zone.level,
    since: zone.since,
    designatedAt: zone.designatedAt,
    enclosedBy: null,
    policy: 'sample',
    transitions: [transition],
    forecast: [],
  }
}

const counts = (community: number, controlled: number): CaseCounts => ({
  total: community + controlled,
  community,
  controlled,
  unknownFound: 0,
  confirmed: controlled,
  asymptomatic: community,
  converted: 0,
})

const COMMUNITY = [1, 3, 4, 6, 7, 5, 4, 3, 2, 2, 1, 1, 0, 0, 0]
const CONTROLLED = [0, 0, 1, 2, 3, 6, 7, 6, 6, 5, 4, 3, 3, 2, 1]
const TOWNS = [
  '石门镇',
  '云台镇',
  '南渡镇',
  '双桥镇',
  '白石镇',
  '青塘镇',
  '沙湾镇',
  '柳林镇',
  '北湖街道',
  '东门街道',
  '望江街道',
  '文昌街道',
]
const SAMPLED = [55.2, 57.4, 57.6, 58.7, 60.5, 61.8, 63, 66.3, 69.2, 72.9, 74.6, 78.4]
const SERIES = [1391, 1402, 1380, 1371, 1350, 1300, 1273, 1230, 1187]

function figure(id: string, zh: string, en: string, value: number | null, delta: number | null, unit = '人') {
  const at = id === 'roomsInUse' ? `${TODAY}T12:00:00+08:00` : ASOF
  return {
    id,
    zh,
    en,
    unit,
    unitEn: '',
    value,
    at,
    delta,
    deltaAgainst: 'sameHour' as const,
    series: value === null ? [] : SERIES,
  }
}

export const aSurvey: Survey = {
  asOf: ASOF,
  day: TODAY,
  timezone: 'Asia/Shanghai',
  policy: { id: 'sample', zh: '澜溪区三区规则（第2版）', en: 'Lanxi three-zone rules', endedOn: null },
  subject: { zh: '感染者', en: 'infections', unit: '例', unitEn: 'cases' },
  district: {
    code: 'D',
    name: '澜溪区',
    areaM2: 224_310_000,
    people: 614_000,
    peopleKnown: 1,
    householdsKnown: 1,
    households: 228_000,
    villages: 160,
    towns: 12,
    compounds: 797,
  },
  cases: {
    yesterday: { ...counts(0, 1), day: '2022-05-26' },
    today: { ...counts(0, 0), day: TODAY },
    cumulative: { ...counts(39, 49), since: '2022-05-12' },
    suspected: 0,
    outsideDays: 0,
    daily: [
      ...COMMUNITY.map((community, i) => ({
        ...counts(community, CONTROLLED[i]!),
        day: dayOfMay(12 + i),
        partial: false,
      })),
      { ...counts(0, 0), day: TODAY, partial: true },
    ],
    communityZeroRun: { days: 3, from: '2022-05-24', to: '2022-05-26' },
    unattributed: 0,
  },
  figures: [
    figure('contactsInCare', '密切接触者在管', 'Close contacts in care', 1187, -86),
    figure('contactsToMove', '密接待转运', 'Contacts to move', 17, -7),
    figure('roomsInUse', '集中隔离已用房', 'Quarantine rooms in use', 1386, -22, '间'),
    figure('arrivals', '来（返）澜人员登记', 'Arrivals registered', 327, 36),
    figure('hotline', '群众诉求未办结', 'Requests open', null, null, '件'),
  ],
  rounds: [
    ['1', 13, 14, 0.989, 0.989, 14],
    ['2', 16, 17, 0.993, 0.993, 12],
    ['3', 19, 20, 0.996, 0.996, 4],
    ['4', 23, 23, 1, 1, 1],
    ['5', 27, null, 0.678, 0.412, 0],
  ].map(([round, from, to, sampledShare, resultedShare, tubes]) => ({
    round: String(round),
    from: dayOfMay(Number(from)),
    to: to === null ? null : dayOfMay(Number(to)),
    state: to === null ? ('running' as const) : ('done' as const),
    due: 603_140,
    excused: 5160,
    sampled: Math.round(603_140 * Number(sampledShare)),
    resulted: Math.round(603_140 * Number(resultedShare)),
    sampledShare: Number(sampledShare),
    resultedShare: Number(resultedShare),
    positiveTubes: Number(tubes),
  })),
  levels: [
    {
      level: 'sealed',
      zh: '封控区',
      en: 'Sealed',
      rank: 3,
      count: 7,
      areaM2: 2_690_000,
      people: 30_032,
      villages: 9,
      cases: 71,
      approved: 1,
      toApprove: 1,
    },
    {
      level: 'controlled',
      zh: '管控区',
      en: 'Controlled',
      rank: 2,
      count: 5,
      areaM2: 12_590_000,
      people: 65_880,
      villages: 12,
      cases: 11,
      approved: 0,
      toApprove: 0,
    },
    {
      level: 'precaution',
      zh: '防范区',
      en: 'Precaution',
      rank: 1,
      count: 4,
      areaM2: 82_090_000,
      people: 262_088,
      villages: 56,
      cases: 4,
      approved: 0,
      toApprove: 0,
    },
    {
      level: 'normal',
      zh: '常态化防控',
      en: 'Routine',
      rank: 0,
      count: null,
      areaM2: 126_940_000,
      people: 256_000,
      villages: 83,
      cases: 2,
      approved: 0,
      toApprove: 0,
    },
  ],
  zones: ROWS.map(zoneOf),
  towns: TOWNS.map((name, i) => ({
    code: `T${String(i + 1).padStart(2, '0')}`,
    name,
    zones: (name === '青塘镇'
      ? { sealed: 2, controlled: 1 }
      : i > 8
        ? { sealed: 1, controlled: 1 }
        : {}) as Record<string, number>,
    listed: 50_000,
    sampled: Math.round(500 * SAMPLED[i]!),
    resulted: Math.round(300 * SAMPLED[i]!),
    sampledShare: Math.round(500 * SAMPLED[i]!) / 50_000,
    resultedShare: Math.round(300 * SAMPLED[i]!) / 50_000,
    contactsToMove: name === '青塘镇' ? 17 : 0,
    silent: [1, 1, 1, 0, 0, 2, 0, 1, 0, 0, 0, 0][i]!,
    unguarded: [0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 2][i]!,
    cases: i,
  })),
  reporting: {
    day: TODAY,
    kind: 'village',
    cutoffAt: `${TODAY}T12:00:00+08:00`,
    expected: 160,
    filed: 154,
    late: [],
    missing: ['V1', 'V2', 'V3', 'V4', 'V5', 'V6'],
    zero: 120,
    approximate: 2,
    withheld: 1,
    silentNames: ['郑家庄', '武家集', '彭家桥', '龚家圩', '廖家渡', '胡家坝'].map((name, i) => ({
      code: `V${i + 1}`,
      name,
      town: null,
    })),
  },
  perimeter: {
    total: 64,
    guarded: 61,
    unguarded: 3,
    closed: 0,
    ends: 0,
    along: 0,
    isTold: true,
    untold: 0,
    unheld: 0,
    gaps: [
      ['S01', '书院路'],
      ['C01', '北二路'],
      ['C03', '集镇南街'],
    ].map(([zone, road]) => ({
      zone: zone!,
      town: 'T12',
      crossing: {
        position: [118.2, 31.2] as never,
        road: road!,
        class: 'secondary',
        kind: 'cross' as const,
        state: 'unguarded' as const,
        post: null,
        checkpoint: null,
      },
    })),
    district: { total: 13, guarded: 13, unguarded: 0, closed: 0 },
  },
  outside: null,
  quarantine: { rooms: 1640, occupied: 1386, free: 254, at: `${TODAY}T12:00:00+08:00`, sites: [] },
  sources: [
    { id: 'cases', at: ASOF, basis: 'stated', late: false, lagHours: 0 },
    { id: 'rounds', at: `${TODAY}T13:40:00+08:00`, basis: 'newest', late: false, lagHours: 0 },
    { id: 'checks', at: ASOF, basis: 'stated', late: false, lagHours: 0 },
    { id: 'occupancy', at: `${TODAY}T12:00:00+08:00`, basis: 'newest', late: true, lagHours: 2 },
  ],
  timeline: Array.from({ length: 25 }, (_, i) => {
    const ahead = Math.max(0, i - 15)
    const sealed = [3, 6, 8, 9, 10, 10, 10, 10, 10, 10, 10, 9, 8, 7, 7, 7][i] ?? Math.max(0, 6 - ahead * 2)
    return {
      day: dayOfMay(12 + i),
      counts: {
        sealed,
        controlled: ahead ? Math.max(0, 6 - ahead) : Math.min(5, 1 + Math.floor(i / 3)),
        precaution: ahead > 7 ? 0 : Math.min(4, 1 + i),
      },
      forecast: ahead > 0,
    }
  }),
  headline: {
    toRaise: 0,
    approved: 1,
    toApprove: 1,
    toAssess: 0,
    met: 0,
    overdueUnmet: 2,
    unknown: 1,
    nextDate: '2022-05-29',
    firstApprovedAt: `${TODAY}T18:00:00+08:00`,
  },
  caseDots: {
    lonLat: new Float64Array(),
    day: new Int32Array(),
    community: new Uint8Array(),
    ground: new Uint8Array(),
    unplaced: new Int32Array(),
  },
}

export const anAssessment: AssessAnswer = {
  schema: 'cordon-assess/1',
  outside: null,
  asOf: ASOF,
  known: null,
  policy: 'sample',
  zones: ROWS.map(answerOf),
  places: [],
}
