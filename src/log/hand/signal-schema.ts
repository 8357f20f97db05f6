import * as v from 'valibot'
import { count, id, text, time } from '../outside/records'
import { position } from './hand-schema'
import type { SignalBody, SignalRecord, SignalType } from './signal-body'

type Fields<Type extends SignalType> = {
  readonly [Name in Exclude<keyof Extract<SignalBody, { type: Type }>, 'type'>]-?: v.GenericSchema<
    unknown,
    Extract<SignalBody, { type: Type }>[Name]
  >
}

const signal: v.GenericSchema<unknown, SignalRecord> = v.object({
  kind: v.picklist(['pooled', 'single', 'antigen', 'other']),
  at: time,
  place: v.nullable(id),
  position: v.nullable(position),
  tubes: v.nullable(count),
  people: v.nullable(count),
})

/** What each deed of a signal asks for. */
export const SIGNAL_FIELDS: { readonly [Type in SignalType]: Fields<Type> } = {
  'signal.reported@1': { signal },
  'signal.decided@1': {
    signal: id,
    outcome: v.picklist(['cleared', 'case']),
    case: v.nullable(id),
    at: time,
  },
  'signal.withdrawn@1': { signal: id, because: text },
}
