import type { Facts, Instant, SignalKind, Survey, SurveyZone } from '#geo'
import type { SignalRecord } from '../../../log/hand/signal-body'
import { countTyped, momentTyped, typedInstant } from './as-typed'
import type { CaseFields } from './hand-form'

export const SIGNAL_KINDS: readonly SignalKind[] = ['pooled', 'single', 'antigen', 'other']

/** What the form of a signal holds, as its fields have it. */
export interface SignalFields {
  kind: SignalKind
  place: CaseFields['place']
  tubes: string
  /** as typed; null while it follows from the tubes */
  people: string | null
  at: string
}

/** Fields as the form opens: one pooled tube, reported now. */
export const newSignal = (facts: Facts, at: Instant): SignalFields => ({
  ...{ kind: 'pooled', place: null, tubes: '1', people: null },
  at: typedInstant(facts.pack.timezone, at),
})

/** People in a pooled tube, as the last round by then has it; 10 where none says. */
export function poolSize({ rounds }: Pick<Facts, 'rounds'>, at: Instant): number {
  const pooled = rounds.filter(
    ({ method, startedAt }) => /^pool\d+$/.test(method ?? '') && startedAt.at <= at,
  )
  const last = pooled.reduce<(typeof pooled)[number] | null>(
    (latest, one) => (latest && latest.startedAt.at >= one.startedAt.at ? latest : one),
    null,
  )
  return last ? Number(last.method!.slice(4)) : 10
}

/** People that follow from the tubes: a pool each, of single samples one each; of an antigen test the one who made it. */
export function peopleOf({ kind, tubes }: Pick<SignalFields, 'kind' | 'tubes'>, pool: number): string {
  if (kind === 'antigen') return '1'
  const count = countTyped(tubes)
  if (count === null || Number.isNaN(count) || !isOfTubes(kind)) return ''
  return String(kind === 'pooled' ? count * pool : count)
}

/** Whether the positive was found in a tube; an antigen test and what is told otherwise have none. */
export const isOfTubes = (kind: SignalKind): boolean => kind === 'pooled' || kind === 'single'

/** The record of the fields: what is no count is not a number, and nothing typed is not said. */
export function signalOf(
  fields: SignalFields,
  { pool, timezone }: { pool: number; timezone: string },
): SignalRecord {
  return {
    kind: fields.kind,
    at: momentTyped(timezone, fields.at) ?? '',
    place: fields.place?.code ?? null,
    position: fields.place?.code ? null : (fields.place?.position ?? null),
    tubes: isOfTubes(fields.kind) ? countTyped(fields.tubes) : null,
    people: countTyped(fields.people ?? peopleOf(fields, pool)),
  }
}

const PENDING: ReadonlySet<string> = new Set(['met', 'toAssess', 'toApprove', 'approved', 'suspended'])

/** Those of the zones of which a lowering is due, asked for, ordered, or suspended already: a signal suspends it. */
export const pendingOf = (zones: readonly SurveyZone[]): readonly SurveyZone[] =>
  zones.filter(({ word, loweringWord }) => PENDING.has(loweringWord ?? word))

/** The signal of that id while it is open. */
export const openSignal = (survey: Survey | null, id: string | null) =>
  survey?.signals?.open.find((one) => one.id === id) ?? null
