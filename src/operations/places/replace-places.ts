import type { FileOver } from '#geo'
import type { Body } from '../../log/events'
import { useWorkspaces } from '../../stores/use-workspaces'
import type { Operation } from '../operation'
import { because, begun, type Changing, type Dated, notChanged, withheld } from './changing'

/** Places that came with a file, and those whose place they take from a day on. */
export interface Replacing extends Changing {
  readonly over: FileOver
}

/** 替换: places that came with a file stand from a day on where others stood; said after the file was taken. */
export const replacePlaces: Operation<Replacing> = {
  id: 'places.replace',
  label: 'places.verb.replace',
  available: () => true,
  disabled: (replacing) => withheld() ?? notReplaced(replacing),
  run: async (replacing) => {
    const draft = replacingDraft(replacing.over, replacing)
    if (draft && (await replacing.own())) await useWorkspaces().append([draft])
  },
}

/** What is missing, or why it cannot be. */
export function notReplaced({ over: { ends, begins }, ...changing }: Replacing) {
  return notChanged(changing, { kind: 'replaced', ends, begins: begins.map((code) => begun(code)) })
}

/** The event that a file takes the place of others, said in the append that brings it; null without a date. */
export function replacingDraft({ source, ends, begins }: FileOver, dated: Dated): Body | null {
  const at = dated.at.trim()
  if (at === '') return null
  return { type: 'place.replaced@1', places: ends, into: begins, source, at, because: because(dated) }
}
