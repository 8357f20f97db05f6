import type { ListFile } from './list-file'
import { aProblem, type Problem } from './problem'

/** Facts that say up to when a list is complete; no rule asks for them by name. */
const STATED_UNTIL = 'asOf.'

/** Facts for which no rule known here asks, once a file and name, with the name of the rules that is written most alike. */
export function factsUnasked(lists: readonly ListFile[], documents: readonly unknown[]): Problem[] {
  const facts = lists.filter(({ kind }) => kind.list === 'facts')
  if (facts.length === 0) return []
  const words = new Set<string>()
  const flags = new Set<string>()
  for (const document of documents) gather(document, words, flags)
  return facts.flatMap((list) => {
    const first = new Map<string, { readonly row: number; readonly count: number }>()
    for (const { row, values } of list.taken) {
      const name = String(values.fact)
      if (words.has(name) || name.startsWith(STATED_UNTIL)) continue
      const before = first.get(name)
      first.set(name, { row: before?.row ?? row, count: (before?.count ?? 0) + 1 })
    }
    return Array.from(first, ([seen, { row, count }]) =>
      aProblem(list.path, 'fact-unasked', {
        ...{ row, column: 'fact', seen, suggestion: nearest(seen, flags) },
        detail: { count, areaM2: null, pairs: [] },
      }),
    )
  })
}

/** What a policy prints is no name. */
const SENTENCES: ReadonlySet<string> = new Set(['zh', 'en'])

/** Every word of a policy, and the facts that its conditions ask for. */
function gather(part: unknown, words: Set<string>, flags: Set<string>): void {
  if (typeof part === 'string') words.add(part)
  if (typeof part !== 'object' || part === null) return
  for (const [key, value] of Object.entries(part)) {
    if (SENTENCES.has(key)) continue
    if (key === 'flag' && typeof value === 'string') flags.add(value)
    gather(value, words, flags)
  }
}

function nearest(name: string, known: ReadonlySet<string>): string | null {
  let found: { readonly one: string; readonly steps: number } | null = null
  for (const one of [...known].sort()) {
    const steps = stepsBetween(name.toLowerCase(), one.toLowerCase())
    if (!found || steps < found.steps) found = { one, steps }
  }
  return found && found.steps <= name.length / 3 ? found.one : null
}

/** How many letters have to be added, left out or changed to make one of the other. */
function stepsBetween(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const line = [i]
    for (let j = 1; j <= b.length; j++)
      line.push(Math.min(above[j]! + 1, line[j - 1]! + 1, above[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    above = line
  }
  return above[b.length]!
}
