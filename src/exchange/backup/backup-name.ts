import { formatInstant, type Instant, type PackDescription } from '#geo'
import { digest } from '../../log/digest'

/** What the name of a backup says. */
export interface BackupName {
  /** of the log that it is of: others may lie in the same folder */
  readonly key: string
  /** when it was made, as text that sorts by time: 20261203-081925 */
  readonly stamp: string
}

/** What a name ends in until what it names was proven. */
export const UNFINISHED = '.part'

const NAME = /-backup-(\d{8}-\d{6})-([0-9a-f]{8})\.zip$/
const UNFINISHED_NAME = /-backup-\d{8}-\d{6}-([0-9a-f]{8})\.zip\.part$/

/** The key of a workspace, or of whatever else a log is known by. */
export const backupKey = (of: string): string => digest(of).slice(0, 8)

export interface Named {
  readonly title: string
  readonly use: PackDescription['use']
  readonly key: string
  readonly at: Instant
  readonly timezone: string
}

/** A dated name, in the zone of the log, of which no file system takes offence. */
export function backupName({ title, use, key, at, timezone }: Named): string {
  const stamp = formatInstant(timezone, at).slice(0, 19).replace(/[-:]/g, '').replace('T', '-')
  const safe = title.replace(/[\\/:*?"<>|\s]+/g, '-').slice(0, 80) || 'cordon'
  return `${safe}${use === 'exercise' ? '-演练' : ''}-backup-${stamp}-${key}.zip`
}

/** Null for a name that no backup has. */
export function readBackupName(name: string): BackupName | null {
  const [, stamp, key] = NAME.exec(name) ?? []
  return stamp === undefined ? null : { stamp, key: key! }
}

/** The key of a backup that was not finished; null for any other name. */
export const unfinishedKey = (name: string): string | null => UNFINISHED_NAME.exec(name)?.[1] ?? null
