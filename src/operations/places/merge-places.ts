import type { PlaceBegun } from '#geo'
import type { Body } from '../../log/events'
import { useWorkspaces } from '../../stores/use-workspaces'
import type { Operation } from '../operation'
import { because, type Changing, notChanged, withheld } from './changing'

/** Places, and the one in which they lie from a day on: one of them, or a new one. */
export interface Merging extends Changing {
  readonly places: readonly string[]
  readonly into: PlaceBegun
}

/** 并入: places lie from a day on in one, which has their ground and people. */
export const mergePlaces: Operation<Merging> = {
  id: 'places.merge',
  label: 'places.verb.merge',
  available: () => true,
  disabled: (merging) => withheld() ?? notMerged(merging),
  run: async (merging) => {
    if (await merging.own()) await useWorkspaces().append([mergingDraft(merging)])
  },
}

/** What is missing, or why it cannot be. */
export function notMerged({ places, into, ...changing }: Merging) {
  const isOther = places.some((code) => code !== into.code)
  if (into.code.trim() === '' || !isOther) return { code: 'no-other-place' }
  return notChanged(changing, { kind: 'merged', ends: places, begins: [into] })
}

/** The event of a merging. */
export function mergingDraft({ places, into, ...dated }: Omit<Merging, 'facts' | 'own'>): Body {
  return { type: 'place.merged@1', places, into, at: dated.at.trim(), because: because(dated) }
}
