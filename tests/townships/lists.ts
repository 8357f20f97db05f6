import { SHARED_NAME, type Town, type Village } from './ground'
import type { Cell, TrueRow } from './sheets'
import { type Hand, oneOf, writtenCount, writtenDay } from './spellings'

export interface Column {
  readonly header: string
  /** the line above a header of two lines */
  readonly group: string
  /** whether a total adds it up */
  readonly isCount?: boolean
  readonly isTown?: boolean
  readonly isSerial?: boolean
}

/** One list before it is laid out: a line of cells a row, and the truth of that row. */
export interface List {
  readonly sheet: string
  readonly title: string
  readonly columns: readonly Column[]
  readonly rows: readonly { readonly town: Town; readonly cells: readonly Cell[]; readonly truth: TrueRow }[]
}

interface Written {
  readonly column: Column
  readonly cell: Cell
}

interface Subject {
  readonly hand: Hand
  readonly village: Village
  readonly at: number
}

export const TODAY = '2022-07-09'
const dayBefore = (count: number): string =>
  new Date(Date.parse(`${TODAY}T00:00:00Z`) - count * 86_400_000).toISOString().slice(0, 10)

const NAMES = ['张三', '李小红', '王五', '赵六', '孙大海']
const WORDS = {
  kind: { 确诊病例: 'confirmed', 无症状感染者: 'asymptomatic', 疑似病例: 'suspected' },
  foundIn: { 社区筛查: 'community', 集中隔离: 'central', 主动就诊: 'visit', 居家隔离: 'home' },
  contact: { 密接: 'close', 次密接: 'secondary' },
} as const

const word = (hand: Hand, words: Readonly<Record<string, string>>): readonly [string, string] =>
  oneOf(hand, Object.entries(words))

const plain = (group: string, header: string, cell: Cell): Written => ({ column: { header, group }, cell })

function counted(hand: Hand, group: string, header: string, count: number): [Written, number | null] {
  const { cell, truth } = writtenCount(hand, count)
  return [{ column: { header, group, isCount: true }, cell }, truth]
}

/** Names, telephones and identity numbers: columns about persons that never are kept. */
function personal({ hand, at }: Subject): Written[] {
  const name = plain('基本信息', '姓名', oneOf(hand, NAMES))
  if (!hand.has('phones')) return [name]
  return [
    name,
    plain('基本信息', '身份证号', `9999991990010${1 + (at % 9)}${String(1000 + at)}`),
    plain('基本信息', '联系电话', oneOf(hand, [`1300000${String(1000 + at)}`, 13_000_001_000 + at])),
  ]
}

interface Made {
  readonly written: readonly Written[]
  readonly values: TrueRow['values']
}

interface Kind {
  readonly kind: string
  readonly sheet: string
  readonly title: string
  readonly placeHeaders: readonly string[]
  readonly most: number
  /** its place is kept as it is written */
  readonly isSite?: boolean
  make(subject: Subject): Made
}

function caseRow(subject: Subject): Made {
  const { hand, at } = subject
  const [kind, kindTruth] = word(hand, WORDS.kind)
  const [found, foundTruth] = word(hand, WORDS.foundIn)
  const day = dayBefore(hand.random.between(0, 5))
  return {
    written: [
      ...personal(subject),
      plain('基本信息', '性别', at % 2 ? '男' : '女'),
      plain('基本信息', '年龄', 20 + at),
      plain('报告情况', '报告日期', writtenDay(hand, day)),
      plain('报告情况', '诊断类型', kind),
      plain('报告情况', '发现途径', found),
    ],
    values: { reportedAt: day, kind: kindTruth, foundIn: foundTruth },
  }
}

function contactRow(subject: Subject): Made {
  const { hand } = subject
  const [kind, truth] = word(hand, WORDS.contact)
  const [exposed, moved] = [dayBefore(hand.random.between(2, 5)), dayBefore(hand.random.between(0, 1))]
  return {
    written: [
      ...personal(subject),
      plain('接触情况', '密接类型', kind),
      plain('接触情况', '末次接触日期', writtenDay(hand, exposed)),
      plain('接触情况', '转运日期', writtenDay(hand, moved)),
    ],
    values: { kind: truth, exposedAt: exposed, transferredAt: moved },
  }
}

function roundRow({ hand, at }: Subject): Made {
  const people = hand.random.between(600, 3200)
  const [listed, listedTruth] = counted(hand, '应检', '应检人数', people)
  const [sampled, sampledTruth] = counted(hand, '检测情况', '已采样人数', people - at)
  const [resulted, resultedTruth] = counted(hand, '检测情况', '已出结果人数', people - 2 * at - 7)
  const day = hand.has('dayAbove') ? [] : [plain('采样', '采样日期', writtenDay(hand, TODAY))]
  return {
    written: [...day, plain('采样', '轮次', '第3轮'), listed, sampled, resulted],
    values: {
      startedAt: TODAY,
      round: '3',
      listed: listedTruth,
      sampled: sampledTruth,
      resulted: resultedTruth,
    },
  }
}

function reportRow({ hand }: Subject): Made {
  const items = ['返乡人员', '发热人员', '就医需求']
  const made = items.map((item) => counted(hand, '今日情况', item, hand.random.between(0, 60)))
  const day = hand.has('dayAbove') ? [] : [plain('基本信息', '日期', writtenDay(hand, TODAY))]
  return {
    written: [...day, ...made.map(([written]) => written)],
    values: { day: TODAY, ...Object.fromEntries(items.map((item, i) => [item, made[i]![1]])) },
  }
}

function position({ village: { centre }, at }: Subject): { lng: number; lat: number } {
  return { lng: Number((centre[0] + at * 1e-4).toFixed(6)), lat: Number((centre[1] - at * 1e-4).toFixed(6)) }
}

function checkpointRow(subject: Subject): Made {
  const { village, at } = subject
  const { lng, lat } = position(subject)
  const name = `${village.name}${oneOf(subject.hand, ['东口', '西口', '桥头'])}${at}号卡点`
  return {
    written: [
      plain('卡点', '卡点名称', name),
      plain('位置', '经度(WGS84)', lng),
      plain('位置', '纬度(WGS84)', lat),
      plain('值守', '值守人员', oneOf(subject.hand, NAMES)),
    ],
    values: { name, lng, lat },
  }
}

function quarantineRow(subject: Subject): Made {
  const { village, at, hand } = subject
  const { lng, lat } = position(subject)
  const name = `${village.name}${oneOf(hand, ['宾馆', '小学', '党校'])}${at}号隔离点`
  const rooms = hand.random.between(20, 200)
  return {
    written: [
      plain('隔离点', '隔离点名称', name),
      plain('隔离点', '房间数', rooms),
      plain('位置', '经度(WGS84)', lng),
      plain('位置', '纬度(WGS84)', lat),
    ],
    values: { name, rooms, lng, lat },
  }
}

const VILLAGE = ['村（社区）', '所属村', '村居', '所在村（社区）']
const KINDS: readonly Kind[] = [
  {
    kind: 'cases',
    sheet: '病例',
    title: '病例台账',
    placeHeaders: [...VILLAGE, '现住村'],
    most: 12,
    make: caseRow,
  },
  {
    kind: 'contacts',
    sheet: '密接',
    title: '密切接触者台账',
    placeHeaders: VILLAGE,
    most: 14,
    make: contactRow,
  },
  {
    kind: 'rounds',
    sheet: '核酸轮次',
    title: '第3轮核酸检测情况统计表',
    placeHeaders: VILLAGE,
    most: 9,
    make: roundRow,
  },
  {
    kind: 'checkpoint',
    sheet: '卡点',
    title: '交通卡点登记表',
    placeHeaders: VILLAGE,
    most: 6,
    make: checkpointRow,
    isSite: true,
  },
  {
    kind: 'quarantine',
    sheet: '隔离点',
    title: '集中隔离点登记表',
    placeHeaders: VILLAGE,
    most: 5,
    make: quarantineRow,
    isSite: true,
  },
  {
    kind: 'reports',
    sheet: '日报',
    title: '疫情防控日报表',
    placeHeaders: VILLAGE,
    most: 9,
    make: reportRow,
  },
]

/** Lists of one workbook. Rows of counts have each village once; those about persons may have it again. */
export function listsOf(hand: Hand, towns: readonly Town[]): List[] {
  const chosen = KINDS.filter(() => hand.random.chance(0.8))
  return (chosen.length < 3 ? KINDS.slice(0, 4) : chosen).map((kind) => listOf(kind, hand, towns))
}

function listOf(kind: Kind, hand: Hand, towns: readonly Town[]): List {
  const isOnce = kind.kind === 'rounds' || kind.kind === 'reports'
  const saysTown = hand.has('title') || hand.has('unitLine') || towns.length > 1
  const header = oneOf(hand, kind.placeHeaders)
  const rows = towns.flatMap((town) => {
    const villages = town.villages.filter(({ name }) => saysTown || name !== SHARED_NAME)
    const count = hand.random.between(3, kind.most)
    const taken = isOnce
      ? villages.slice(0, count)
      : Array.from({ length: count }, () => oneOf(hand, villages)).sort((a, b) => (a.code < b.code ? -1 : 1))
    return taken.map((village) => ({ town, village }))
  })
  const whole = rows.map(({ town, village }, at) => {
    const { written, values } = kind.make({ hand, village, at })
    const before = beforeOf(hand, { town, village, header, at, isMany: towns.length > 1 })
    const all = [...before, ...written]
    return { town, all, truth: { kind: kind.kind, place: village.code, values } }
  })
  return {
    ...{ sheet: kind.sheet, title: kind.title, columns: whole[0]!.all.map(({ column }) => column) },
    rows: whole.map(({ town, all, truth }) => ({ town, truth, cells: all.map(({ cell }) => cell) })),
  }
}

interface Before {
  readonly town: Town
  readonly village: Village
  readonly header: string
  readonly at: number
  readonly isMany: boolean
}

function beforeOf(hand: Hand, { town, village, header, at, isMany }: Before): Written[] {
  const group = '基本信息'
  return [
    { column: { header: '序号', group, isSerial: true }, cell: at + 1 },
    ...(isMany ? [{ column: { header: '镇（街道）', group, isTown: true }, cell: town.name }] : []),
    plain(group, header, village.name),
    ...(hand.has('codes') ? [plain(group, '村代码', Number(village.code))] : []),
  ]
}
