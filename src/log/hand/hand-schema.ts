import * as v from 'valibot'
import { count, id, text, textOrNull, time } from '../outside/records'
import { contactRecord } from './contact-schema'
import type { FacilityRecord, OccupancyRecord } from './facility-body'
import type { CaseRecord, HandBody, HandType, RoundRecord, Statement } from './hand-body'
import type { PassageRecord } from './passage-body'

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

const countOrNull = v.nullable(count)
const round: v.GenericSchema<unknown, RoundRecord> = v.object({
  ...{ zone: v.nullable(id), place: v.nullable(id), round: id, scope: textOrNull },
  method: v.nullable(v.picklist(['single', 'household', 'pool10', 'pool20'])),
  ...{ startedAt: time, finishedAt: timeOrNull },
  ...{ listed: countOrNull, excused: countOrNull, sampled: countOrNull, sent: countOrNull },
  ...{ resulted: countOrNull, positiveTubes: countOrNull, positivePeople: countOrNull },
  result: v.nullable(v.picklist(['negative', 'positive', 'pending'])),
})

const facility: v.GenericSchema<unknown, FacilityRecord> = v.object({
  ...{ id, kind: v.nullable(id), name: textOrNull, place: v.nullable(id) },
  ...{ position: v.nullable(position), from: timeOrNull, to: timeOrNull },
  ...{ road: textOrNull, shifts: textOrNull, lockedHours: textOrNull },
  ...{ rooms: countOrNull, tables: countOrNull, tubesPerDay: countOrNull, beds: countOrNull },
})
const occupancy: v.GenericSchema<unknown, OccupancyRecord> = v.object({
  ...{ site: id, at: time, rooms: countOrNull, occupied: countOrNull, closed: countOrNull },
})

const passage: v.GenericSchema<unknown, PassageRecord> = v.object({
  ...{ checkpoint: id, day, direction: v.nullable(v.picklist(['in', 'out'])) },
  group: v.nullable(v.picklist(['supply', 'medical', 'staff', 'transfer', 'resident'])),
  ...{ vehicles: countOrNull, persons: countOrNull, fever: countOrNull, refused: countOrNull },
})

const statement = {
  ...{ zone: v.nullable(id), place: v.nullable(id), at: time, unit: textOrNull, paper: textOrNull },
} satisfies { readonly [Name in keyof Statement]: v.GenericSchema<unknown, Statement[Name]> }

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
  'contact.added@1': { contact: contactRecord },
  'fact.stated@1': { ...statement, fact: id, value: id },
  'round.reported@1': { at: time, round },
  'facility.opened@1': { facility },
  'occupancy.stated@1': { occupancy },
  'passage.counted@1': { passage },
  'metric.stated@1': { ...statement, metric: id, value: v.pipe(v.number(), v.finite()) },
}
