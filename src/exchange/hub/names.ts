import { digest } from '../../log/digest'
import type { Author } from '../../log/events'

/** Where a machine stands at a hub: which workspace, and under whose subject it gives. */
export interface Seat {
  /** the name of the workspace at the hub, the same on all its machines */
  readonly workspace: string
  /** '' where nobody says */
  readonly unit: string
  readonly device: string
}

/** Names of workspaces at a hub: they stand in subjects and in names of files. */
export const isWorkspaceName = (name: string): boolean => /^[a-z0-9][a-z0-9-]{0,31}$/.test(name)

/** A name as one token of a subject; what has other letters goes by its digest. */
export function tokenOf(name: string): string {
  if (name === '') return '-'
  return /^[a-z0-9][a-z0-9.-]{0,79}$/.test(name) ? name.replaceAll('.', '_') : digest(name).slice(0, 32)
}

export const subjectOf = ({ workspace, unit, device }: Seat): string =>
  `cordon.${workspace}.${tokenOf(unit)}.${tokenOf(device)}`

export const streamOf = (workspace: string): string => `CORDON_${workspace}`
export const subjectsOf = (workspace: string): string => `cordon.${workspace}.*.*`
export const bucketOf = (workspace: string): string => `cordon-${workspace}`

export const isAuthor = (value: unknown): value is Author => {
  const { name, unit } = (value ?? {}) as Partial<Author>
  return typeof name === 'string' && typeof unit === 'string'
}
