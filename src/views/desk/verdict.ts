import { daysBetween, type SurveyZone, type TransitionAnswer } from '#geo'

export interface Verdict {
  /** key of the sentence under `desk.verdict` */
  readonly key:
    | 'blocked'
    | 'waiting'
    | 'waitingPlain'
    | 'met'
    | 'toAssess'
    | 'toApprove'
    | 'approved'
    | 'executed'
    | 'unknown'
  /** conditions missing, or unknown ones */
  readonly count: number
  readonly have: number | null
  readonly of: number | null
  /** whole days by which local conditions hold the zone past the date of the rule from above; null where they do not */
  readonly heldLonger: number | null
}

/** Until the day of the change; without one, until today. */
function heldLongerOf(zone: SurveyZone, decisive: TransitionAnswer | null, today: string): number | null {
  if (!decisive?.nationalAt) return null
  const days = daysBetween(decisive.nationalAt.slice(0, 10), (zone.date ?? today).slice(0, 10))
  return days > 0 ? days : null
}

/** What the head of the inspector says of a zone: one sentence key with its figures. */
export function verdictOf(zone: SurveyZone, decisive: TransitionAnswer | null, today: string): Verdict {
  const figures = {
    have: zone.dayProgress?.have ?? null,
    of: zone.dayProgress?.of ?? null,
    heldLonger: heldLongerOf(zone, decisive, today),
  }
  const unknown = zone.missing.filter(({ state }) => state === 'unknown').length
  const unmet = zone.missing.filter(({ state }) => state === 'unmet').length
  switch (zone.word) {
    case 'waiting':
      return { key: zone.dayProgress ? 'waiting' : 'waitingPlain', count: unmet, ...figures }
    case 'unmet':
      return unmet === 0 && unknown > 0
        ? { key: 'unknown', count: unknown, ...figures }
        : { key: 'blocked', count: unmet + unknown, ...figures }
    default:
      return { key: zone.word, count: 0, ...figures }
  }
}

/** Printed code of the zone it merges into; empty where it does not merge. */
export function intoCode(into: string | null, codes: ReadonlyMap<string, string>): string {
  return into ? (codes.get(into) ?? into) : ''
}
