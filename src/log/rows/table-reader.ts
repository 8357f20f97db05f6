import type { MomentColumn, TextColumn } from '#geo'
import { readMoment } from '#geo'
import type { StandingTable } from '../../records/standing-rows'
import type { Column } from './columns'
import type { LiveRows, RowView } from './live-rows'

type Of<Type extends Column['type']> = Extract<Column, { type: Type }>

const BESIDE = ['town', 'unit', 'sex', 'ageBand'] as const
type Beside = (typeof BESIDE)[number]

/** Columns of the standing rows. Where one import stands whole, its own columns are handed on uncopied. */
export class TableReader implements StandingTable {
  readonly length: number

  constructor(
    private readonly rows: LiveRows,
    private readonly zone: string,
  ) {
    this.length = rows.size
  }

  text(name: string): TextColumn {
    const kept = this.#whole(name, 'text')
    return kept
      ? { codes: kept.codes, values: kept.values }
      : this.#texts((view) => {
          const corrected = view.corrected(name)
          const value = corrected === undefined ? view.brought(name) : corrected
          return value === null || value === '' ? null : String(value)
        })
  }

  /** What a row may say beside: its town, who filled it in, sex and age band; a column where any row does. */
  beside(): { readonly [Name in Beside]?: TextColumn } {
    const columns = BESIDE.map((name) => [name, this.text(name)] as const)
    return Object.fromEntries(columns.filter(([, { values }]) => values.length > 0))
  }

  moments(name: string): MomentColumn {
    const kept = this.#whole(name, 'moment')
    if (kept) return { at: kept.at, isDay: kept.isDay }
    const at = new Float64Array(this.length).fill(Number.NaN)
    const isDay = new Uint8Array(this.length)
    this.#each((view, i) => {
      const corrected = view.corrected(name)
      const value = corrected === undefined ? view.brought(name) : readMoment(this.zone, String(corrected))
      if (value === null || typeof value !== 'object' || !('isDay' in value)) return
      at[i] = value.at
      isDay[i] = value.isDay ? 1 : 0
    })
    return { at, isDay }
  }

  numbers(name: string): Float64Array {
    const kept = this.#whole(name, 'number')
    if (kept) return kept.values
    const values = new Float64Array(this.length).fill(Number.NaN)
    this.#each((view, i) => {
      const value = view.corrected(name) ?? (view.corrected(name) === null ? null : view.brought(name))
      if (typeof value === 'number') values[i] = value
    })
    return values
  }

  /** Where each row came from. */
  origins(): { file: TextColumn; segment: TextColumn; row: Uint32Array; knownAt: Float64Array } {
    const row = new Uint32Array(this.length)
    const knownAt = new Float64Array(this.length)
    this.#each((view, i) => {
      row[i] = view.row
      knownAt[i] = view.knownAt
    })
    return {
      file: this.#texts((view) => view.segment.file),
      segment: this.#texts((view) => view.segment.hash),
      row,
      knownAt,
    }
  }

  #whole<Type extends Column['type']>(name: string, type: Type): Of<Type> | null {
    const column = this.rows.whole()?.block.columns[name]
    return column?.type === type ? (column as Of<Type>) : null
  }

  #each(read: (view: RowView, index: number) => void): void {
    let index = 0
    for (const view of this.rows) read(view, index++)
  }

  #texts(read: (view: RowView) => string | null): TextColumn {
    const codes = new Int32Array(this.length).fill(-1)
    const values: string[] = []
    const codeOf = new Map<string, number>()
    this.#each((view, i) => {
      const text = read(view)
      if (text === null) return
      let code = codeOf.get(text)
      if (code === undefined) codeOf.set(text, (code = values.push(text) - 1))
      codes[i] = code
    })
    return { codes, values }
  }
}
