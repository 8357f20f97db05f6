import * as v from 'valibot'
import type { HandOverContent, HandOverLine, HandOverValue, HandOverWords } from '#geo'
import { count, id, text, time } from '../outside/records'
import type { HandoverBody } from './handover-body'

const value: v.GenericSchema<unknown, HandOverValue> = v.union([
  text,
  v.number(),
  v.object({ when: time }),
  v.object({ zh: text, en: text }),
])
const words: v.GenericSchema<unknown, HandOverWords> = v.object({ key: id, values: v.record(text, value) })
const line: v.GenericSchema<unknown, HandOverLine> = v.object({
  at: v.nullable(time),
  text: words,
  note: v.nullable(words),
  right: v.nullable(words),
  tag: v.nullable(v.picklist(['overdue', 'open', 'unplaced'])),
})
const lines = v.array(line)
const countOrNull = v.nullable(count)

const content: v.GenericSchema<unknown, HandOverContent> = v.object({
  from: time,
  to: time,
  figures: v.object({
    ...{ signals: count, signalsOpen: count, unguarded: countOrNull, crossings: countOrNull },
    ...{ silent: countOrNull, expected: countOrNull, unplaced: count, held: count, toMove: countOrNull },
  }),
  orders: v.object({ carried: count, given: count, closed: count, open: count, overdue: count }),
  sections: v.object({
    ...{ signals: lines, changes: lines, posts: lines, orders: lines },
    ...{ ahead: lines, sources: lines, unplaced: lines, corrections: lines },
  }),
  duty: v.optional(
    v.array(v.object({ ...{ role: id, name: id, unit: v.nullable(text) }, ...{ from: time, to: time } })),
  ),
})

/** What a signature of a hand-over asks for. */
export const HANDOVER_FIELDS: {
  readonly [Name in Exclude<keyof HandoverBody, 'type'>]-?: v.GenericSchema<unknown, HandoverBody[Name]>
} = { role: v.picklist(['out', 'in']), of: v.nullable(id), content: v.nullable(content) }
