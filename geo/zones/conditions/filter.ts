import type { CaseFilter } from '../policy/policy'
import type { Occurrence } from '../record/record'

const COLUMNS: Record<'kind' | 'foundIn' | 'origin', readonly string[]> = {
  kind: ['confirmed', 'asymptomatic', 'suspected', 'close', 'secondary', 'casual', 'coPresent', 'handedOver'],
  foundIn: ['visit', 'community', 'keyGroup', 'zone', 'central', 'home', 'closedLoop', 'arrival'],
  origin: ['local', 'province', 'imported'],
}
const SAME: Record<string, string> = { quarantine: 'central', isolation: 'home', screening: 'community' }
const plain = (word: string): string => SAME[word] ?? word

/** Whether the word would stand in a column that the row leaves empty. */
export function mayStand(word: string, silent: Occurrence['silent']): boolean {
  return silent.some((column) => COLUMNS[column].includes(plain(word)))
}

/**
 * Whether the filter lets the event through; null where that hangs on a column the row leaves empty. Only what is
 * said excludes: an empty column never drops an event by `not`.
 */
export function passes(
  filter: CaseFilter | undefined,
  event: Pick<Occurrence, 'words' | 'silent'>,
): boolean | null {
  if (!filter) return true
  const words = event.words.map(plain)
  if (filter.not?.some((word) => words.includes(plain(word)))) return false
  if (!filter.only || filter.only.some((word) => words.includes(plain(word)))) return true
  const hangs = filter.only.some((word) => mayStand(word, event.silent))
  return hangs ? null : false
}
