import { freeText, isAboutPersons } from '../log/personal/kept-text'
import type { ListFile } from './list-file'
import { shownOfPerson } from './personal'
import { RefusedRow } from './refused-row'
import type { RowFault } from './row-note'
import { tell } from './told-problems'

/** Refuses one row of a list, with its problem. The row must not be in `taken` (any more). */
export function refuse(list: ListFile, row: number, fault: RowFault): void {
  const { code } = fault
  const isPlain = code === 'wrong-number-of-columns' || code === 'duplicate-code'
  const seen =
    fault.seen === null || isPlain
      ? fault.seen
      : isAboutPersons(list.kind.list)
        ? shownOfPerson(fault)
        : freeText(fault.seen)
  const refused = new RefusedRow(list, row, { ...fault, seen })
  list.refused.push(refused)
  tell(list.problems, refused.problem)
}
