import type { PackDescription } from '#geo'
import type { Cutoff } from './questions/cutoff'

/**
 * What a workspace that began with files says of itself once later ones come: until when they speak. A day alone goes on
 * with the newest row, as it does where a workspace begins. Null where nothing changes.
 */
export function descriptionContinued(
  { pack, cutoff: told }: { readonly pack: PackDescription; readonly cutoff: Cutoff | null },
  said: string | null,
): PackDescription | null {
  if (said !== null) return said === '' || said === pack.asOf ? null : { ...pack, asOf: said }
  if (pack.asOf === null || told === null) return null
  if (told.at.includes('T')) return minute(told.at) > minute(pack.asOf) ? { ...pack, asOf: told.at } : null
  // a pack's own as-of has its offset: it stays until somebody says another
  const isOfPage = pack.asOf.length <= '2022-07-09T17:00'.length
  return isOfPage && told.at > pack.asOf.slice(0, DAY) ? { ...pack, asOf: null } : null
}

const DAY = '2022-07-09'.length
const END = 'T24:00'

/** As far as the minute; a day ends at its 24:00. */
const minute = (at: string): string => (at + END).slice(0, DAY + END.length)
