import type { PageBoxes, TextBox } from './boxes-in-page'

export interface BoxFault {
  readonly kind: 'overlap' | 'cut' | 'dots' | 'astray'
  readonly text: string
  readonly other: string
  readonly where: string
  /** css px */
  readonly by: number
}

/** What two texts may share before it shows, css px. */
const SLACK = 1.5

const shared = (a: TextBox, b: TextBox): number =>
  Math.min(
    Math.min(a.right, b.right) - Math.max(a.left, b.left),
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top),
  )

function overlaps(texts: readonly TextBox[]): BoxFault[] {
  const faults: BoxFault[] = []
  const sorted = [...texts].sort((a, b) => a.left - b.left)
  for (const [index, one] of sorted.entries())
    for (let next = index + 1; next < sorted.length && sorted[next]!.left < one.right; next++) {
      const other = sorted[next]!
      const by = shared(one, other)
      if (by <= SLACK || one.run === other.run) continue
      const where = one.where === other.where ? one.where : `${one.where} × ${other.where}`
      faults.push({ kind: 'overlap', text: one.text, other: other.text, where, by: Math.round(by) })
    }
  return faults
}

/** Every text that lies on another, is cut by an edge, or was cut in its words; a verb that asks more ends with dots of its own. */
export function faultsOf({ texts, cut }: PageBoxes): BoxFault[] {
  return [
    ...overlaps(texts),
    ...cut.map(({ text, where, by }): BoxFault => ({ kind: 'cut', text, other: '', where, by })),
    ...texts
      .filter(({ text, isVerb }) => isVerb !== true && /(…|\.\.\.)$/.test(text))
      .map(({ text, where }): BoxFault => ({ kind: 'dots', text, other: '', where, by: 0 })),
  ]
}
