/**
 * What makes one plain value of another, so that of an answer like the one before only what is new crosses from the
 * worker to the page, and what is as before stays the same object there.
 */
export type Difference =
  | { readonly is: 'same' }
  | { readonly is: 'other'; readonly value: unknown }
  /** entries by name, where both have the same names in one order */
  | { readonly is: 'entries'; readonly names: readonly string[]; readonly changes: readonly Difference[] }
  /** items by place, where both are as long */
  | { readonly is: 'items'; readonly places: readonly number[]; readonly changes: readonly Difference[] }
  /** other items between so many at the beginning and at the end that stay */
  | {
      readonly is: 'between'
      readonly head: number
      readonly tail: number
      readonly items: readonly unknown[]
    }

type Bag = Readonly<Record<string, unknown>>

const SAME: Difference = { is: 'same' }

const isPlain = (value: object): boolean => Object.getPrototypeOf(value) === Object.prototype

export function differenceOf(before: unknown, after: unknown): Difference {
  if (Object.is(before, after)) return SAME
  const other: Difference = { is: 'other', value: after }
  if (typeof before !== 'object' || typeof after !== 'object' || before === null || after === null)
    return other
  if (Array.isArray(before)) return Array.isArray(after) ? ofLists(before, after) : other
  if (ArrayBuffer.isView(before)) return sameNumbers(before, after) ? SAME : other
  if (!isPlain(before) || !isPlain(after)) return other
  return ofBags(before as Bag, after as Bag) ?? other
}

type Numbers = { readonly length: number; readonly [at: number]: number | bigint }

function sameNumbers(before: ArrayBufferView, after: object): boolean {
  if (before instanceof DataView || before.constructor !== after.constructor) return false
  const [a, b] = [before as unknown as Numbers, after as Numbers]
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (!Object.is(a[i], b[i])) return false
  return true
}

function ofBags(before: Bag, after: Bag): Difference | null {
  const own = Object.keys(after)
  const was = Object.keys(before)
  if (own.length !== was.length || own.some((name, i) => name !== was[i])) return null
  const names: string[] = []
  const changes: Difference[] = []
  for (const name of own) {
    const change = differenceOf(before[name], after[name])
    if (change === SAME) continue
    names.push(name)
    changes.push(change)
  }
  return names.length === 0 ? SAME : { is: 'entries', names, changes }
}

function ofLists(before: readonly unknown[], after: readonly unknown[]): Difference {
  if (before.length !== after.length) return between(before, after)
  const places: number[] = []
  const changes: Difference[] = []
  for (let i = 0; i < after.length; i++) {
    const change = differenceOf(before[i], after[i])
    if (change === SAME) continue
    places.push(i)
    changes.push(change)
  }
  return places.length === 0 ? SAME : { is: 'items', places, changes }
}

function between(before: readonly unknown[], after: readonly unknown[]): Difference {
  const most = Math.min(before.length, after.length)
  const isSame = (a: unknown, b: unknown): boolean => differenceOf(a, b) === SAME
  let head = 0
  while (head < most && isSame(before[head], after[head])) head++
  let tail = 0
  while (tail < most - head && isSame(before.at(-1 - tail), after.at(-1 - tail))) tail++
  return { is: 'between', head, tail, items: after.slice(head, after.length - tail) }
}

/** The value that the difference makes of `before`; what is as before is the same object. */
export function changed(before: unknown, difference: Difference): unknown {
  switch (difference.is) {
    case 'same':
      return before
    case 'other':
      return difference.value
    case 'entries': {
      const made: Record<string, unknown> = { ...(before as Bag) }
      for (const [i, name] of difference.names.entries())
        made[name] = changed(made[name], difference.changes[i]!)
      return made
    }
    case 'items': {
      const made = [...(before as readonly unknown[])]
      for (const [i, place] of difference.places.entries())
        made[place] = changed(made[place], difference.changes[i]!)
      return made
    }
    case 'between': {
      const was = before as readonly unknown[]
      const end = was.length - difference.tail
      return [...was.slice(0, difference.head), ...difference.items, ...was.slice(end)]
    }
    default:
      return difference satisfies never
  }
}
