import type { InputFile } from './zip'

/** A file that is read when its bytes are asked for; they are kept no longer than somebody holds them. */
export class FileReadLater implements InputFile {
  #held: WeakRef<Uint8Array> | null = null

  constructor(
    readonly path: string,
    private readonly read: () => Uint8Array,
  ) {}

  get bytes(): Uint8Array {
    const held = this.#held?.deref()
    if (held) return held
    const bytes = this.read()
    this.#held = new WeakRef(bytes)
    return bytes
  }
}

/** The file under another path, its bytes not asked for. */
export const underPath = (file: InputFile, path: string): InputFile =>
  path === file.path ? file : new FileReadLater(path, () => file.bytes)

/** The file with more that is known of it, its bytes not asked for. */
export function withMore<More extends object>(file: InputFile, more: More): InputFile & More {
  const { path } = file
  return Object.defineProperty({ path, ...more }, 'bytes', {
    get: () => file.bytes,
    enumerable: true,
  }) as unknown as InputFile & More
}
