/** The bytes of a file, a part at a time: a large one is never held whole. */
export interface Parts {
  readonly size: number
  /** the bytes from there to before there */
  part(from: number, to: number): Uint8Array
}

/** A file of which the bytes are at hand, or parts of them can be read. */
export interface InParts {
  readonly bytes: Uint8Array
  readonly parts?: Parts
}

/** Bytes at hand as parts of them. */
export const partsOf = (bytes: Uint8Array): Parts => ({
  size: bytes.length,
  part: (from, to) => bytes.subarray(from, to),
})

/** The parts of a file, by which nothing of it is read yet where that can be put off. */
export const partsIn = (file: InParts): Parts => file.parts ?? partsOf(file.bytes)

/** Parts that look up as they are read; `watch` may throw to end it. */
export const watchedIn = (parts: Parts, watch: (() => void) | undefined): Parts =>
  watch
    ? {
        size: parts.size,
        part: (from, to) => {
          watch()
          return parts.part(from, to)
        },
      }
    : parts

/** So many bytes are read at once. */
export const PIECE = 1_000_000

/** Parts one after the other. */
export function* eachPart({ size, part }: Parts, length = PIECE): Generator<Uint8Array> {
  for (let from = 0; from < size; from += length) yield part(from, Math.min(size, from + length))
}

/** bytes in which a signature stands, but for archives and compound files, which say at their end what they hold */
const BEGINNING = 100_000

/** As much of a file as tells what it is. */
export function tellingPart(file: InParts): Uint8Array {
  const { parts } = file
  if (!parts || parts.size <= BEGINNING) return file.bytes
  const beginning = parts.part(0, BEGINNING)
  const isContainer = (beginning[0] === 0x50 && beginning[1] === 0x4b) || beginning[0] === 0xd0
  return isContainer ? file.bytes : beginning
}
