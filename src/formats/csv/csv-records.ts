import Papa from 'papaparse'
import { Lines, type TextLines } from '../lines'

/** One record of a CSV text. */
export interface CsvRecord {
  /** which of the records of the text it is, from 1; records without any content count, as in a spreadsheet */
  readonly number: number
  readonly cells: readonly string[]
  /** a quotation mark stands where none may */
  readonly isBroken: boolean
  /** a cell of it goes on over lines each of which could be a record: closed well, but it may be meant otherwise */
  readonly isDoubtful: boolean
}

/** The records below the header. None is kept: each is read when it is asked for. */
export interface CsvRecords {
  /** the first record; its quotation marks taken out where they were not closed */
  readonly header: CsvRecord
  readonly length: number
  readonly at: (index: number) => CsvRecord
  /** how many of them are broken */
  readonly broken: number
}

const SOUND = { isBroken: false, isDoubtful: false }
const BROKEN = { isBroken: true, isDoubtful: false }

/**
 * The records of a CSV text, those without any content left out; null where there is none. A quotation mark that is not closed, or
 * closed amid a cell, costs its own line only: a cell goes on over several lines where it is closed well, its record
 * then has as many cells as the header, and most of what lies between is no record by itself.
 */
export function csvRecords(text: string | TextLines, delimiter: string, step?: Step): CsvRecords | null {
  return new LineReader(typeof text === 'string' ? Lines.of(text) : text, delimiter).all(step)
}

/** Called now and then with the share of the text that was looked at; may throw to end it. */
export type Step = (share: number) => void

/** lines between two steps */
const STRIDE = 10_000

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '')

/** A record that ends with the line before `next`. */
interface Found extends Omit<CsvRecord, 'number'> {
  readonly next: number
}

/** A cell goes on over no more lines: some pages of text. Each that is open looks so far ahead, not to the end of the file. */
const MOST_LINES = 1_000

/** Reads a text record by record, so that no quotation mark reaches farther than its own record. */
class LineReader {
  readonly #lines: TextLines
  readonly #hasQuotes: boolean
  readonly #comma: number
  readonly #parser: Papa.Parser

  constructor(
    lines: TextLines,
    private readonly delimiter: string,
  ) {
    this.#lines = lines
    this.#hasQuotes = lines.hasQuotes
    this.#comma = delimiter.charCodeAt(0)
    this.#parser = new Papa.Parser({ delimiter, newline: '\n' })
  }

  all(step: Step = () => {}): CsvRecords | null {
    let at = 0
    while (at < this.#lines.length && isBlank(this.#split(at))) at += 1
    if (at === this.#lines.length) return null
    let number = at + 1
    const found = this.#header(at)
    const width = found.cells.length
    const lines = new Uint32Array(this.#lines.length - at)
    const numbers = new Uint32Array(this.#lines.length - at)
    let [length, broken] = [0, 0]
    for (let line = found.next; line < this.#lines.length; ) {
      if (line % STRIDE === 0) step(line / this.#lines.length)
      const record = this.#isPlain(line) ? null : this.#record(line, width)
      number += 1
      if (!record || !isBlank(record.cells)) {
        lines[length] = line
        numbers[length++] = number
        if (record?.isBroken) broken += 1
      }
      line = record ? record.next : line + 1
    }
    return {
      ...{ header: { ...found, number: at + 1 }, length, broken },
      at: (index) => ({ ...this.#record(lines[index]!, width), number: numbers[index]! }),
    }
  }

  /** Whether it is a record of one line that holds anything, as most are: it need not be taken apart to be counted. */
  #isPlain(at: number): boolean {
    const line = this.#lines.at(at)
    if (this.#hasQuotes && line.includes('"')) return false
    for (let i = 0; i < line.length; i += 1) {
      const code = line.charCodeAt(i)
      if (code > 0x20 && code < 0x7f && code !== this.#comma) return true
    }
    return false
  }

  /** A wrapped heading is one where the record below has as many cells; else its quotation marks say nothing. */
  #header(at: number): Found {
    const own = this.#line(at)
    if (own !== 'open') return own.isBroken ? this.#unquoted(at) : own
    const wrapped = this.#closed(at)
    const below = wrapped && wrapped.next < this.#lines.length ? this.#line(wrapped.next) : null
    const fits =
      wrapped && (below === null || below === 'open' || below.cells.length === wrapped.cells.length)
    return fits ? wrapped : this.#unquoted(at)
  }

  #unquoted(at: number): Found {
    const cells = this.#split(at).map((cell) => cell.replaceAll('"', ''))
    return { cells, ...BROKEN, next: at + 1 }
  }

  #record(at: number, width: number): Found {
    const own = this.#line(at)
    if (own !== 'open') return own
    const wrapped = this.#closed(at)
    if (wrapped && fits(wrapped, width) && !this.#swallows(at, wrapped.next, width))
      return { ...wrapped, isDoubtful: this.#areRecords([at, wrapped.next - 1], width) }
    return { cells: this.#split(at), ...BROKEN, next: at + 1 }
  }

  /** The record of one line alone; `open` where a cell of it is not closed. */
  #line(at: number): Found | 'open' {
    const line = this.#lines.at(at)
    if (!this.#hasQuotes || !line.includes('"')) return { cells: this.#split(at), ...SOUND, next: at + 1 }
    const { cells, errors } = this.#parse(line)
    if (errors.includes('MissingQuotes')) return 'open'
    return { cells, ...(errors.length > 0 ? BROKEN : SOUND), next: at + 1 }
  }

  /** The record that a later line closes; null where the next quotation marks close none, or no near line has any. */
  #closed(at: number): Found | null {
    const end = Math.min(this.#lines.length, at + MOST_LINES)
    for (let next = at + 1; next < end; next += 1) {
      const state = this.#stateAfter(this.#lines.at(next))
      if (state === 'broken') return null
      if (state === 'open') continue
      const { cells, errors } = this.#parse(this.#lines.from(at, next))
      return errors.length === 0 ? { cells, ...SOUND, next: next + 1 } : null
    }
    return null
  }

  /** How a line ends that begins inside a cell in quotation marks. */
  #stateAfter(line: string): 'open' | 'closed' | 'broken' {
    let at = 0
    for (;;) {
      at = line.indexOf('"', at)
      if (at < 0) return 'open'
      if (line[at + 1] === '"') {
        at += 2
        continue
      }
      const rest = line.slice(at + 1).trimStart()
      if (rest === '') return 'closed'
      if (!rest.startsWith(this.delimiter)) return 'broken'
      at = this.#nextQuoted(line, line.length - rest.length)
      if (at < 0) return 'closed'
    }
  }

  /** After the mark with which the next cell in quotation marks begins, from a delimiter on; −1 where none does. */
  #nextQuoted(line: string, from: number): number {
    for (let at = from; at >= 0; at = line.indexOf(this.delimiter, at + 1))
      if (line[at + this.delimiter.length] === '"') return at + this.delimiter.length + 1
    return -1
  }

  /** Is most of what lies between the first and the last line of the record a record by itself? */
  #swallows(from: number, to: number, width: number): boolean {
    const between = Array.from({ length: to - from - 2 }, (_, i) => from + 1 + i)
    const told = between.filter((at) => this.#lines.at(at).trim() !== '')
    const whole = told.filter((at) => !this.#lines.at(at).includes('"') && this.#areRecords([at], width))
    return whole.length > 0 && whole.length * 2 >= told.length
  }

  /** Has each of the lines as many cells as the header? Of a list of one column that tells nothing. */
  #areRecords(lines: readonly number[], width: number): boolean {
    return width > 1 && lines.every((at) => this.#split(at).length === width)
  }

  /** One record, its quotation marks as the format has them. */
  #parse(text: string): { readonly cells: readonly string[]; readonly errors: readonly string[] } {
    const { data, errors } = this.#parser.parse(text, 0, false) as Papa.ParseResult<string[]>
    return { cells: data[0] ?? [''], errors: errors.map(({ code }) => code) }
  }

  #split(at: number): string[] {
    return this.#lines.at(at).split(this.delimiter)
  }
}

function fits({ cells }: Pick<CsvRecord, 'cells'>, width: number): boolean {
  return cells.length === width || (cells.length > width && isBlank(cells.slice(width)))
}
