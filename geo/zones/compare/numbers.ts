import type { Condition } from '../policy/policy'

/** A number inside a leaf. */
export interface LeafNumber {
  /** e.g. `days.gte` */
  readonly key: string
  readonly value: number
  /** the direction in which a lowering becomes harder */
  readonly stricter: 'up' | 'down'
}

const UP = new Set(['days.gte', 'rounds.min', 'rounds.coverage', 'rounds.fromDay', 'metric.consecutiveDays'])

/** Every number of a leaf that a rule may set otherwise. */
export function numbersIn(leaf: Condition): LeafNumber[] {
  const body = Object.entries(leaf).find(([, value]) => typeof value === 'object' && value !== null)
  const found: LeafNumber[] = []
  if (body) {
    const [name, below] = body as [string, Record<string, unknown>]
    for (const [word, value] of Object.entries(below))
      if (typeof value === 'number') {
        const key = `${name}.${word}`
        found.push({ key, value, stricter: directionOf(key, below) })
      }
  }
  if ('withinHours' in leaf && typeof leaf.withinHours === 'number')
    found.push({ key: 'withinHours', value: leaf.withinHours, stricter: 'down' })
  return found
}

function directionOf(key: string, below: Readonly<Record<string, unknown>>): 'up' | 'down' {
  if (UP.has(key)) return 'up'
  if (key === 'count.withinDays') return 'gt' in below || 'gte' in below ? 'down' : 'up'
  return /\.(gt|gte)$/.test(key) ? 'up' : 'down'
}

/** The leaf with another number at the key. */
export function withNumber(leaf: Condition, key: string, value: number): Condition {
  const [name, word] = key.split('.') as [string, string | undefined]
  const whole = leaf as unknown as Record<string, unknown>
  if (word === undefined) return { ...whole, [name]: value } as unknown as Condition
  return { ...whole, [name]: { ...(whole[name] as object), [word]: value } } as unknown as Condition
}
