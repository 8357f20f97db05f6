/** How far an import has come. */
export interface Work {
  /** of all that it has to do, from 0 to 1; an estimate by the size of its files */
  readonly share: number
  /** rows read so far */
  readonly rows: number
  /** rows of the file at hand that a library has read, which opens it whole before any is ours; null where none does */
  readonly opening: number | null
}

export interface ImportControl {
  /** asked often, also amid a file; true ends the import */
  readonly cancelled?: () => boolean
  /** files read so far, of how many, the one at hand, and the work that is done */
  readonly progress?: (done: number, of: number, file: string, work: Work) => void
}

/** Thrown by `planImport` when its control says so. */
export class ImportCancelled extends Error {
  override readonly name = 'AbortError'
}

/** Of the work on a file: passes over its bytes, then its rows. */
const READING = 0.3
/** Of the work of an import: its files, then what is looked at across them. */
const FILES = 0.75

/** Where an import stands. Each step says so, and ends the import where its control asks for that. */
export class Pace {
  #sizes: readonly number[] = []
  #file = 0
  #path = ''
  #pass = 0
  #within = 0
  #rows = 0
  #before = 0
  #share = 0
  #opening: number | null = null

  constructor(private readonly control: ImportControl) {}

  /** Files of these sizes are going to be read. */
  expect(sizes: readonly number[]): void {
    this.#sizes = sizes
  }

  /** The next file, or the end of them. Lets messages in. */
  async file(at: number, path: string): Promise<void> {
    this.#file = at
    this.#path = path
    this.#pass = this.#within = 0
    this.#before += this.#rows
    this.#rows = 0
    this.#opening = null
    this.#say(0)
    await new Promise((resume) => setTimeout(resume))
    this.#end()
  }

  /** So much of a pass over the bytes of the file is done; as one begins again, the next pass. */
  readonly reading = (share: number): void => {
    if (share < this.#within) this.#pass += 1
    this.#within = share
    const begun = 1 - 0.5 ** this.#pass
    this.#step(READING * (begun + (1 - begun) * 0.5 * share))
  }

  /** A library that opens the file whole has read so many of its rows: of how many it does not say. */
  readonly opening = (rows: number): void => {
    this.#opening = Math.max(this.#opening ?? 0, rows)
    this.#tell()
    this.#end()
  }

  /** So many of the rows of the file are read. */
  readonly rows = (done: number, of: number): void => {
    this.#opening = null
    this.#rows = Math.max(this.#rows, done)
    this.#step(READING + (1 - READING) * (done / Math.max(1, of)))
  }

  /** So much of what comes after the files is done. */
  readonly across = (share: number): void => {
    this.#share = Math.max(this.#share, FILES + (1 - FILES) * share)
    this.#tell()
    this.#end()
  }

  /** Amid what says nothing of how far it is. */
  readonly look = (): void => this.#end()

  #step(within: number): void {
    this.#say(within)
    this.#end()
  }

  #say(within: number): void {
    const whole = this.#sizes.reduce((sum, size) => sum + size, 0)
    const before = this.#sizes.slice(0, this.#file).reduce((sum, size) => sum + size, 0)
    const own = (this.#sizes[this.#file] ?? 0) * within
    this.#share = Math.max(this.#share, whole > 0 ? (FILES * (before + own)) / whole : 0)
    this.#tell()
  }

  #tell(): void {
    const work = { share: this.#share, rows: this.#before + this.#rows, opening: this.#opening }
    this.control.progress?.(this.#file, this.#sizes.length, this.#path, work)
  }

  #end(): void {
    if (this.control.cancelled?.()) throw new ImportCancelled('import cancelled')
  }
}
