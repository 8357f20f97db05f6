import type { Passage } from '../../facts/facilities'
import { grouped } from '../../grouped'
import { type Counted, NONE_COUNTED, ofOneKey, type PassageFigure, sumOfParts, toldTwice } from './counted'

/** A figure of a post on a day, all of it and by direction. */
export interface PostFigure {
  readonly all: Counted
  readonly in: Counted
  readonly out: Counted
}

/**
 * A figure of one post and day. A row without a group tells all of its direction and one without a direction all of its
 * group: beside the rows of which it is the whole it is not added.
 */
export function figureOfPost(rows: readonly Passage[], figure: PassageFigure): PostFigure {
  const keys = grouped(rows, ({ direction, group }) => `${direction ?? ''}|${group ?? ''}`)
  const told = [...keys.values()].map((same) => ({
    direction: same[0]!.direction,
    group: same[0]!.group,
    counted: ofOneKey(same, figure),
  }))
  const directions = partsBy(told, 'direction', 'group')
  const groups = partsBy(told, 'group', 'direction')
  const whole = told.filter(({ direction, group }) => direction === null && group === null)
  const byGroup = told.some(({ direction, group }) => direction === null && group !== null)
  const all = toldTwice([
    ...whole.map(({ counted }) => counted),
    sumOfParts([...directions.values()]),
    ...(byGroup ? [sumOfParts([...groups.values()])] : []),
  ])
  const open = told.some(({ direction, counted }) => direction === null && counted.value !== null)
  const isSplit = !open || (!all.isLeast && all.value === sumOfParts([...directions.values()]).value)
  const going = (direction: string): Counted => {
    const counted = directions.get(direction) ?? NONE_COUNTED
    return isSplit || counted.value === null ? counted : { ...counted, isLeast: true }
  }
  return { all, in: going('in'), out: going('out') }
}

interface Told {
  readonly direction: string | null
  readonly group: string | null
  readonly counted: Counted
}

/** By direction or group, what the rows of it come to: one that tells the whole of it beside its parts. */
function partsBy(
  told: readonly Told[],
  part: 'direction' | 'group',
  within: 'direction' | 'group',
): Map<string, Counted> {
  const named = told.filter((one) => one[part] !== null)
  return new Map(
    [...grouped(named, (one) => one[part]!)].map(([name, own]) => {
      const whole = own.filter((one) => one[within] === null).map(({ counted }) => counted)
      const parts = own.filter((one) => one[within] !== null).map(({ counted }) => counted)
      return [name, toldTwice([...whole, sumOfParts(parts)])]
    }),
  )
}
