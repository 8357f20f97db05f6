import type { FileKind } from '../files/file-report'
import type { ImportPlan } from '../plan'
import type { Severity } from '../problem'
import { countOf } from '../told-problems'

/** What a change made of one file: before and after. */
export interface FileDifference {
  readonly file: string
  readonly kind: readonly [FileKind, FileKind]
  readonly taken: readonly [number, number]
  readonly refused: readonly [number, number]
}

/** What of a plan a change made otherwise. */
export interface PlanDifference {
  readonly files: readonly FileDifference[]
  /** problems by how grave they are, before and after; only those of which the count differs */
  readonly problems: readonly { readonly severity: Severity; readonly count: readonly [number, number] }[]
}

type Compared = Pick<ImportPlan, 'files' | 'problems'>

/** What differs between two plans of the same files. */
export function differenceOf(before: Compared, after: Compared): PlanDifference {
  const was = new Map(before.files.map((one) => [one.file, one]))
  const files = after.files.flatMap((now): FileDifference[] => {
    const old = was.get(now.file)
    const one: FileDifference = {
      file: now.file,
      kind: [old?.kind ?? 'unknown', now.kind],
      taken: [old?.taken ?? 0, now.taken ?? 0],
      refused: [old?.refused ?? 0, now.refused ?? 0],
    }
    return [one.kind, one.taken, one.refused].some(([a, b]) => a !== b) ? [one] : []
  })
  const count = ({ problems }: Compared, severity: Severity): number =>
    problems.reduce((sum, one) => sum + (one.severity === severity ? countOf(one) : 0), 0)
  const problems = (['error', 'warning', 'note'] as const)
    .map((severity) => ({
      severity,
      count: [count(before, severity), count(after, severity)] as [number, number],
    }))
    .filter(({ count: [a, b] }) => a !== b)
  return { files, problems }
}
