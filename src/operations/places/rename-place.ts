import type { Body } from '../../log/events'
import { useWorkspaces } from '../../stores/use-workspaces'
import type { Operation } from '../operation'
import { because, begun, type Changing, notChanged, withheld } from './changing'

/** A place, and what it is called from a day on. */
export interface Renaming extends Changing {
  readonly place: string
  readonly name: string
}

/** 更名: a place has another name from a day on; the old one is still found. */
export const renamePlace: Operation<Renaming> = {
  id: 'places.rename',
  label: 'places.verb.rename',
  available: () => true,
  disabled: (renaming) => withheld() ?? notRenamed(renaming),
  run: async (renaming) => {
    if (await renaming.own()) await useWorkspaces().append([renamingDraft(renaming)])
  },
}

/** What is missing, or why it cannot be. */
export function notRenamed({ place, name, ...changing }: Renaming) {
  if (name.trim() === '') return { code: 'no-name' }
  const begins = [begun(place, { name: name.trim() })]
  return notChanged(changing, { kind: 'renamed', ends: [place], begins })
}

/** The event of a new name. */
export function renamingDraft({ place, name, ...dated }: Omit<Renaming, 'facts' | 'own'>): Body {
  return { type: 'place.renamed@1', place, name: name.trim(), at: dated.at.trim(), because: because(dated) }
}
