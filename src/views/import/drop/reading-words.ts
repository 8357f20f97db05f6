import { formatCount, formatFixed } from '../../../i18n/format'
import type { Work } from '../../../import/pace'

/** Before so much of the work is done, and for so many ms, nothing is said of what is left. */
const [TOLD_SHARE, TOLD_MS] = [0.02, 2_000]

/** How fast rows are read and how long it may take from here on; null where it is too early to say. */
export interface Reading {
  readonly rows: string
  /** rows a second */
  readonly rate: string
  readonly minutes: string
  readonly seconds: string
  readonly isMinutes: boolean
}

/** Figures of an import that takes its time. */
export function readingOf(work: Work | undefined, elapsedMs: number): Reading | null {
  if (!work || work.rows === 0 || work.share < TOLD_SHARE || elapsedMs < TOLD_MS) return null
  const left = Math.ceil((elapsedMs / 1000) * (1 / work.share - 1))
  return {
    rows: formatCount(work.rows),
    rate: formatCount(Math.floor(work.rows / (elapsedMs / 1000))),
    minutes: formatFixed(left / 60, 1),
    seconds: formatCount(left),
    isMinutes: left >= 90,
  }
}
