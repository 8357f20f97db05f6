import { contentHash } from '../../log/identity/identity'
import { REFERRING } from '../../log/personal/household-signs'
import { freeText, isAboutPersons } from '../../log/personal/kept-text'
import { householdIn } from '../../log/personal/names'
import type { Cell } from '../../log/rows/columns'
import type { Field } from '../../records/field'
import { identityFields, type Kind } from '../../records/kind'

/** Where something lies, which no name is in. */
const WHERE = ['kind', 'place', 'town', 'parent', 'members', 'shape', 'line', 'lng', 'lat']
const SIGNS = 6

/**
 * What households that are called after a person are known by in the rows of one table. No sign is made of a name (who
 * has a list of names finds it again), and none is kept by a key: a row that is known by such a name is known by where
 * it lies (＊家@5f3a9c), one that refers to it by the first row in which it does (＊家#12), and so it means no place or
 * zone: it stays 未落位 until a person says which. Files are linked by numbers and codes.
 */
export class Households {
  /** names, in memory only, by the row in which each is first referred to */
  readonly #rows = new Map<string, number>()

  /** What is kept of a cell that names rows, where a household is among them; null where none is. */
  referred({ list, identity = [] }: Kind, { name: field }: Field, text: string, row: number): string | null {
    if (isAboutPersons(list) || !REFERRING.has(field)) return null
    const parts = text.split(';')
    if (!parts.some((part) => householdIn(part))) return null
    const isOwn = (field === 'id' || field === 'code') && identity.includes(field)
    return parts
      .map((part) => {
        const household = householdIn(part)
        if (!household) return freeText(part)
        return `${freeText(part)}${isOwn ? OPEN : `#${this.#rowOf(household.name, row)}`}`
      })
      .join(';')
  }

  #rowOf(name: string, row: number): number {
    const first = this.#rows.get(name) ?? row
    this.#rows.set(name, first)
    return first
  }
}

/** Stands behind an id until all cells of its row are read. */
const OPEN = '@'

/** Completes the id of a row that was called after a household: by where it lies, else by its row. */
export function withHouseholdKnown(kind: Kind, values: Record<string, Cell>, row: number): void {
  const field = identityFields(kind).find((name) => name === 'id' || name === 'code')
  const id = field === undefined ? null : values[field]
  if (field === undefined || typeof id !== 'string' || !id.startsWith('＊') || !id.endsWith(OPEN)) return
  const lying = Object.fromEntries(
    WHERE.flatMap((name) => (isSaid(values[name]) ? [[name, values[name]]] : [])),
  )
  const isAnywhere = Object.keys(lying).some((name) => name !== 'kind')
  values[field] = isAnywhere
    ? `${id}${contentHash(kind.list, lying).slice(0, SIGNS)}`
    : `${id.slice(0, -OPEN.length)}#${row}`
}

const isSaid = (cell: Cell | undefined): boolean => cell !== undefined && cell !== null && cell !== ''
