/** A folder that several machines see: a share, a stick, a directory of the disk. Paths have `/` between folders. */
export interface Folder {
  /** names of what lies directly in a folder; '' is the folder itself. Nothing where it is not there */
  list(path: string): Promise<readonly FolderEntry[]>
  /** null where there is no such file */
  read(path: string): Promise<Uint8Array | null>
  /** bytes; null where there is no such file */
  size(path: string): Promise<number | null>
  /** keeps so many bytes of a file, which is made where it is not there, and writes after them */
  write(path: string, keep: number, bytes: Uint8Array): Promise<void>
}

export interface FolderEntry {
  readonly name: string
  readonly kind: 'file' | 'folder'
}

/** A folder could not be read or written. */
export class FolderError extends Error {
  override readonly name = 'FolderError'
  constructor(
    /** `denied`: it may not be read or written (any more) · `gone`: it is not there · `full`: the disk is */
    readonly code: 'denied' | 'gone' | 'full' | 'failed',
    cause: unknown,
  ) {
    super(`${code}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
  }
}
