import type { Line, Moment, Origin, Shape } from '#geo'
import { dayOf, readMoment } from '#geo'
import type { StandingRow, StandingRows } from '../../records/standing-rows'
import type { LiveRows, RowView } from './live-rows'

/** Reads the standing rows of one list as values of the kernel's types; null is unknown. */
export class RowReader implements StandingRow, StandingRows {
  #view!: RowView

  constructor(
    private readonly rows: LiveRows,
    private readonly zone: string,
  ) {}

  /** One fact a row, in the order of the rows. */
  map<Fact>(read: (row: StandingRow) => Fact | readonly Fact[]): readonly Fact[] {
    const facts: Fact[] = []
    for (const view of this.rows) {
      this.#view = view
      const fact = read(this)
      if (Array.isArray(fact)) for (const one of fact as Fact[]) facts.push(Object.freeze(one))
      else facts.push(Object.freeze(fact as Fact))
    }
    return Object.freeze(facts)
  }

  text(name: string): string | null {
    const corrected = this.#view.corrected(name)
    const value = corrected === undefined ? this.#view.brought(name) : corrected
    return value === null || value === '' ? null : String(value)
  }

  /** Text of a required field; the importer refuses rows without it, a log written by others may still lack it. */
  required(name: string): string {
    return this.text(name) ?? ''
  }

  list(name: string): readonly string[] {
    const parts = (this.text(name) ?? '').split(';').map((part) => part.trim())
    return Object.freeze(parts.filter((part) => part !== ''))
  }

  number(name: string): number | null {
    const corrected = this.#view.corrected(name)
    const value = corrected === undefined ? this.#view.brought(name) : corrected
    return typeof value === 'number' ? value : null
  }

  flag(name: string): boolean | null {
    const corrected = this.#view.corrected(name)
    const value = corrected === undefined ? this.#view.brought(name) : corrected
    return typeof value === 'boolean' ? value : null
  }

  moment(name: string): Moment | null {
    const corrected = this.#view.corrected(name)
    if (corrected !== undefined) return corrected === null ? null : readMoment(this.zone, String(corrected))
    const value = this.#view.brought(name)
    return value !== null && typeof value === 'object' && 'isDay' in value ? value : null
  }

  /** The calendar day of a time; null where it is not told. */
  dayOf(name: string): string | null {
    const moment = this.moment(name)
    return moment && dayOf(this.zone, moment.at)
  }

  /** The town of the row, and who filled it in, where it says so. */
  around(): { readonly town?: string; readonly unit?: string } {
    const [town, unit] = [this.text('town'), this.text('unit')]
    return { ...(town === null ? {} : { town }), ...(unit === null ? {} : { unit }) }
  }

  shape(name: string): Shape | null {
    const value = this.#view.brought(name)
    return Array.isArray(value) ? (value as Shape) : null
  }

  /** The lines of a row: each first ring of its polygons. */
  lines(name: string): readonly Line[] {
    return (this.shape(name) ?? []).map((polygon) => polygon[0]!)
  }

  /** Names of the columns of the row's file, corrected ones included. */
  names(): Set<string> {
    return new Set([...Object.keys(this.#view.segment.block.columns), ...Object.keys(this.#view.patch ?? {})])
  }

  get origin(): Origin {
    const { knownAt } = this.#view
    return Object.freeze({
      file: this.#view.segment.file,
      row: this.#view.row,
      segment: this.#view.segment.hash,
      knownAt: Number.isNaN(knownAt) ? null : knownAt,
    })
  }
}
