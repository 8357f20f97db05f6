import type { Facts, TransitionStep, UnreadRow } from '#geo'
import { due, type StandingRows } from '../standing-rows'
import { known, momentText, plainly, type Writer, type WrittenRow } from '../written'

/** Steps that were decided. */
export const readSteps = (rows: StandingRows): readonly TransitionStep[] =>
  rows
    .map((row) => ({
      zone: row.required('zone'),
      transition: row.required('transition'),
      step: row.required('step'),
      at: due(row, 'at'),
      by: row.text('by'),
      decision: row.text('decision') as TransitionStep['decision'] | null,
      takesEffectAt: row.moment('takesEffectAt'),
      note: row.text('note'),
      origin: row.origin,
    }))
    .filter((step): step is TransitionStep => step.decision !== null)

/**
 * Steps of which the row does not say how they were decided: any of them may have been declined. One that came again
 * under its file and number with a decision is decided.
 */
export function readUndecided(rows: StandingRows): readonly UnreadRow[] {
  const read = rows.map((row) => {
    const [zone, transition] = [row.required('zone'), row.required('transition')]
    const { file, row: number, knownAt } = row.origin
    const at = due(row, 'at')
    const step = row.required('step')
    const isDecided = row.text('decision') !== null
    const deed = JSON.stringify([file, number, zone, transition, step, at])
    return { file, row: number, knownAt, zone, transition, step, at, isDecided, deed }
  })
  const decided = new Set(read.filter(({ isDecided }) => isDecided).map(({ deed }) => deed))
  return read
    .filter(({ deed }) => !decided.has(deed))
    .map(({ isDecided: _, deed: __, ...one }) => ({
      ...({ list: 'transitions', why: 'no-decision', isTaken: true } as const),
      ...one,
    }))
}

export const writeSteps: Writer<TransitionStep> = (steps, facts) => [
  ...plainly(steps, facts),
  ...undecidedSteps(facts),
]

/** Steps of which no row says how they were decided: without them a decline could be lost. */
function undecidedSteps(facts: Facts): WrittenRow[] {
  return (facts.unread ?? [])
    .filter(({ list, why }) => list === 'transitions' && why === 'no-decision')
    .map(({ zone, transition, step = null, at, knownAt = null }) => ({
      cells: {
        ...{ zone, transition, step, decision: null },
        at: at ? momentText(facts, at) : null,
        knownAt: known(facts, { knownAt }),
      },
    }))
}
