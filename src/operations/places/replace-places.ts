import type { PlacesOver } from '../../import/over-places'
import type { Body } from '../../log/events'
import { because, type Dated } from './changing'

/** The event that a file takes the place of others, said in the append that brings it; null without a date. */
export function replacingDraft({ source, ends, begins }: PlacesOver, dated: Dated): Body | null {
  const at = dated.at.trim()
  if (at === '') return null
  return { type: 'place.replaced@1', places: ends, into: begins, source, at, because: because(dated) }
}
