import type { Town } from './ground'
import type { Column, List } from './lists'
import type { Cell, Grid, Merge } from './sheets'
import { type Hand, oneOf, writtenHeader } from './spellings'

/** A table that grows line by line; merges and hidden rows are told by its own lines. */
class Draft {
  readonly rows: Cell[][] = []
  readonly merges: Merge[] = []
  readonly hidden: number[] = []

  add(cells: Cell[]): number {
    return this.rows.push(cells) - 1
  }

  merge(top: number, left: number, bottom: number, right: number): void {
    if (bottom > top || right > left) this.merges.push([top, left, bottom, right])
  }
}

export interface Around {
  readonly hand: Hand
  readonly town: Town
  /** 1 for the first table of a sheet */
  readonly number: number
  /** column at which the table begins, for its formulas */
  readonly left: number
  /** row at which the table begins, for its formulas */
  readonly top: number
}

/** The grid of one list as the clerk lays it out. */
export function gridOf(list: List, around: Around): Grid {
  const { hand } = around
  const draft = new Draft()
  above(draft, list, around)
  const header = headerLines(hand, list.columns)
  addHeader(draft, header)
  if (hand.has('columnNumbers')) draft.add(list.columns.map((_, i) => i + 1))
  const body = new Body(draft, list, around)
  if (hand.has('totalAbove')) body.total('合计', list.rows.length, true)
  body.rows(() => addHeader(draft, header))
  if (hand.has('totalBelow'))
    body.total(oneOf(hand, ['合计', '总计', '全镇合计', '合  计']), list.rows.length)
  if (hand.has('running')) body.running()
  if (hand.has('notes')) below(draft, list)
  return {
    ...{ rows: draft.rows, merges: draft.merges, hiddenRows: draft.hidden },
    hiddenColumns: hand.has('hiddenColumn') ? [0] : [],
  }
}

function above(draft: Draft, { title, columns }: List, { hand, town, number }: Around): void {
  const last = columns.length - 1
  if (hand.has('tableMarks')) draft.add([oneOf(hand, [`表${number}`, `附表${number}`, `表${number}：`])])
  if (hand.has('title')) {
    const day = hand.has('dayAbove') ? '7月9日' : oneOf(hand, ['7月9日', '', '2022年7月9日'])
    const line = draft.add([`${town.name}${day}${title}`])
    draft.merge(line, 0, line, last)
  }
  if (hand.has('unitLine')) {
    const unit = `填报单位：${town.name}人民政府`
    const time = `填报时间：2022年7月9日17时`
    if (hand.random.chance(0.5))
      draft.merge(draft.add([`${unit}　　${time}`]), 0, draft.rows.length - 1, last)
    else draft.add([unit, ...Array<null>(Math.max(1, last - 2)).fill(null), time])
  }
  if (hand.has('blankRows')) draft.add([])
}

interface Header {
  readonly lines: Cell[][]
  /** by lines of the header */
  readonly merges: Merge[]
}

function headerLines(hand: Hand, columns: readonly Column[]): Header {
  const leaves = columns.map(({ header }) => writtenHeader(hand, header))
  if (!hand.has('twoLines') && !hand.has('threeLines')) return { lines: [leaves], merges: [] }
  const merges: Merge[] = []
  const groups: Cell[] = columns.map(() => null)
  for (let at = 0; at < columns.length; ) {
    let end = at
    while (columns[end + 1]?.group === columns[at]!.group) end += 1
    groups[at] = columns[at]!.group
    if (end > at) merges.push([0, at, 0, end])
    at = end + 1
  }
  if (!hand.has('threeLines')) return { lines: [groups, leaves], merges }
  const wide: Cell[] = columns.map((_, i) => (i === 0 ? '填报内容' : null))
  return {
    lines: [wide, groups, leaves],
    merges: [[0, 0, 0, columns.length - 1], ...merges.map(([, l, , r]): Merge => [1, l, 1, r])],
  }
}

function addHeader(draft: Draft, { lines, merges }: Header): void {
  const top = draft.rows.length
  for (const line of lines) draft.add([...line])
  for (const [from, left, to, right] of merges) draft.merge(top + from, left, top + to, right)
}

function below(draft: Draft, { columns }: List): void {
  draft.add([])
  const line = draft.add(['说明：1. 本表由各村上报汇总；2. 数据截至7月9日17时。'])
  draft.merge(line, 0, line, columns.length - 1)
  draft.add(['填报人：张三', null, '审核人：李四', null, '联系电话：0395-1234567'])
}

const letter = (column: number): string =>
  (column >= 26 ? String.fromCharCode(64 + Math.floor(column / 26)) : '') +
  String.fromCharCode(65 + (column % 26))

/** Rows and sums of a table. */
class Body {
  /** lines of the rows of the list, by the draft's lines */
  readonly #lines: number[] = []

  constructor(
    readonly draft: Draft,
    readonly list: List,
    readonly around: Around,
  ) {}

  rows(headerAgain: () => void): void {
    const { hand } = this.around
    let begin = 0
    for (const [at, { town, cells }] of this.list.rows.entries()) {
      if (hand.has('repeated') && at > 0 && at % 5 === 0) headerAgain()
      if (hand.has('blankRows') && at > 0 && at % 4 === 0) this.draft.add([])
      const isFirst = at === 0 || this.list.rows[at - 1]!.town !== town
      if (isFirst) begin = at
      const line = this.draft.add(this.#cells(cells, at - begin, isFirst))
      this.#lines.push(line)
      if (hand.has('hiddenRows') && at % 3 === 1) this.draft.hidden.push(line)
      const isLast = this.list.rows[at + 1]?.town !== town
      if (isLast) this.#close(town, begin, at)
    }
  }

  #cells(cells: readonly Cell[], since: number, isFirst: boolean): Cell[] {
    const { hand } = this.around
    const line = cells.map((cell, i) => {
      const { isTown, isSerial } = this.list.columns[i]!
      if (isTown && hand.has('mergedTown') && !isFirst) return null
      return isSerial && hand.has('restarting') ? since + 1 : cell
    })
    return hand.has('emptyTail') ? [...line, null, null, ''] : line
  }

  #close(town: Town, from: number, to: number): void {
    const { hand } = this.around
    const column = this.list.columns.findIndex(({ isTown }) => isTown)
    if (hand.has('mergedTown') && column >= 0)
      this.draft.merge(this.#lines[from]!, column, this.#lines[to]!, column)
    if (hand.has('subtotals') && column >= 0)
      this.total(oneOf(hand, ['小计', `${town.name}小计`]), to - from + 1, false, [from, to])
  }

  /** A line that adds up: counts of the columns that can be added, else how many rows there are. */
  total(label: string, count: number, isAbove = false, [from, to] = [0, this.list.rows.length - 1]): void {
    const { hand } = this.around
    const where = this.list.columns.findIndex(({ isTown, isSerial }) => isTown || !isSerial)
    const at = hand.random.chance(0.5) ? 0 : where
    const hasCounts = this.list.columns.some(({ isCount }) => isCount)
    const line = this.list.columns.map((column, i): Cell => {
      if (i === at) return label
      if (column.isCount) return this.#sum(i, from, to, isAbove)
      return !hasCounts && i === where + 1 ? `${count}人` : null
    })
    const top = this.draft.add(line)
    if (at === 0 && where > 0 && hand.has('title')) this.draft.merge(top, 0, top, where)
  }

  #sum(column: number, from: number, to: number, isAbove: boolean): Cell {
    let value = 0
    for (const { cells } of this.list.rows.slice(from, to + 1)) value += countOf(cells[column]!)
    if (!this.around.hand.has('formulas') || isAbove) return value
    const name = letter(this.around.left + column)
    const row = (at: number): number => this.around.top + this.#lines[at]! + 1
    return { formula: `SUM(${name}${row(from)}:${name}${row(to)})`, value }
  }

  running(): void {
    const where = this.list.columns.findIndex(({ isSerial }) => !isSerial)
    this.draft.add(
      this.list.columns.map((column, i) => {
        if (i === where) return '累计'
        return column.isCount ? this.around.hand.random.between(20_000, 90_000) : null
      }),
    )
  }
}

function countOf(cell: Cell): number {
  const text = String(cell).normalize('NFKC').replaceAll(',', '')
  return Number(/\d+/.exec(text)?.[0] ?? 0)
}
