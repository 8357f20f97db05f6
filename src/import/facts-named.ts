import { BlockBuilder } from '../log/rows/block-builder'
import type { ListFile } from './list-file'
import { aProblem } from './problem'

/**
 * The lists with facts under the names that rules ask for: one written as a rule prints its condition, or as its name in
 * other letters, is that fact, and told. A sentence that two facts have is neither's.
 */
export function withFactsNamed(
  lists: readonly ListFile[],
  documents: readonly unknown[],
): readonly ListFile[] {
  if (!lists.some(({ kind, taken }) => kind.list === 'facts' && taken.length > 0)) return lists
  const names = new Map<string, Set<string>>()
  for (const document of documents) gather(document, names)
  return lists.map((list) => (list.kind.list === 'facts' ? named(list, names) : list))
}

function named(list: ListFile, names: ReadonlyMap<string, ReadonlySet<string>>): ListFile {
  const nameOf = (fact: unknown): string | null => {
    if (typeof fact !== 'string') return null
    const [one = null, ...others] = names.get(compared(fact)) ?? []
    return others.length > 0 || one === fact ? null : one
  }
  if (!(list.taken.textsIn('fact') ?? []).some((fact) => nameOf(fact) !== null)) return list
  const taken = new BlockBuilder(list.kind)
  const told = new Map<string, { readonly row: number; readonly name: string; readonly count: number }>()
  for (const { row, values } of list.taken) {
    const name = nameOf(values.fact)
    taken.add({ row, values: name === null ? values : { ...values, fact: name } })
    if (name === null) continue
    const seen = String(values.fact)
    const before = told.get(seen)
    told.set(seen, { row: before?.row ?? row, name, count: (before?.count ?? 0) + 1 })
  }
  taken.close()
  const problems = Array.from(told, ([seen, { row, name, count }]) =>
    aProblem(list.path, 'fact-named', {
      ...{ row, column: 'fact', seen, suggestion: name },
      detail: { count, areaM2: null, pairs: [] },
    }),
  )
  return { ...list, taken, problems: [...list.problems, ...problems] }
}

/** The facts that conditions of a policy ask for, by their names and sentences as they are compared. */
function gather(part: unknown, names: Map<string, Set<string>>): void {
  if (typeof part !== 'object' || part === null) return
  const { flag, zh, en } = part as Readonly<Record<string, unknown>>
  if (typeof flag === 'string')
    for (const text of [flag, zh, en]) {
      if (typeof text !== 'string') continue
      const known = names.get(compared(text))
      if (known) known.add(flag)
      else names.set(compared(text), new Set([flag]))
    }
  for (const one of Object.values(part)) gather(one, names)
}

/** Without width, case, spaces and signs. */
const compared = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
