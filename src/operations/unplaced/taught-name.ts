import type { Facts, UnplacedRow } from '#geo'
import { rowsAt } from '../../export/row-at'
import type { Body } from '../../log/events'
import { freeText, isCode, looksPersonal } from '../../log/personal/kept-text'
import { isOfUnread } from './row-drafts'

/** A name that is an alias of a place from now on, and why. */
export interface TaughtName {
  readonly name: string
  readonly because: string
}

/** The one name that the rows say of their place and that nobody knows; null where they say several or none, or it may be of a person. */
export function nameUnknown(rows: readonly UnplacedRow[], facts: Facts): string | null {
  if (rows.some((row) => row.refused || isOfUnread(row) || row.why !== 'unknown-place')) return null
  const asked = rows.flatMap(({ file, row, segment }) => (row === null ? [] : [{ file, row, segment }]))
  const said = rowsAt(facts, asked).map(
    (found) => found?.cells.find(([column]) => column === 'place')?.[1] ?? null,
  )
  const [name] = said
  const isOne = said.length > 0 && said.every((one) => one === name)
  return isOne && typeof name === 'string' && isName(name.trim()) ? name.trim() : null
}

/** What a list of aliases can hold. */
const isName = (name: string): boolean =>
  name !== '' && !/[;；]/.test(name) && !isCode(name) && !looksPersonal(name) && freeText(name) === name

/** The correction by which a place has the name from now on; none where nobody knows the place. */
export function taughtDrafts(
  { name, because }: TaughtName,
  place: string,
  { places }: Pick<Facts, 'places'>,
): Body[] {
  const known = places.find(({ code }) => code === place)
  if (!known || known.aliases.includes(name)) return []
  const aliases = [...known.aliases, name].join(';')
  return [{ type: 'places.corrected@1', row: place, set: { aliases }, because }]
}
