import { type DutyTurn, type Facts, readMoment } from '#geo'
import { MOST_GUARD_M } from '../fold/register'
import { type HandFault, wordsFault } from '../hand/field-faults'
import type { WorkspaceBody } from './workspace-body'

const CLOCK = /^([01]\d|2[0-4]):[0-5]\d$/

/** The first thing that is missing or cannot be of a statement of the workspace; null where it can be written. */
export function workspaceFault(body: WorkspaceBody, { pack }: Pick<Facts, 'pack'>): HandFault | null {
  const { title, reporting, guardDistanceM, issuer, duty } = body
  const said = [title, reporting, guardDistanceM, issuer, duty]
  if (said.every((one) => one === undefined)) return { field: 'title', code: 'nothing-set' }
  if (title && !title.zh?.trim() && !title.en?.trim()) return { field: 'title', code: 'no-name' }
  if (reporting && !CLOCK.test(reporting.cutoff)) return { field: 'cutoff', code: 'no-clock' }
  if (reporting?.items.some((item) => item.trim() === '')) return { field: 'items', code: 'no-items' }
  if (guardDistanceM !== undefined && !(guardDistanceM > 0 && guardDistanceM <= MOST_GUARD_M))
    return { field: 'guardDistanceM', code: 'guard-distance' }
  return (
    wordsFault('title', title?.zh ?? null) ??
    wordsFault('title', title?.en ?? null) ??
    wordsFault('issuer', issuer ?? null) ??
    dutyFault(duty ?? [], pack.timezone)
  )
}

/** A turn without a role or a name, or that ends before it begins; the field says which, counted from 0. */
function dutyFault(duty: readonly DutyTurn[], timezone: string): HandFault | null {
  for (const [index, { role, name, from, to }] of duty.entries()) {
    const at = (field: string): string => `duty.${index}.${field}`
    if (role.trim() === '') return { field: at('role'), code: 'no-duty-role' }
    if (name.trim() === '') return { field: at('name'), code: 'no-person' }
    const [begin, end] = [from, to].map((text) => readMoment(timezone, text)?.at)
    if (begin === undefined) return { field: at('from'), code: 'no-time' }
    if (end === undefined) return { field: at('to'), code: 'no-time' }
    if (end <= begin) return { field: at('to'), code: 'before-start' }
  }
  return null
}
