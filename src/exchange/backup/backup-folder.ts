import type { Folder } from '../folder/folder'

/** A folder in which what was written under one name is then called by another, or taken away. */
export interface BackupFolder extends Folder {
  /** what lay under the other name is gone then */
  rename(path: string, to: string): Promise<void>
  remove(path: string): Promise<void>
}
