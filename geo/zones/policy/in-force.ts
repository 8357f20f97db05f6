import type { Day } from '../../time/calendar'
import type { Policy } from './policy'
import { resolvePolicy } from './resolve-policy'

/** Where, for what and when a policy is asked for. */
export interface PolicyQuestion {
  /** e.g. `CN-440103`: an edition of `CN-4401` goes before one of `CN-44`, that before one of `CN` */
  readonly jurisdiction: string
  readonly disease: string
  readonly day: Day
}

/**
 * The edition in force on a day: of the most local jurisdiction that has one, the one that came into force last; of
 * several the smaller id. Null where there is none. A policy is in force from its first day, not on its last (`valid.to`),
 * on which the next one begins. Faulty documents are passed over.
 */
export function policyInForce(documents: readonly unknown[], question: PolicyQuestion): Policy | null {
  const { jurisdiction, disease, day } = question
  const ids = (documents as readonly { id?: unknown }[]).map((one) => one?.id)
  const found = [...new Set(ids)]
    .flatMap((id) => (typeof id === 'string' ? (resolvePolicy(id, documents).policy ?? []) : []))
    .filter(
      ({ valid, disease: of, jurisdiction: where }) =>
        of === disease &&
        isWithin(jurisdiction, where) &&
        valid.from <= day &&
        (valid.to === null || day < valid.to),
    )
  return found.sort(byCloseness)[0] ?? null
}

function isWithin(jurisdiction: string, wider: string): boolean {
  if (!jurisdiction.startsWith(wider)) return false
  const next = jurisdiction[wider.length]
  return next === undefined || next === '-' || wider.includes('-')
}

function byCloseness(a: Policy, b: Policy): number {
  if (a.jurisdiction.length !== b.jurisdiction.length) return b.jurisdiction.length - a.jurisdiction.length
  if (a.valid.from !== b.valid.from) return a.valid.from < b.valid.from ? 1 : -1
  return a.id < b.id ? -1 : 1
}
