import type { ApprovalStep, Bilingual, Clock, Condition, LocalChanges, Threshold } from '#geo'
import type { EditionText } from '../../stores/use-editions'

/** A condition that headquarters adds. */
export interface AddedCondition {
  readonly transition: string
  readonly kind: 'days' | 'round' | 'flag'
  /** days or hours; not asked for a statement */
  readonly n: number
  /** name of the statement */
  readonly fact: string
  readonly words: { readonly zh: string; readonly en: string }
}

/** What a person has typed so far, beside the edition it builds on. */
export interface LocalForm {
  readonly id: string
  readonly name: { readonly zh: string; readonly en: string }
  /** numbers set otherwise, by `thresholdKey` */
  readonly numbers: Readonly<Record<string, number>>
  /** chains set otherwise, by name */
  readonly chains: Readonly<Record<string, readonly ApprovalStep[]>>
  /** labels set otherwise, by level */
  readonly labels: Readonly<Record<string, Bilingual & { readonly prefix?: Bilingual }>>
  readonly added: readonly AddedCondition[]
}

/** One number of one condition of one transition. */
export const thresholdKey = ({
  transition,
  condition,
  key,
}: Pick<Threshold, 'transition' | 'condition' | 'key'>) => `${transition}/${condition}/${key}`

/** An id that no edition has yet: `base-local`, `base-local-2` … */
export function freeId(base: string, taken: ReadonlySet<string>): string {
  const stem = `${base}-local`
  if (!taken.has(stem)) return stem
  for (let n = 2; ; n += 1) if (!taken.has(`${stem}-${n}`)) return `${stem}-${n}`
}

/** The form as changes of an edition; only what differs from it is in them. */
export function changesOf(form: LocalForm, text: EditionText, validFrom: string): LocalChanges {
  const thresholds = text.thresholds.flatMap((one) => {
    const value = form.numbers[thresholdKey(one)]
    return value === undefined || value === one.value
      ? []
      : [{ transition: one.transition, condition: one.condition, key: one.key, value }]
  })
  const conditions = form.added.map((one, index) => ({
    transition: one.transition,
    condition: conditionOf(one, {
      id: `local${index + 1}`,
      clock: text.transitions.find(({ id }) => id === one.transition)?.caseClock ?? LAST_CASE,
    }),
  }))
  const filled = {
    ...(thresholds.length > 0 ? { thresholds } : {}),
    ...(Object.keys(form.chains).length > 0 ? { chains: form.chains } : {}),
    ...(Object.keys(form.labels).length > 0 ? { labels: form.labels } : {}),
    ...(conditions.length > 0 ? { conditions } : {}),
  }
  return { id: form.id, name: form.name, valid: { from: validFrom, to: null }, ...filled }
}

/** Is anything changed beside the name? */
export function isChanged(changes: LocalChanges): boolean {
  return Boolean(changes.thresholds || changes.chains || changes.labels || changes.conditions)
}

const LAST_CASE: Clock = { event: 'case', agg: 'last' }

/** Days are counted by the clock that the rule itself uses for cases, so that both speak of the same ones. */
function conditionOf(
  { kind, n, fact, words }: AddedCondition,
  { id, clock }: { id: string; clock: Clock },
): Condition {
  const said = { id, authority: 'local' as const, zh: words.zh, en: words.en }
  switch (kind) {
    case 'days':
      return { ...said, days: { since: clock, gte: n }, ifMissing: true }
    case 'round':
      return { ...said, rounds: { min: 1, result: 'negative', coverage: 1, withinHours: n } }
    case 'flag':
      return { ...said, flag: fact }
  }
}
