import { type InParts, type Parts, partsIn } from '../../formats/parts'
import type { InputFile } from './zip'

/** A file that is read when its bytes are asked for; they are kept no longer than somebody holds them. */
export class FileReadLater implements InputFile {
  #held: WeakRef<Uint8Array> | null = null

  constructor(
    readonly path: string,
    private readonly read: () => Uint8Array,
    readonly parts?: Parts,
  ) {}

  get bytes(): Uint8Array {
    const held = this.#held?.deref()
    if (held) return held
    const bytes = this.read()
    this.#held = new WeakRef(bytes)
    return bytes
  }
}

/** A file of which parts can be read: whole only where somebody asks for all its bytes. */
export const fileInParts = (path: string, parts: Parts): InputFile =>
  new FileReadLater(path, () => parts.part(0, parts.size), parts)

/** The file under another path, its bytes not asked for. */
export const underPath = (file: InputFile, path: string): InputFile =>
  path === file.path ? file : new FileReadLater(path, () => file.bytes, file.parts)

/** The file with more that is known of it, its bytes not asked for. */
export function withMore<More extends object>(file: InputFile, more: More): InputFile & More {
  const { path, parts } = file
  return Object.defineProperty({ path, ...(parts ? { parts } : {}), ...more }, 'bytes', {
    get: () => file.bytes,
    enumerable: true,
  }) as unknown as InputFile & More
}

/** The first bytes of a file. */
export function firstBytes(file: InParts, count: number): Uint8Array {
  const parts = partsIn(file)
  return parts.part(0, Math.min(parts.size, count))
}
