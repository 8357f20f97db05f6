import { byCode } from './tree'

/** Names offered for a text that matches none. */
export interface Like {
  readonly name: string
  /** 1 = the same, 0 = nothing in common */
  readonly likeness: number
}

/** Share of letters that two names must have in common. */
const LEAST = 0.5
/** Names that are compared letter by letter, those with most letters in common first. */
const COMPARED = 200

/** Letters, and numbers whole. */
const signsOf = (text: string): string[] => text.match(/\d+|[^\s-]/gu) ?? []

/** Names of which some look like a text. */
export class LikeNames {
  private readonly bySign = new Map<string, number[]>()
  private readonly signs: string[][] = []

  constructor(private readonly names: readonly string[]) {
    for (const [at, name] of names.entries()) {
      const signs = signsOf(name)
      this.signs.push(signs)
      for (const sign of new Set(signs)) {
        const known = this.bySign.get(sign)
        if (known) known.push(at)
        else this.bySign.set(sign, [at])
      }
    }
  }

  /** The likest first. */
  of(text: string): Like[] {
    const own = signsOf(text)
    const common = new Uint16Array(this.names.length)
    const met: number[] = []
    for (const sign of new Set(own))
      for (const at of this.bySign.get(sign) ?? []) if (common[at]!++ === 0) met.push(at)
    const reach = (at: number): number => common[at]! / Math.max(own.length, this.signs[at]!.length)
    return met
      .filter((at) => reach(at) >= LEAST)
      .sort((a, b) => reach(b) - reach(a) || a - b)
      .slice(0, COMPARED)
      .map((at) => ({ name: this.names[at]!, likeness: likeness(own, this.signs[at]!) }))
      .filter((like) => like.likeness >= LEAST)
      .sort((a, b) => b.likeness - a.likeness || byCode(a.name, b.name))
  }
}

/** Share of signs that stay when one is turned into the other by the fewest changes (Levenshtein). */
function likeness(one: readonly string[], other: readonly string[]): number {
  let row = Array.from({ length: other.length + 1 }, (_, i) => i)
  for (const [i, sign] of one.entries()) {
    const next = [i + 1]
    for (const [j, seen] of other.entries())
      next.push(Math.min(next[j]! + 1, row[j + 1]! + 1, row[j]! + (sign === seen ? 0 : 1)))
    row = next
  }
  return 1 - row.at(-1)! / Math.max(one.length, other.length)
}
