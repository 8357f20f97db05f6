import type { Facts } from '#geo'
import type { Body } from '../../log/events'
import { type HandSaid, handFault } from '../../log/hand/hand-faults'
import { useAuthor } from '../../stores/author'
import { useWorkspaces } from '../../stores/use-workspaces'
import type { Disabled, Operation } from '../operation'
import { withheld } from '../places/changing'

/** One thing said by hand; what the form lacks yet leaves its draft null. */
export interface Writing<Said extends HandSaid> {
  readonly draft: Said | null
  readonly facts: Facts
  /** makes the open workspace take events: a read-only one is copied; false where it could not be */
  readonly own: () => Promise<boolean>
}

/** A fault at a field, or what holds everybody back. */
export interface HandDisabled extends Disabled {
  readonly field?: string
}

/** Why it cannot be written now: who writes is asked before the first deed, and never empty. */
export function notWritten({ draft, facts }: Writing<HandSaid>): HandDisabled | null {
  const held = withheld()
  if (held) return held
  if (!useAuthor().author?.name.trim()) return { code: 'no-author', field: 'author' }
  if (draft === null) return { code: 'not-said' }
  return handFault(draft, facts, Date.now())
}

/** A verb of what is said by hand; `run` tells whether it was written. */
export interface HandVerb<Said extends HandSaid> extends Omit<Operation<Writing<Said>>, 'run'> {
  run(writing: Writing<Said>): Promise<boolean>
}

/** One verb, of which one use is one step of undo. */
export const handVerb = <Said extends HandSaid>(
  of: Pick<Operation, 'id' | 'label' | 'key'>,
): HandVerb<Said> => ({ ...of, available: () => true, disabled: notWritten, run: write })

/** The same verb, with which other things are said in the same step of undo. */
export const together = <Said extends HandSaid>(
  verb: HandVerb<Said>,
  also: readonly HandSaid[],
): HandVerb<Said> => ({
  ...verb,
  disabled: (writing) =>
    verb.disabled(writing) ??
    also.map((one) => handFault(one, writing.facts, Date.now())).find((fault) => fault !== null) ??
    null,
  run: (writing) => append(writing, also),
})

const write = <Said extends HandSaid>(writing: Writing<Said>): Promise<boolean> => append(writing, [])

async function append({ draft, own }: Writing<HandSaid>, also: readonly HandSaid[]): Promise<boolean> {
  if (draft === null || !(await own())) return false
  return useWorkspaces().append([draft, ...also] as Body[])
}
