import * as v from 'valibot'
import { id, text, textOrNull, time } from '../outside/records'
import type { CaseRecord, HandBody, HandType } from './hand-body'

type Fields<Type extends HandType> = {
  readonly [Name in Exclude<keyof Extract<HandBody, { type: Type }>, 'type'>]-?: v.GenericSchema<
    unknown,
    Extract<HandBody, { type: Type }>[Name]
  >
}

const day = v.pipe(text, v.regex(/^\d{4}-\d{2}-\d{2}$/), time)
const timeOrNull = v.nullable(time)

export const position = v.tuple([
  v.pipe(v.number(), v.minValue(-180), v.maxValue(180)),
  v.pipe(v.number(), v.minValue(-90), v.maxValue(90)),
])

const caseRecord: v.GenericSchema<unknown, CaseRecord> = v.object({
  id: v.nullable(id),
  reportedAt: timeOrNull,
  sampledAt: timeOrNull,
  kind: v.nullable(v.picklist(['confirmed', 'asymptomatic', 'suspected'])),
  origin: v.nullable(v.picklist(['local', 'province', 'imported'])),
  foundIn: textOrNull,
  place: v.nullable(id),
  position: v.nullable(position),
})

/** What each entry by hand asks for. */
export const HAND_FIELDS: { readonly [Type in HandType]: Fields<Type> } = {
  'report.filed@1': { place: id, day, filedAt: time, items: v.record(text, text) },
  'checkpoint.checked@1': {
    checkpoint: id,
    at: time,
    state: v.picklist(['onDuty', 'short', 'empty', 'locked']),
    missing: textOrNull,
  },
  'case.reported@1': { case: caseRecord },
}
