import type { Survey } from '../answers'
import type { ZoneRow } from './zones'

/**
 * What the first sentence counts: zones that must become stricter, with nothing else of theirs; zones whose lowering is approved, waits for approval or assessment or is due;
 * zones whose own days have passed and that still lack something (`overdueUnmet`); zones with an unknown. What
 * unplaced rows hold is counted with those alone. `nextDate`
 * is the earliest date of a zone of which nothing is decided or due yet.
 */
export function surveyHeadline(rows: readonly ZoneRow[]): Survey['headline'] {
  const count = (word: string): number => rows.filter(({ zone }) => zone.word === word && !zone.held).length
  const earliest = (words: readonly string[]): string | null =>
    rows
      .filter(({ zone }) => words.includes(zone.word))
      .flatMap(({ zone }) => zone.date ?? [])
      .sort()[0] ?? null
  return {
    toRaise: rows.filter(({ zone }) => zone.word === 'toRaise').length,
    approved: count('approved'),
    toApprove: count('toApprove'),
    toAssess: count('toAssess'),
    met: count('met'),
    overdueUnmet: rows.filter(({ lowering }) => lowering.overdue).length,
    unknown: rows.filter(({ lowering }) => lowering.unknown).length,
    nextDate: earliest(['waiting', 'unmet']),
    firstApprovedAt: earliest(['approved']),
  }
}
