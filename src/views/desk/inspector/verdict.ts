import { type HeldLonger, isUnplaced, type SurveyZone, type TransitionWord } from '#geo'

export interface Verdict {
  /** key of the sentence under `desk.verdict` */
  readonly key:
    | Exclude<TransitionWord, 'unmet' | 'toRaise'>
    | 'blocked'
    | 'waitingPlain'
    | 'unknown'
    | 'held'
    | 'heldThrough'
  /** conditions missing, or unknown ones */
  readonly count: number
  readonly have: number | null
  readonly of: number | null
  /** days by which local conditions hold the zone past the date of the rule from above; null where they do not */
  readonly heldLonger: number | null
}

/** What the head of the inspector says of the lowering of a zone: one sentence key with its figures. */
export function verdictOf(zone: SurveyZone, held: HeldLonger | null): Verdict {
  const figures = {
    have: zone.dayProgress?.have ?? null,
    of: zone.dayProgress?.of ?? null,
    heldLonger: held?.days ?? null,
  }
  const unknown = zone.missing.filter(({ state }) => state === 'unknown').length
  const unmet = zone.missing.filter(({ state }) => state === 'unmet').length
  const isOnlyHeld = zone.missing.every(isUnplaced)
  if (zone.held?.own && isOnlyHeld) return { key: 'held', count: 0, ...figures }
  if (zone.held && !zone.held.own) return { key: 'heldThrough', count: 0, ...figures }
  const word = zone.loweringWord ?? zone.word
  switch (word) {
    case 'waiting':
      return { key: zone.dayProgress ? 'waiting' : 'waitingPlain', count: unmet, ...figures }
    case 'unmet':
      return unmet === 0 && unknown > 0
        ? { key: 'unknown', count: unknown, ...figures }
        : { key: 'blocked', count: unmet + unknown, ...figures }
    case 'toRaise':
      return { key: 'undecided', count: 0, ...figures }
    default:
      return { key: word, count: 0, ...figures }
  }
}

/** Printed code of the zone it merges into; empty where it does not merge. */
export function intoCode(into: string | null, codes: ReadonlyMap<string, string>): string {
  return into ? (codes.get(into) ?? into) : ''
}
