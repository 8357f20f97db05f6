import type { Facts, UnplacedRow } from '#geo'
import { rowsAt } from '../../export/row-at'
import { mayBeAlias } from '../../log/hand/alias-taught'
import { isOfUnread } from './row-drafts'

/** The one name that the rows say of their place and that nobody knows; null where they say several or none, or it may be of a person. */
export function nameUnknown(rows: readonly UnplacedRow[], facts: Facts): string | null {
  if (rows.some((row) => row.refused || isOfUnread(row) || row.why !== 'unknown-place')) return null
  const asked = rows.flatMap(({ file, row, segment }) => (row === null ? [] : [{ file, row, segment }]))
  const said = rowsAt(facts, asked).map(
    (found) => found?.cells.find(([column]) => column === 'place')?.[1] ?? null,
  )
  const [name] = said
  const isOne = said.length > 0 && said.every((one) => one === name)
  return isOne && typeof name === 'string' && mayBeAlias(name.trim()) ? name.trim() : null
}
