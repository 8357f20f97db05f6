import type { ConditionAnswer, Survey, SurveyRaise, SurveyZone } from '#geo'

/** What is done to approved zones, as far as their next level says it the same for all of them. */
export type Movement = 'lower' | 'lift' | 'change'

/** One language's way of saying the facts. Every method is given figures that Survey or Assess carry. */
export interface Speech {
  /** zones that must become stricter */
  toRaise(count: number): string
  /** what a zone must become, beside the word that it must */
  raise(kind: SurveyRaise['kind'], level: string): string
  /** the same as a sentence of zones */
  mustRaise(zones: string, kind: SurveyRaise['kind'], level: string): string
  approved(count: number, at: string | null, movement: Movement): string
  suspended(count: number): string
  toApprove(count: number): string
  toAssess(count: number): string
  met(count: number): string
  overdueUnmet(count: number): string
  unknownZones(count: number, all: number): string
  nothingDue(next: string | null): string
  /** zones that no rule decides, for none is chosen */
  noRules(zones: number): string
  /** joins the parts of a headline */
  readonly comma: string
  casesInAll(count: number, survey: Survey): string
  zoneLacks(code: string, reason: string): string
  /** many zones that lack the same */
  zonesLack(count: number, reason: string): string
  unguarded(count: number, all: number): string
  silent(count: number): string
  movesTo(level: string, into: string | null): string
  lifted(level: string): string
  dayOf(have: number, of: number): string
  /** what one condition lacks; `codeOf` prints a zone's code for its id */
  reason(condition: ConditionAnswer, codeOf?: (zone: string) => string): string
  readonly semicolon: string
  earliest(date: string): string
  daysLeft(count: number): string
  /** zones whose days run from an unplaced row */
  daysFrom(zones: string): string
  /** the word of a state, and how many of its conditions are unknown */
  withUnknown(word: string, count: number): string
  /** of an approved change that takes effect at `at` although a condition of it is gone */
  approvalAtRisk(at: string): string
  /** rows unplaced and zones held by them; `zones` null in a pack without zones */
  unplaced(count: string, zones: number | null): string
  /** of an approved change that is not carried out before the rows are placed */
  placeFirst(at: string): string
  notBeforePlaced: {
    readonly order: string
    readonly approval: string
    readonly move: string
    readonly short: string
  }
  /** only rows that nobody has placed suspend it */
  approvalUntilPlaced(at: string): string
  since(at: string): string
  /** a clock that runs from a row nobody has placed */
  sinceUnplaced(row: string): string
  /** since when what is due has been met */
  metSince(at: string): string
  /** what an approval is carried out without */
  approvedWithout(unmet: number, unknown: number): string
  /** of approved zones those of which it is so */
  approvedOpen(zones: number): string
  /** what somebody has to do for the condition, as an act: 补采 269 人 */
  toDo(condition: ConditionAnswer): string
  /** what comes of doing all of it now: the hour, or the date that holds once rows are placed; `decides` what decides then */
  ifDone(
    acts: readonly string[],
    then: { readonly at: string; readonly once: string | null; readonly decides: string | null },
  ): string
  cameDown(zone: SurveyZone, from: string): string
}
