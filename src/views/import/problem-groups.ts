import { comma } from '../../i18n/between'
import type { Locale } from '../../i18n/format'
import type { ImportPlan } from '../../import/plan'
import type { Problem, Severity } from '../../import/problem'
import { countOf } from '../../import/told-problems'
import type { Admission } from '../../log/admit'

/** Problems of one code in one file, as one row: how many, where, and an example. */
export interface ProblemGroup {
  readonly file: string
  readonly code: Problem['code']
  readonly column: string | null
  readonly severity: Severity
  readonly rows: readonly number[]
  readonly count: number
  readonly example: Problem
  /** every text seen and what it was read as, once each, most rows first */
  readonly readings: readonly Reading[]
}

export interface Reading {
  readonly seen: string
  readonly readAs: string | null
  readonly rows: number
}

const GRAVITY: Record<Severity, number> = { error: 0, warning: 1, note: 2 }

/** Gravest first, then most rows; within a file by code and column. */
export function problemGroups(problems: readonly Problem[]): ProblemGroup[] {
  const groups = new Map<string, Problem[]>()
  for (const problem of problems) {
    const key = JSON.stringify([problem.file, problem.code, problem.column])
    const group = groups.get(key)
    if (group) group.push(problem)
    else groups.set(key, [problem])
  }
  return [...groups.values()]
    .map((group) => {
      const example = group[0]!
      return {
        file: example.file,
        code: example.code,
        column: example.column,
        severity: example.severity,
        rows: group.flatMap(({ row }) => (row === null ? [] : [row])).sort((a, b) => a - b),
        count: group.reduce((sum, problem) => sum + countOf(problem), 0),
        example,
        readings: readingsOf(group),
      }
    })
    .sort(
      (a, b) => GRAVITY[a.severity] - GRAVITY[b.severity] || b.count - a.count || (a.file < b.file ? -1 : 1),
    )
}

function readingsOf(group: readonly Problem[]): Reading[] {
  const readings = new Map<string, Reading>()
  for (const { seen, suggestion, detail, more = 0 } of group) {
    if (seen === null) continue
    const key = JSON.stringify([seen, suggestion])
    const rows = (readings.get(key)?.rows ?? 0) + (detail?.count ?? 1) + more
    readings.set(key, { seen, readAs: suggestion, rows })
  }
  return [...readings.values()].sort((a, b) => b.rows - a.rows)
}

const READINGS_SHOWN = 3

/** `西村 → V12 · 2`: the readings of a group, and how many more there are. */
export function readingList({ readings }: Pick<ProblemGroup, 'readings'>): {
  readonly shown: readonly string[]
  readonly more: number
} {
  const shown =
    readings.length === 1 ? [readings[0]!.seen] : readings.slice(0, READINGS_SHOWN).map(readingText)
  return { shown, more: Math.max(0, readings.length - READINGS_SHOWN) }
}

const readingText = ({ seen, readAs, rows }: Reading): string =>
  `${seen}${readAs === null ? '' : ` → ${readAs}`} · ${rows}`

export interface PlanTotals {
  readonly rows: number
  readonly taken: number
  readonly refused: number
  /** rows that would be written: new ones and corrections */
  readonly writes: number
}

/** What the plan would do, counted from the plan itself. */
export function planTotals(plan: ImportPlan): PlanTotals {
  const sum = (pick: (file: ImportPlan['files'][number]) => number | null): number =>
    plan.files.reduce((total, file) => total + (pick(file) ?? 0), 0)
  const writes = plan.drafts.reduce(
    (total, draft) =>
      total +
      ('rows' in draft && typeof draft.rows === 'number'
        ? draft.rows
        : draft.type.endsWith('.corrected@1')
          ? 1
          : 0),
    0,
  )
  return {
    rows: sum(({ rows }) => rows),
    taken: sum(({ taken }) => taken),
    refused: sum(({ refused }) => refused),
    writes,
  }
}

/** How many rows are new to the log, would change one it holds, or say what it holds already. */
export function newsTotals({
  counts,
}: Pick<Admission, 'counts'>): Omit<Admission['counts'][number], 'list' | 'file'> {
  const sum = (name: 'added' | 'changed' | 'equal'): number =>
    counts.reduce((total, one) => total + one[name], 0)
  return { added: sum('added'), changed: sum('changed'), equal: sum('equal') }
}

/** The gravest problem of a file; null where it has none. */
export function worstOf(plan: ImportPlan, file: string): Severity | null {
  const grades = plan.problems.filter((problem) => problem.file === file).map(({ severity }) => severity)
  return grades.sort((a, b) => GRAVITY[a] - GRAVITY[b])[0] ?? null
}

/** `3、7、12`, in English `3, 7, 12`: the first rows, and how many more there are. */
export function rowList(
  rows: readonly number[],
  locale: Locale,
  most = 3,
): { readonly shown: string; readonly more: number } {
  const shown = rows.slice(0, most).join(comma(locale))
  return { shown, more: Math.max(0, rows.length - most) }
}
