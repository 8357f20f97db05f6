import type { PlaceBegun } from '#geo'
import type { Body } from '../../log/events'
import { useWorkspaces } from '../../stores/use-workspaces'
import type { Operation } from '../operation'
import { because, type Changing, notChanged, withheld } from './changing'

/** A place, and those into which it is split from a day on; it may be one of them. */
export interface Splitting extends Changing {
  readonly place: string
  readonly into: readonly PlaceBegun[]
}

/** 拆分: a place is split from a day on; old cases and zones keep the whole. */
export const splitPlace: Operation<Splitting> = {
  id: 'places.split',
  label: 'places.verb.split',
  available: () => true,
  disabled: (splitting) => withheld() ?? notSplit(splitting),
  run: async (splitting) => {
    if (await splitting.own()) await useWorkspaces().append([splittingDraft(splitting)])
  },
}

/** What is missing, or why it cannot be. */
export function notSplit({ place, into, ...changing }: Splitting) {
  const codes = into.map(({ code }) => code.trim()).filter((code) => code !== '')
  if (new Set(codes).size < 2 || codes.length < into.length) return { code: 'too-few-parts' }
  return notChanged(changing, { kind: 'split', ends: [place], begins: into })
}

/** The event of a split. */
export function splittingDraft({ place, into, ...dated }: Omit<Splitting, 'facts' | 'own'>): Body {
  return { type: 'place.split@1', place, into, at: dated.at.trim(), because: because(dated) }
}
