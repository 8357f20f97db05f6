import { KINDS } from '../records/records'
import type { Body, ImportedKind, LogEvent, RowSubject, UnreadSubject } from './events'
import { type ContactType, isContactType } from './hand/contact-body'
import { type HandType, isHandType } from './hand/hand-body'
import { isSignalType, type SignalType } from './hand/signal-body'
import { isOrderType, type OrderType } from './orders/order-body'

type VerbOf<Type extends string> = Type extends RowType
  ? 'row.*'
  : Type extends HandType
    ? 'hand.*'
    : Type extends ContactType
      ? 'contact.*'
      : Type extends SignalType
        ? 'signal.*'
        : Type extends OrderType
          ? 'order.*'
          : Type extends `${ImportedKind}.${infer Verb}`
            ? `*.${Verb}`
            : Type extends `zone.${string}`
              ? 'zone.*'
              : Type extends `transition.${string}`
                ? 'transition.*'
                : Type extends `place.${string}`
                  ? 'place.*'
                  : Type
/** The kind of deed, whatever list it is done to. */
export type Verb = VerbOf<Body['type']>

export type EventOf<V extends Verb> = LogEvent extends infer Event
  ? Event extends { type: infer Type extends string }
    ? V extends VerbOf<Type>
      ? Event
      : never
    : never
  : never

type Named<Prefix extends string> = Exclude<
  Extract<Body['type'], `${Prefix}.${string}`>,
  `${Prefix}s.${string}`
>
export type ZoneType = Named<'zone'>
export type StepType = Named<'transition'>
export type PlaceType = Named<'place'>
/** What is done to rows that could not be placed. */
export type RowVerb = 'located' | 'narrowed' | 'ruledOut'
export type RowType = `${RowSubject}.${RowVerb}@1` | `${UnreadSubject}.ruledOut@1`

const ZONE_TYPES: Readonly<Record<ZoneType, true>> = {
  'zone.drawn@1': true,
  'zone.reshaped@1': true,
  'zone.moved@1': true,
  'zone.merged@1': true,
  'zone.switched@1': true,
  'zone.renamed@1': true,
  'zone.deleted@1': true,
}
const STEP_TYPES: Readonly<Record<StepType, true>> = {
  'transition.proposed@1': true,
  'transition.assessed@1': true,
  'transition.approved@1': true,
  'transition.declined@1': true,
}
const PLACE_TYPES: Readonly<Record<PlaceType, true>> = {
  'place.merged@1': true,
  'place.split@1': true,
  'place.renamed@1': true,
  'place.replaced@1': true,
}
const SUBJECTS: Readonly<Record<RowSubject, true>> = {
  case: true,
  contact: true,
  round: true,
  fact: true,
  report: true,
}
const UNREAD: Readonly<Record<UnreadSubject, true>> = { stay: true, step: true }
const LISTS = new Set<string>([...KINDS.map(({ list }) => list), 'indicators'])

/** The kind of deed; a type this release does not know comes back as it is. */
export function verbOf(type: string): Verb {
  const [subject = '', verb = ''] = type.split('.')
  if (isZoneType(type)) return 'zone.*'
  if (isStepType(type)) return 'transition.*'
  if (isPlaceType(type)) return 'place.*'
  if (isRowType(type)) return 'row.*'
  if (isHandType(type)) return 'hand.*'
  if (isContactType(type)) return 'contact.*'
  if (isSignalType(type)) return 'signal.*'
  if (isOrderType(type)) return 'order.*'
  const known = LISTS.has(subject) && /^(imported|revised|replaced|corrected|retracted|defined)@1$/.test(verb)
  return known ? (`*.${verb}` as Verb) : (type as Verb)
}

export const isPlaceType = (type: string): type is PlaceType => Object.hasOwn(PLACE_TYPES, type)
export const isZoneType = (type: string): type is ZoneType => Object.hasOwn(ZONE_TYPES, type)
export function isRowType(type: string): type is RowType {
  const [subject = '', verb = ''] = type.split('.')
  if (Object.hasOwn(UNREAD, subject)) return verb === 'ruledOut@1'
  return Object.hasOwn(SUBJECTS, subject) && /^(located|narrowed|ruledOut)@1$/.test(verb)
}

export const isStepType = (type: string): type is StepType => Object.hasOwn(STEP_TYPES, type)
