import type { RulingKind, UnplacedRow } from '#geo'
import type { Body } from '../../log/events'
import { useAuthor } from '../../stores/author'
import { useWorkspaces } from '../../stores/use-workspaces'
import type { Disabled, Operation } from '../operation'
import { heldBack } from './held-back'
import { draftsOf, isOfUnread, unreadDraftsOf } from './row-drafts'

/** Who may rule a row out. */
export type RulingRole = 'epidemiologist' | 'approver'

export const RULING_KINDS: readonly RulingKind[] = [
  'notInAnyZone',
  'outsideDistrict',
  'duplicateOf',
  'enteredByMistake',
]

/** What can be said of all the rows: a zone that nobody could read may lie outside, a step or a zone may be another's. */
export function rulingKindsOf(rows: readonly UnplacedRow[]): readonly RulingKind[] {
  if (!rows.some(isOfUnread)) return RULING_KINDS
  return RULING_KINDS.filter(
    (kind) =>
      kind !== 'notInAnyZone' && (kind !== 'outsideDistrict' || rows.every(({ list }) => list === 'zones')),
  )
}

/** Rows of one cause and file, and why they belong in no zone; what is not said yet is null or empty. */
export interface RulingOut {
  readonly rows: readonly UnplacedRow[]
  readonly kind: RulingKind | null
  /** id of the row they repeat */
  readonly of: string
  readonly because: string
  readonly name: string
  readonly unit: string
  readonly role: RulingRole | null
}

/** 排除: a named epidemiologist or approver says, with the reason, that rows belong in no zone. */
export const ruleOutRows: Operation<RulingOut> = {
  id: 'unplaced.ruleOut',
  label: 'placing.verb.ruleOut',
  available: ({ rows }) => rows.some(({ ruledOut }) => ruledOut === null),
  disabled: (ruling) => heldBack() ?? notRuled(ruling),
  run: async (ruling) => {
    const author = useAuthor()
    author.author = { name: ruling.name.trim(), unit: ruling.unit.trim() }
    await useWorkspaces().append(rulingDrafts(ruling))
  },
}

/** The first of reason, note and signature that does not stand yet. */
export function notRuled({ rows, kind, of, because, name, unit, role }: RulingOut): Disabled | null {
  if (kind === null || !rulingKindsOf(rows).includes(kind)) return { code: 'no-kind' }
  if (kind === 'duplicateOf') {
    if (of.trim() === '') return { code: 'no-original' }
    if (rows.some(({ id }) => id === of.trim())) return { code: 'own-original' }
  }
  if (because.trim() === '') return { code: 'no-reason' }
  if (name.trim() === '' || unit.trim() === '') return { code: 'no-author' }
  return role === null ? { code: 'no-role' } : null
}

/** The events of a ruling out; none where something of it does not stand. */
export function rulingDrafts(ruling: RulingOut): Body[] {
  const { rows, kind, of, because, role } = ruling
  if (notRuled(ruling) || kind === null || role === null) return []
  const said = { kind, of: kind === 'duplicateOf' ? of.trim() : null, role, because: because.trim() }
  return [
    ...draftsOf(rows, (subject, named) => ({ type: `${subject}.ruledOut@1`, rows: named, ...said })),
    ...unreadDraftsOf(rows, (subject, named) => ({ type: `${subject}.ruledOut@1`, rows: named, ...said })),
  ]
}
