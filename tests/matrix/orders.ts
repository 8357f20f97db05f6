import { strToU8 } from 'fflate'
import { placeMeantIn } from '../../src/import/persons/place-meant'
import { type ImportPlan, planImport } from '../../src/import/plan'
import { admit } from '../../src/log/admit'
import { append, tailOf } from '../../src/log/append'
import { canonical, digest } from '../../src/log/digest'
import type { LogEvent } from '../../src/log/events'
import { fold } from '../../src/log/fold/fold'
import type { Register } from '../../src/log/fold/register'
import { inOrder } from '../../src/log/order'
import type { ColumnBlock } from '../../src/log/rows/columns'
import { seeded } from '../helpers/seeded'
import { workbookOf } from './workbook-of'

const TOWNS = ['召陵镇', '万金镇', '青年镇', '姬石镇', '老窝镇', '翟庄街道', '东城街道']
const VILLAGES = ['东村', '西村', '南村', '北村', '中村']

/** The villages of a town with their ground, as a list that a workbook cannot hold. */
function ground(town: string, t: number): string {
  const rows = VILLAGES.map((name, i) => {
    const [lon, lat] = [114 + i / 50, 33.5 + t / 50]
    const wkt = `POLYGON ((${lon} ${lat}, ${lon} ${lat + 0.02}, ${lon + 0.02} ${lat + 0.02}, ${lon + 0.02} ${lat}, ${lon} ${lat}))`
    return `4111041${String(t + 10)}${201 + i},${town}${name},village,${900 + i},"${wkt}"`
  })
  return `code,name,kind,people,wkt\n${rows.join('\n')}\n`
}

/** What a town sends of its persons: a title, a unit line, a header, rows, a total and a note. */
function persons(town: string, t: number, day: number): (string | number | null)[][] {
  const rows = VILLAGES.slice(0, 3 + (t % 3)).map((name, i) => [
    ...[i + 1, `${town}${name}`, `2022.7.${day - (i % 3)}`],
    ...[i % 2 === 0 ? '确诊病例' : '无症状感染者', i % 2 === 0 ? '男' : '女', 20 + 7 * i + t],
  ])
  return [
    [`${town}病例台账`, null, null, null, null, null],
    [`填报单位：${town}　截至2022年7月${day}日17时`, null, null, null, null, null],
    ['序号', '现住址', '报告日期', '诊断类型', '性别', '年龄'],
    ...rows,
    ['合计', null, null, rows.length, null, null],
    ['注：以上为本镇数据。', null, null, null, null, null],
  ]
}

const tests = (town: string, t: number): (string | number | null)[][] => [
  [`${town}核酸检测情况统计表`, null, null, null],
  ['村', '检测情况', null, '开始时间'],
  [null, '应检人数', '已采人数', null],
  ...VILLAGES.map((name, i) => [`${town}${name}`, 100 + 10 * i + t, 90 + i, '2022-07-09 08:00']),
]

export interface SentFile {
  readonly path: string
  readonly bytes: Uint8Array
}

/** The files of a morning: of each town its map, and a workbook of two sheets with the habits of clerks. */
export function morningOf(count: number): SentFile[] {
  const towns = TOWNS.slice(0, Math.ceil(count / 2))
  return towns
    .flatMap((town, t): SentFile[] => [
      { path: `${town}村界.csv`, bytes: strToU8(ground(town, t)) },
      {
        path: `${town}日报0709.xlsx`,
        bytes: workbookOf({ 病例: persons(town, t, 9), 核酸统计: tests(town, t) }),
      },
    ])
    .concat({ path: '城区台账.xlsx', bytes: workbookOf({ 病例: persons('城区', 9, 8) }) })
    .slice(-count)
}

/** Each file read once, by itself. */
export const readOnce = (files: readonly SentFile[]): Promise<ImportPlan[]> =>
  Promise.all(files.map((file) => planImport([file])))

/** What is so after the plans were taken in one after the other: every fact, in an order of its own, as one hash. */
export function stateAfter(plans: readonly ImportPlan[]): string {
  const events: LogEvent[] = []
  const blocks = new Map<string, ColumnBlock>()
  for (const [i, plan] of plans.entries()) {
    const admitted = admit(plan, events, blocks, placeMeantIn(null))
    for (const [hash, block] of admitted.blocks) blocks.set(hash, block)
    const signing = { by: { name: '', unit: '' }, device: 'd1', now: 1_000 * (i + 1) }
    for (const event of append(admitted.drafts, tailOf(inOrder(events)), signing)) events.push(event)
  }
  return digest(canonical(factsOf(fold(events, blocks, { known: null, learned: 'fromTheBeginning' }))))
}

/** The facts, each list in an order that does not come from the files. */
function factsOf({ places, rounds, cases }: Register): unknown {
  const sorted = (rows: readonly unknown[]): string[] => rows.map((row) => JSON.stringify(row)).sort()
  const word = (
    { values, codes }: { values: readonly (string | null)[]; codes: ArrayLike<number> },
    i: number,
  ) => values[codes[i]!] ?? null
  return {
    places: sorted(
      places.map(({ shape, ...place }) => [place, shape?.map((rings) => rings.map((ring) => [...ring]))]),
    ),
    rounds: sorted(rounds),
    cases: sorted(
      Array.from({ length: cases.length }, (_, i) => [
        ...[
          word(cases.place, i),
          word(cases.kind, i),
          cases.reportedAt.at[i],
          word(cases.file, i),
          cases.row[i],
        ],
        ...[cases.lon[i], cases.lat[i]],
      ]),
    ),
  }
}

/** Different orders of so many things, every one of them where there are no more. */
export function ordersOf(count: number, wanted: number): number[][] {
  const found = new Map<string, number[]>()
  const random = seeded(120)
  for (let turn = 0; found.size < wanted && turn < 60 * wanted; turn += 1) {
    const order = Array.from({ length: count }, (_, i) => ({ i, at: random.next() }))
      .sort((a, b) => a.at - b.at)
      .map(({ i }) => i)
    found.set(order.join(), order)
  }
  return [...found.values()]
}

/** How many states the orders give: one, or the order counts. */
export function statesOf(
  plans: readonly ImportPlan[],
  wanted: number,
): { readonly orders: number; readonly states: number } {
  const orders = ordersOf(plans.length, wanted)
  const states = new Set(orders.map((order) => stateAfter(order.map((i) => plans[i]!))))
  return { orders: orders.length, states: states.size }
}
