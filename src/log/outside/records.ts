import * as v from 'valibot'
import type { FrozenView, Indicator, Opinion, PackDescription, PlaceBegun } from '#geo'
import { offsetAt, readMoment, validatePolicy } from '#geo'
import type { SourceFile, StepEvidence, ZoneRecord } from '../events'

/** Latest instant that a clock can show, ms. */
export const END_OF_TIME = 8.64e15

export const id = v.pipe(v.string(), v.nonEmpty())
export const text = v.string()
export const textOrNull = v.nullable(text)
export const count = v.pipe(v.number(), v.integer(), v.minValue(0))
export const instant = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(END_OF_TIME))

export const file: v.GenericSchema<unknown, SourceFile> = v.object({
  name: text,
  hash: text,
  size: v.number(),
  encoding: textOrNull,
  frame: textOrNull,
  table: v.optional(v.object({ headerRow: v.nullable(count), headers: v.record(text, text) })),
})

const position = v.tuple([
  v.pipe(v.number(), v.minValue(-540), v.maxValue(540)),
  v.pipe(v.number(), v.minValue(-90), v.maxValue(90)),
])
export const ground = v.nullable(v.array(v.array(v.pipe(v.array(position), v.minLength(3)))))

export const zoneRecord: v.GenericSchema<unknown, ZoneRecord> = v.object({
  id,
  name: text,
  level: text,
  from: text,
  to: textOrNull,
  policy: textOrNull,
  members: v.array(text),
  parent: textOrNull,
  arrivedFrom: textOrNull,
  heirOf: v.optional(v.array(text)),
  coordinates: ground,
})

export const placeBegun: v.GenericSchema<unknown, PlaceBegun> = v.object({
  code: id,
  name: textOrNull,
  people: v.nullable(count),
  households: v.nullable(count),
})

const TIME_ZONE = 'Asia/Shanghai'
export const time = v.pipe(
  text,
  v.check((seen) => readMoment(TIME_ZONE, seen) !== null),
)

const condition = v.looseObject({
  id: text,
  zh: text,
  en: text,
  state: v.picklist(['met', 'unmet', 'unknown']),
  at: v.nullish(text),
  evidence: v.array(v.looseObject({})),
  figures: v.optional(v.record(text, v.nullable(v.union([text, v.number()])))),
})
const seen = v.looseObject({
  asOf: text,
  known: textOrNull,
  head: textOrNull,
  policy: v.looseObject({ id: text, zh: text, en: text, digest: text }),
  zone: v.looseObject({ id: text, name: text, level: text, since: text, designatedAt: text }),
  transition: v.looseObject({ id: text, kind: text, to: text, state: text }),
  conditions: v.array(condition),
  findings: v.array(condition),
  figures: v.record(text, v.nullable(v.union([text, v.number()]))),
}) as unknown as v.GenericSchema<unknown, FrozenView>

export const evidence: v.GenericSchema<unknown, StepEvidence> = v.object({
  seen,
  picture: textOrNull,
  digest: text,
})
export const opinion: v.GenericSchema<unknown, Opinion> = v.object({
  by: text,
  unit: textOrNull,
  for: v.boolean(),
  text: textOrNull,
})

const isTimeZone = (zone: string): boolean => {
  try {
    return Number.isFinite(offsetAt(zone, 0))
  } catch {
    return false
  }
}

export const title: v.GenericSchema<unknown, PackDescription['title']> = v.object({
  zh: textOrNull,
  en: textOrNull,
})
export const reporting: v.GenericSchema<unknown, PackDescription['reporting']> = v.nullable(
  v.object({
    kind: v.picklist(['district', 'town', 'village', 'grid', 'compound', 'building', 'unit']),
    cutoff: v.pipe(text, v.regex(/^([01]\d|2[0-4]):[0-5]\d$/)),
    items: v.array(text),
  }),
)

export const pack: v.GenericSchema<unknown, PackDescription> = v.object({
  title,
  timezone: v.pipe(text, v.check(isTimeZone)),
  frame: text,
  policy: textOrNull,
  use: v.picklist(['live', 'exercise', 'review']),
  synthetic: v.boolean(),
  licence: textOrNull,
  asOf: v.nullable(time),
  reporting,
  perimeter: v.object({ guardDistanceM: v.pipe(v.number(), v.gtValue(0)) }),
  until: v.optional(v.record(text, time)),
})

/** A part that is missing or not known may come from another release; the kernel says what it cannot use. */
const isPolicy = (document: unknown): boolean =>
  validatePolicy(document).every(({ code }) => code === 'missing' || code === 'unknown-key')
export const policy = v.pipe(
  v.looseObject({}),
  v.check((document) => isPolicy(document)),
)

export const indicator: v.GenericSchema<unknown, Pick<Indicator, 'id' | 'zh' | 'kind'>> = v.looseObject({
  id: text,
  zh: text,
  kind: v.picklist(['new', 'cumulative', 'inPlace', 'share']),
})
