import type { Place } from '#geo'
import type { Problem } from './problem'
import type { ListFile } from './read-list'

export function groundProblems(_lists: readonly ListFile[], _places: readonly Place[]): Problem[] {
  return []
}
