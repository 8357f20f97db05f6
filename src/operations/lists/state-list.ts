import { type ListName, readMoment } from '#geo'
import type { Body } from '../../log/events'
import { useWorkspaces } from '../../stores/use-workspaces'
import type { Operation } from '../operation'

/** What a person says of a list: the ground it speaks for, and until when. */
export interface ListStatement {
  readonly list: ListName
  /** name of the file; null: of all that the list speaks for */
  readonly source: string | null
  /** true: the whole district; false: nothing is said of the ground */
  readonly isDistrict: boolean
  /** a day or time as a field has it; empty: nothing is said of it */
  readonly until: string
}

/** A statement to be written into the open workspace. */
export interface Stating {
  readonly statement: ListStatement
  readonly timezone: string
  /** makes the open workspace take events: a read-only one is copied; false where it could not be */
  readonly own: () => Promise<boolean>
}

/** Says for what ground a list speaks, or until when, as one step of undo. */
export const stateList: Operation<Stating> = {
  id: 'list.state',
  label: 'checks.speaks.write',
  available: () => true,
  disabled: ({ statement, timezone }) => {
    if (useWorkspaces().known !== null) return { code: 'looking-back' }
    return statementDraft(statement, timezone) ? null : { code: 'nothing-said' }
  },
  run: async ({ statement, timezone, own }) => {
    const draft = statementDraft(statement, timezone)
    if (draft && (await own())) await useWorkspaces().append([draft])
  },
}

/** The event of a statement; null where it says nothing, or no time. */
export function statementDraft(
  { list, source, isDistrict, until }: ListStatement,
  timezone: string,
): Body | null {
  const said = until.trim()
  if (said !== '' && !readMoment(timezone, said)) return null
  if (!isDistrict && said === '') return null
  const ground = isDistrict ? 'district' : null
  return { type: 'list.stated@1', list, source, ground, until: said === '' ? null : said, because: null }
}
