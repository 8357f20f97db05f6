import type { ListName } from '#geo'
import type { Register } from '../fold/register'

/** Ids of what has been stated of fields of a row and stands before whoever corrects them. */
export function seenOf(
  { rowHistory, differences = [] }: Pick<Register, 'rowHistory' | 'differences'>,
  { list, row }: { readonly list: ListName; readonly row: string },
  fields: readonly string[],
): readonly string[] {
  const isOne = (one: { readonly list: string; readonly row: string }): boolean =>
    one.list === list && one.row === row
  const told = rowHistory
    .filter(
      (line) => isOne(line) && line.reversed === null && line.set.some(({ field }) => fields.includes(field)),
    )
    .map(({ event }) => event)
  const open = differences
    .filter((one) => isOne(one) && fields.includes(one.field))
    .flatMap(({ statements }) => statements.map(({ event }) => event))
  return [...new Set([...told, ...open])]
}
