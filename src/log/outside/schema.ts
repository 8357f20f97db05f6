import * as v from 'valibot'
import { SPEAKING_LISTS } from '#geo'
import type { LogEvent } from '../events'
import { isContactType } from '../hand/contact-body'
import { CONTACT_FIELDS } from '../hand/contact-schema'
import { isHandType } from '../hand/hand-body'
import { HAND_FIELDS } from '../hand/hand-schema'
import { isSignalType } from '../hand/signal-body'
import { SIGNAL_FIELDS } from '../hand/signal-schema'
import { HANDOVER_FIELDS } from '../handover/handover-schema'
import { isOrderType } from '../orders/order-body'
import { ORDER_FIELDS } from '../orders/order-schema'
import {
  type EventOf,
  isPlaceType,
  isRowType,
  isStepType,
  isZoneType,
  type PlaceType,
  type RowType,
  type RowVerb,
  type StepType,
  type Verb,
  verbOf,
  type ZoneType,
} from '../verbs'
import { firstUnwritable } from '../well-formed'
import { WORKSPACE_FIELDS } from '../workspace/workspace-schema'
import {
  count,
  evidence,
  file,
  ground,
  id,
  indicator,
  instant,
  opinion,
  pack,
  placeBegun,
  policy,
  text,
  textOrNull,
  time,
  zoneRecord,
} from './records'

const because = text
const speaks = v.optional(
  v.object({ ground: v.nullable(v.literal('district')), names: v.optional(v.array(text)) }),
)
const value = v.union([text, v.number(), v.boolean(), v.null()])

type Fields<Event> = {
  readonly [Name in Exclude<keyof Event, keyof Envelope | 'type'>]-?: v.GenericSchema<unknown, Event[Name]>
}
type Envelope = Pick<LogEvent, 'id' | 'recordedAt' | 'by' | 'device' | 'batch' | 'prev' | 'hash'>
type Typed<Type extends string> = LogEvent extends infer Event
  ? Event extends { type: infer Own }
    ? Type extends Own
      ? Event
      : never
    : never
  : never

const onZone = { zone: text }
const ZONES: { readonly [Type in ZoneType]: Fields<Typed<Type>> } = {
  'zone.drawn@1': { zone: zoneRecord },
  'zone.reshaped@1': {
    ...onZone,
    at: text,
    because,
    members: v.array(text),
    coordinates: ground,
    heirOf: v.optional(v.array(text)),
  },
  'zone.moved@1': { ...onZone, to: text, at: text, because },
  'zone.merged@1': { ...onZone, into: text, at: text },
  'zone.switched@1': { ...onZone, policy: text, at: text, because },
  'zone.renamed@1': { ...onZone, name: text },
  'zone.deleted@1': { ...onZone, because },
}

const ofChange = { at: time, because: textOrNull }
const PLACES: { readonly [Type in PlaceType]: Fields<Typed<Type>> } = {
  'place.merged@1': { ...ofChange, places: v.array(text), into: placeBegun },
  'place.split@1': { ...ofChange, place: text, into: v.array(placeBegun) },
  'place.renamed@1': { ...ofChange, place: text, name: text },
  'place.replaced@1': { ...ofChange, places: v.array(text), into: v.array(text), source: text },
}

const STEP: Fields<Typed<StepType>> = {
  step: text,
  zone: text,
  transition: text,
  at: text,
  decision: v.picklist(['given', 'declined']),
  takesEffectAt: v.nullable(time),
  note: textOrNull,
  follows: v.nullish(text),
  opinions: v.optional(v.array(opinion)),
  evidence: v.nullish(evidence),
  accepts: v.optional(v.array(text)),
}

const rows = { rows: v.array(v.object({ file: text, row: v.nullable(count) })) }
const ROWS: { readonly [Done in RowVerb]: Fields<Typed<`case.${Done}@1`>> } = {
  located: {
    ...rows,
    place: textOrNull,
    zone: textOrNull,
    position: v.nullable(v.tuple([v.number(), v.number()])),
    at: textOrNull,
    because: textOrNull,
  },
  narrowed: { ...rows, place: text, because: textOrNull },
  ruledOut: {
    ...rows,
    kind: v.picklist(['notInAnyZone', 'outsideDistrict', 'duplicateOf', 'enteredByMistake']),
    of: textOrNull,
    role: v.picklist(['epidemiologist', 'approver']),
    because,
  },
}
const rowFields = (type: RowType): (typeof ROWS)[RowVerb] =>
  ROWS[type.slice(type.indexOf('.') + 1, -2) as RowVerb]

const DEEDS: {
  readonly [V in Exclude<
    Verb,
    'zone.*' | 'place.*' | 'transition.*' | 'row.*' | 'hand.*' | 'contact.*' | 'signal.*' | 'order.*'
  >]: Fields<EventOf<V>>
} = {
  'pack.described@1': { pack },
  'policy.adopted@1': { policy },
  '*.defined@1': { indicators: v.array(indicator) },
  'file.kept@1': { file, block: text },
  '*.imported@1': { file, segment: textOrNull, rows: count, speaks },
  '*.revised@1': { file, segment: text, rows: count, because, speaks },
  'list.stated@1': {
    list: v.picklist(SPEAKING_LISTS),
    source: textOrNull,
    ground: v.nullable(v.union([v.literal('district'), v.array(text)])),
    until: v.nullable(time),
    because: textOrNull,
  },
  'handover.signed@1': HANDOVER_FIELDS,
  'workspace.stated@1': WORKSPACE_FIELDS,
  '*.replaced@1': { file, segment: text, rows: count },
  '*.corrected@1': { row: text, set: v.record(text, value), because, sees: v.optional(v.array(text)) },
  '*.retracted@1': { row: text, because },
  'rows.refused@1': {
    list: v.picklist(['cases', 'contacts', 'rounds', 'facts', 'reports', 'zones', 'transitions']),
    source: text,
    refused: v.array(
      v.object({
        row: v.nullable(count),
        why: text,
        zone: v.optional(v.nullable(text)),
        transition: v.optional(v.nullable(text)),
        places: v.optional(v.array(text)),
      }),
    ),
  },
  'event.reversed@1': { event: text, because: v.optional(text) },
  'event.setAside@1': {
    event: text,
    code: v.picklist(['dated-ahead', 'already-held']),
    at: instant,
    original: text,
  },
}

const envelope = v.object({
  type: text,
  id,
  recordedAt: instant,
  by: v.object({ name: text, unit: text }),
  device: text,
  batch: text,
  prev: textOrNull,
  hash: text,
} satisfies Record<keyof Envelope | 'type', v.GenericSchema>)

const bodies = new Map<string, v.GenericSchema>()

/** The schema of a deed's body; null for a type this release does not know. */
function schemaOf(type: string): v.GenericSchema | null {
  const kept = bodies.get(type)
  if (kept) return kept
  const verb = verbOf(type)
  const fields = isZoneType(type)
    ? ZONES[type]
    : isStepType(type)
      ? STEP
      : isPlaceType(type)
        ? PLACES[type]
        : isRowType(type)
          ? rowFields(type)
          : isHandType(type)
            ? HAND_FIELDS[type]
            : isContactType(type)
              ? CONTACT_FIELDS[type]
              : isSignalType(type)
                ? SIGNAL_FIELDS[type]
                : isOrderType(type)
                  ? ORDER_FIELDS[type]
                  : Object.hasOwn(DEEDS, verb)
                    ? DEEDS[verb as keyof typeof DEEDS]
                    : null
  if (!fields) return null
  const made = v.object(fields)
  bodies.set(type, made)
  return made
}

/** True for a type of event that this release can act on. */
export const isKnownType = (type: unknown): boolean => typeof type === 'string' && schemaOf(type) !== null

/**
 * The first part of an event that is not what its deed asks for, e.g. `zone.members.0`, or that no document can hold; null
 * where all of it is.
 */
export function invalidPart(event: unknown): string | null {
  const whole = partOf(v.safeParse(envelope, event, { abortEarly: true }))
  if (whole !== null) return whole
  const unwritable = firstUnwritable(event)
  if (unwritable) return unwritable.path
  const schema = schemaOf((event as LogEvent).type)
  return schema && partOf(v.safeParse(schema, event, { abortEarly: true }))
}

/** The first part of an event that its deed does not ask for, e.g. `passage.note`; null where there is none, or its type is unknown. */
export function strangerPart(event: LogEvent): string | null {
  const schema = schemaOf(event.type)
  const result = schema && v.safeParse(schema, event)
  if (!result?.success) return null
  const { type, id, recordedAt, by, device, batch, prev, hash, ...body } = event
  return strangerIn(body, result.output)
}

/** The path of the first key of `said` that the schema left out of what it `asked`. */
function strangerIn(said: unknown, asked: unknown): string | null {
  if (typeof said !== 'object' || said === null || said === asked) return null
  for (const [key, value] of Object.entries(said)) {
    if (typeof asked !== 'object' || asked === null || !Object.hasOwn(asked, key)) return key
    const within = strangerIn(value, (asked as Readonly<Record<string, unknown>>)[key])
    if (within !== null) return `${key}.${within}`
  }
  return null
}

function partOf(result: v.SafeParseResult<v.GenericSchema>): string | null {
  return result.success ? null : (v.getDotPath(result.issues[0]) ?? 'event')
}
