import { seeded } from '../helpers/seeded'
import { CLERKS } from './clerks'
import { FORMATS, filesOf } from './files'
import { TOWNSHIPS, type Town } from './ground'
import { gridOf } from './layout'
import { type List, listsOf } from './lists'
import type { Cell, Grid, Merge, Sheet, Workbook } from './sheets'
import { type Hand, handOf } from './spellings'

/** The workbook of a number: clerk and format go round, so that any two meet. */
export async function workbookOf(number: number): Promise<Workbook> {
  const clerk = CLERKS[number % CLERKS.length]!
  const format = FORMATS[number % FORMATS.length]!
  const hand = handOf(clerk, seeded(9_176 + number * 7_919))
  const first = number % TOWNSHIPS.length
  const isMany = hand.has('mergedTown') || hand.has('subtotals')
  const towns = isMany
    ? [0, 1, 2].map((i) => TOWNSHIPS[(first + i) % TOWNSHIPS.length]!)
    : [TOWNSHIPS[first]!]
  const unit = isMany ? { ...towns[0]!, name: '沙澧区' } : towns[0]!
  const lists = listsOf(hand, towns)
  const name = `${unit.name}日报0709`
  return {
    ...{
      name: `${String(number).padStart(2, '0')} ${name}`,
      clerk: clerk.name,
      format,
      habits: clerk.habits,
    },
    files: await filesOf(name, sheetsOf(hand, unit, lists), format),
    truth: lists.flatMap(({ rows }) => rows.map(({ truth }) => truth)),
  }
}

function sheetsOf(hand: Hand, town: Town, lists: readonly List[]): Sheet[] {
  const sheets: Sheet[] = []
  const pairs = hand.has('beside') || hand.has('below')
  for (let at = 0; at < lists.length; at += pairs ? 2 : 1) {
    const pair = lists.slice(at, at + (pairs ? 2 : 1))
    const name = hand.has('plainNames')
      ? `Sheet${sheets.length + 1}`
      : pair.map(({ sheet }) => sheet).join('和')
    sheets.push({ name, grid: whole(hand, town, pair), isHidden: false })
  }
  if (hand.has('hiddenSheet')) sheets.push({ name: '选项', grid: choices(), isHidden: true })
  return sheets
}

/** One or two tables on one sheet, behind the blank column of those who leave one. */
function whole(hand: Hand, town: Town, [one, two]: readonly List[]): Grid {
  const left = hand.has('blankColumn') ? 1 : 0
  const first = gridOf(one!, { hand, town, number: 1, left, top: 0 })
  const grid = moved(first, 0, left)
  if (!two) return grid
  const [top, beside] = hand.has('below') ? [first.rows.length + 2, 0] : [0, widthOf(first) + 1]
  return joined(grid, moved(gridOf(two, { hand, town, number: 2, left: beside, top }), top, beside))
}

const widthOf = ({ rows }: Grid): number => Math.max(...rows.map((row) => row.length))

function moved({ rows, merges, hiddenRows, hiddenColumns }: Grid, down: number, right: number): Grid {
  return {
    rows: [
      ...Array.from({ length: down }, (): Cell[] => []),
      ...rows.map((row) => [...Array<null>(right).fill(null), ...row]),
    ],
    merges: merges.map(
      ([top, left, bottom, end]): Merge => [top + down, left + right, bottom + down, end + right],
    ),
    hiddenRows: hiddenRows.map((row) => row + down),
    hiddenColumns: hiddenColumns.map((column) => column + right),
  }
}

function joined(one: Grid, two: Grid): Grid {
  const height = Math.max(one.rows.length, two.rows.length)
  const rows = Array.from({ length: height }, (_, at): Cell[] => {
    const [a, b] = [one.rows[at] ?? [], two.rows[at] ?? []]
    return Array.from({ length: Math.max(a.length, b.length) }, (_cell, i) => a[i] ?? b[i] ?? null)
  })
  return {
    rows,
    merges: [...one.merges, ...two.merges],
    hiddenRows: [...one.hiddenRows, ...two.hiddenRows],
    hiddenColumns: [...one.hiddenColumns, ...two.hiddenColumns],
  }
}

const choices = (): Grid => ({
  rows: [['诊断类型'], ['确诊病例'], ['无症状感染者'], ['疑似病例']],
  ...{ merges: [], hiddenRows: [], hiddenColumns: [] },
})
