import type { Place, PlaceBegun, PlaceChange } from '../../facts'
import { overlapAreaM2 } from '../../geometry/overlay/overlay'
import { areaM2 } from '../../geometry/rings/area'
import { type Hierarchy, hierarchyOf } from '../hierarchy'
import type { ChangeFault, Changing, Standing } from './changing'
import { divide } from './divide'
import { formerCode } from './former-code'
import { join } from './join'
import { replace } from './replace'

export interface Replayed {
  readonly places: readonly Place[]
  /** changes that were made, in order */
  readonly made: readonly PlaceChange[]
  readonly faults: readonly { readonly change: PlaceChange; readonly fault: ChangeFault }[]
}

/** The changes in the order of their times; those of one time in the order in which they are given. */
export const inTime = (changes: readonly PlaceChange[]): PlaceChange[] =>
  [...changes].sort((a, b) => a.at.at - b.at.at)

/**
 * Places as the rows and the first `count` changes make them. A place that a later change begins is not there yet; one
 * that ended stays as a former place, with its ground, under its own code or (where that goes on) until its day.
 */
export function replay(
  rows: readonly Place[],
  changes: readonly PlaceChange[],
  { count, timezone }: { readonly count: number; readonly timezone: string },
): Replayed {
  const ordered = inTime(changes)
  const { standing, waiting } = beginning(rows, ordered)
  const made: PlaceChange[] = []
  const faults: Replayed['faults'][number][] = []
  for (const change of ordered.slice(0, count)) {
    const before = hierarchyOf([...standing.values()])
    const goesOn = new Set(change.begins.map(({ code }) => code))
    const changing: Changing = {
      ...{ change, before },
      formerOf: (code) => (goesOn.has(code) ? formerCode(code, change.at, timezone) : code),
      rowOf: (code) => waiting.get(code) ?? null,
    }
    const fault = faultOf(changing)
    if (fault) faults.push({ change, fault })
    else {
      STEPS[change.kind](standing, changing)
      made.push(change)
    }
  }
  return { places: Object.freeze([...standing.values()]), made, faults }
}

/** The changes that can be made, and why the others cannot: those leave everything as it is. */
export function soundChanges(
  rows: readonly Place[],
  changes: readonly PlaceChange[],
  timezone: string,
): Pick<Replayed, 'made' | 'faults'> {
  const faults: Replayed['faults'][number][] = []
  let made: readonly PlaceChange[] = inTime(changes)
  for (;;) {
    const [first] = replay(rows, made, { count: made.length, timezone }).faults
    if (!first) return { made, faults }
    faults.push(first)
    made = made.filter((change) => change !== first.change)
  }
}

const STEPS: Readonly<Record<PlaceChange['kind'], (standing: Standing, changing: Changing) => void>> = {
  merged: join,
  split: divide,
  renamed: rename,
  replaced: replace,
}

/** What stands before the first change, and the rows of places that only begin with one. */
function beginning(rows: readonly Place[], ordered: readonly PlaceChange[]) {
  const standing: Standing = new Map()
  for (const row of rows) if (!standing.has(row.code)) standing.set(row.code, row)
  const waiting = new Map<string, Place>()
  const earlier = new Map<string, Place>()
  for (const { rows: ended = [] } of ordered)
    for (const row of ended) if (!earlier.has(row.code)) earlier.set(row.code, row)
  const named = new Set<string>()
  for (const { ends, begins } of ordered)
    for (const code of [...ends, ...begins.map((one) => one.code)]) {
      if (named.has(code)) continue
      named.add(code)
      const [row, before] = [standing.get(code), earlier.get(code)]
      const begins = !ends.includes(code)
      if (row && (begins || before)) waiting.set(code, row)
      if (begins) standing.delete(code)
      else if (before) standing.set(code, before)
    }
  return { standing, waiting }
}

function faultOf(changing: Changing): ChangeFault | null {
  const { change, before, rowOf } = changing
  const { ends, begins, kind } = change
  const isThere = (code: string): boolean => before.place(code) !== null && !before.isFormer(code)
  if (ends.length === 0 || !ends.every(isThere)) return 'no-such-place'
  if (begins.length === 0) return 'nothing-begins'
  if (begins.some(({ code }) => !ends.includes(code) && before.place(code))) return 'code-in-use'
  if (kind === 'renamed') return renameFault(change)
  if (kind === 'replaced') return null
  if (ends.some((code) => before.place(code)!.kind === 'district')) return 'of-the-district'
  const holders = new Set(ends.map((code) => aroundOf(code, before)))
  const [around] = ends.map((code) => before.parentOf(code))
  const named = begins.flatMap((one) => rowOf(one.code)?.parent ?? [])
  if (holders.size > 1 || named.some((parent) => parent !== around)) return 'different-parents'
  return tooFewFault(change) ?? (begins.some(({ code }) => isAnother(code, changing)) ? 'code-in-use' : null)
}

/**
 * What is around a place: for a part of a split what held the whole. What is only left in a place that was split or
 * merged stays in it: a zone of that place has it, and no neighbour can.
 */
function aroundOf(code: string, before: Hierarchy): string | null {
  const holder = before.holderOf(code)
  const former = holder === null ? undefined : before.place(holder)!.former
  if (holder === null || !former) return holder
  return former.role === 'whole' && former.heirs.includes(code) ? aroundOf(holder, before) : holder
}

function renameFault({ ends, begins }: PlaceChange): ChangeFault | null {
  const [{ code, name }] = begins as readonly [PlaceBegun]
  if (ends.length > 1 || code !== ends[0]) return 'no-such-place'
  return name?.trim() === '' ? 'no-name' : null
}

function tooFewFault({ kind, ends, begins }: PlaceChange): ChangeFault | null {
  const codes = new Set(begins.map(({ code }) => code))
  if (kind === 'split') return codes.size < 2 || codes.size < begins.length ? 'too-few-parts' : null
  return ends.every((code) => codes.has(code)) ? 'no-other-place' : null
}

/** Whether the row of a place that begins is that of another one, which lies for the most part beyond those that end. */
function isAnother(code: string, { change, before, rowOf }: Changing): boolean {
  const shape = change.ends.includes(code) ? null : rowOf(code)?.shape
  const ended = change.ends.flatMap((one) => before.shapeOf(one) ?? [])
  return (
    shape !== null &&
    shape !== undefined &&
    ended.length > 0 &&
    2 * overlapAreaM2(shape, ended) < areaM2(shape)
  )
}

function rename(standing: Standing, { change }: Changing): void {
  const [{ code, name }] = change.begins as readonly [PlaceBegun]
  const place = standing.get(code)!
  const aliases = [...new Set([...place.aliases, place.name])].filter((one) => one !== name)
  standing.set(code, { ...place, name: name ?? place.name, aliases })
}
