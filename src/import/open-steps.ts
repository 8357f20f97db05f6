import { type Facts, transitionsNamed } from '#geo'
import type { Policies } from './across'
import type { ListFile } from './list-file'
import { aProblem, type Problem } from './problem'

/**
 * Steps that are taken and leave open what they decide: of a transition that no edition of the zones has, and without a
 * decision; once per file and value, with the first row and how many rows say it.
 */
export function openSteps(
  lists: readonly ListFile[],
  context: { readonly policies: Policies; readonly policy: string | null; readonly existing: Facts | null },
): Problem[] {
  const transitions = transitionsAt(lists, context)
  return lists
    .filter(({ kind }) => kind.list === 'transitions')
    .flatMap((list) => {
      const found = new Map<string | null, { row: number; count: number }>()
      const note = (seen: string | null, row: number): void => {
        const before = found.get(seen)
        found.set(seen, { row: before?.row ?? row, count: (before?.count ?? 0) + 1 })
      }
      for (const { row, values } of list.taken) {
        const named = String(values.transition)
        if (transitions.length > 0 && transitionsNamed(transitions, named).length === 0) note(named, row)
        if (!values.decision) note(null, row)
      }
      return Array.from(found, ([seen, { row, count }]) => {
        const [code, column] =
          seen === null
            ? (['no-decision', 'decision'] as const)
            : (['unknown-transition', 'transition'] as const)
        const suggestion = seen === null ? null : transitions.map(({ id }) => id).join(' | ')
        return aProblem(list.path, code, {
          ...{ row, column, seen, suggestion },
          detail: { count, areaM2: null, pairs: [] },
        })
      })
    })
}

/** The transitions of the editions that the zones of the files and of the log follow. */
function transitionsAt(
  lists: readonly ListFile[],
  { policies, policy, existing }: Parameters<typeof openSteps>[1],
) {
  const brought = lists
    .filter(({ kind }) => kind.list === 'zones')
    .flatMap(({ taken }) =>
      taken.map(({ values }) => (typeof values.policy === 'string' ? values.policy : null)),
    )
  const followed = new Set([policy, ...brought, ...(existing?.zones ?? []).map((stay) => stay.policy)])
  return [...followed].flatMap((id) => (id === null ? [] : (policies.get(id)?.transitions ?? [])))
}
