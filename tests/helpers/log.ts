import type { ListName } from '#geo'
import { append, tailOf } from '../../src/log/append'
import type { Author, Body, LogEvent, SourceFile } from '../../src/log/events'
import { inOrder } from '../../src/log/order'
import { blockOf } from '../../src/log/rows/blocks'
import type { ColumnBlock, SourceRow } from '../../src/log/rows/columns'
import { hashOfBlock } from '../../src/log/rows/segment'
import { KINDS } from '../../src/records/records'

export const AUTHOR: Author = Object.freeze({ name: '林', unit: '县指挥部' })

export const aFile = (name: string): SourceFile => ({
  name,
  hash: '0'.repeat(64),
  size: 1,
  encoding: 'utf-8',
  frame: 'wgs84',
})

export const aDay = (text: string) => ({ at: Date.parse(`${text}T00:00:00+08:00`), isDay: true })
export const aTime = (text: string) => ({ at: Date.parse(text), isDay: false })

export function aBlock(list: ListName, values: readonly SourceRow['values'][]): ColumnBlock {
  return blockOf(
    KINDS.find((kind) => kind.list === list)!,
    values.map((row, i) => ({ row: i + 1, values: row })),
  )
}

/** A log being written: `say` appends drafts, `bring` imports rows as a whole file. */
export class LogPen {
  events: LogEvent[] = []
  readonly blocks = new Map<string, ColumnBlock>()
  now = Date.parse('2022-05-20T00:00:00Z')

  constructor(readonly device = 'd1') {}

  say(...drafts: Body[]): LogEvent[] {
    const events = append(drafts, tailOf(inOrder(this.events)), {
      by: AUTHOR,
      device: this.device,
      now: this.now,
    })
    this.events = [...this.events, ...events]
    this.now += 1000
    return events
  }

  bring(list: ListName, values: readonly SourceRow['values'][], name = `${list}.csv`): LogEvent[] {
    return this.say(this.importing(list, values, name))
  }

  importing(list: ListName, values: readonly SourceRow['values'][], name = `${list}.csv`): Body {
    const block = aBlock(list, values)
    const segment = block.length === 0 ? null : hashOfBlock(block)
    if (segment !== null) this.blocks.set(segment, block)
    return { type: `${list}.imported@1`, file: aFile(name), segment, rows: block.length }
  }
}

/** A log of a district with one village. */
export function aVillageLog(): LogPen {
  const pen = new LogPen()
  pen.bring('places', [
    { code: 'D', name: '甲区', kind: 'district' },
    { code: 'V1', name: '东村', kind: 'village', parent: 'D' },
  ])
  return pen
}
