import { numberRead } from '../places/numbered'
import { spacedName } from '../places/spelling'
import type { LookupAnswer } from './answer'

/**
 * What a place is called where it stands alone: a building, and what is only numbered, with what it lies in (锦绣苑 A座),
 * unless its name says so itself (锦绣苑A座).
 */
export function calledInFull({
  name,
  kind,
  within,
}: Pick<LookupAnswer, 'name' | 'kind' | 'within'>): string | null {
  const [around] = within
  if (name === null || around === undefined || name.includes(around)) return name
  const isPart = kind === 'building' || kind === 'unit' || numberRead(spacedName(name)) !== null
  return isPart ? `${around} ${name}` : name
}
