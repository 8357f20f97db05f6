import { largest } from '../extremes'
import type { Place } from '../facts'
import type { Hierarchy } from './hierarchy'
import { plainCode, plainName, spellingsOf, stemOf } from './spelling'
import { byCode } from './tree'

export interface NameFound {
  /** `name` and `alias`: the whole line is it; `address`: the line holds it */
  readonly by: 'code' | 'name' | 'alias' | 'address'
  /** one where it is certain; several where nothing tells them apart */
  readonly codes: readonly string[]
}

interface Hit {
  readonly from: number
  readonly to: number
  readonly codes: readonly string[]
}

/** Candidates offered for a line that matches nothing. */
const OFFERED = 5
/** Share of common pairs of letters below which a name is no candidate (Dice). */
const LIKENESS = 0.4

const pairsOf = (text: string): string[] =>
  text.length < 2 ? [text] : Array.from({ length: text.length - 1 }, (_, i) => text.slice(i, i + 2))

/** Names, aliases and codes of the places of a pack, found in texts. */
export class PlaceNames {
  private readonly codes = new Map<string, string[]>()
  private readonly names = new Map<string, string[]>()
  private readonly aliases = new Map<string, string[]>()
  /** plain names by their first two letters, the longest first */
  private readonly starts = new Map<string, string[]>()
  private readonly byPair = new Map<string, string[]>()
  /** codes by what is left of a name without the word for its kind */
  private readonly stems = new Map<string, string[]>()

  constructor(private readonly hierarchy: Hierarchy) {
    for (const code of hierarchy.codes) this.add(hierarchy.place(code)!)
    for (const code of hierarchy.former) this.addFormer(hierarchy.place(code)!)
    for (const name of new Set([...this.names.keys(), ...this.aliases.keys()])) {
      for (const pair of new Set(pairsOf(name))) push(this.byPair, pair, name)
      if (name.length >= 2) push(this.starts, name.slice(0, 2), name)
    }
    for (const list of this.starts.values()) list.sort((a, b) => b.length - a.length || byCode(a, b))
  }

  private add(place: Place): void {
    push(this.codes, plainCode(place.code), place.code)
    const name = plainName(place.name)
    if (name) push(this.names, name, place.code)
    for (const alias of place.aliases) {
      const plain = plainName(alias)
      if (plain && plain !== name) push(this.aliases, plain, place.code)
    }
    for (const stem of new Set([place.name, ...place.aliases].map((one) => stemOf(plainName(one)))))
      if (stem) push(this.stems, stem, place.code)
  }

  /** A place that is none any more is meant by its code, and by its name where no other place has that. */
  private addFormer({ code, name, aliases }: Place): void {
    if (!this.codes.has(plainCode(code))) push(this.codes, plainCode(code), code)
    for (const plain of new Set([name, ...aliases].map(plainName)))
      if (plain && !this.names.has(plain) && !this.aliases.has(plain)) push(this.aliases, plain, code)
  }

  /** The places a line means, within the place given where there is one; null where it names none. */
  find(text: string, within: string | null = null): NameFound | null {
    const plain = plainName(text)
    if (!plain) return null
    const found = this.found(text, plain)
    if (!found || within === null) return found
    const inside = found.codes.filter((code) => this.lies(code, within))
    return inside.length > 0 ? { ...found, codes: inside } : null
  }

  private lies(code: string, within: string): boolean {
    return code === within || this.hierarchy.ancestorsOf(code).includes(within)
  }

  private found(text: string, plain: string): NameFound | null {
    const code = this.codes.get(plainCode(text))
    if (code) return { by: 'code', codes: [...code].sort(byCode) }
    for (const spelled of spellingsOf(plain)) {
      const called = this.called(spelled)
      if (called.length > 0) return { by: this.names.has(spelled) ? 'name' : 'alias', codes: called }
    }
    const alike = this.alike(spellingsOf(plain).at(-1)!)
    if (alike.length > 0) return { by: 'alias', codes: alike }
    const codes = this.inAddress(plain)
    return codes.length > 0 ? { by: 'address', codes } : null
  }

  /** Places whose name differs only in that one of the two leaves out the word for its kind. */
  private alike(plain: string): string[] {
    const stem = stemOf(plain)
    if (stem === null) return []
    return stem === plain ? [...new Set(this.stems.get(stem) ?? [])].sort(byCode) : this.called(stem)
  }

  /** Names that look like it, the likest first. */
  like(text: string): string[] {
    const pairs = new Set(pairsOf(plainName(text)))
    const common = new Map<string, number>()
    for (const pair of pairs)
      for (const name of this.byPair.get(pair) ?? []) common.set(name, (common.get(name) ?? 0) + 1)
    const scored = [...common]
      .map(([name, count]) => ({ name, likeness: (2 * count) / (pairs.size + new Set(pairsOf(name)).size) }))
      .filter(({ likeness }) => likeness >= LIKENESS)
      .sort((a, b) => b.likeness - a.likeness || byCode(a.name, b.name))
    const codes = scored.flatMap(({ name }) => this.called(name))
    return [...new Set(codes)].slice(0, OFFERED)
  }

  private called(name: string): string[] {
    return [...new Set([...(this.names.get(name) ?? []), ...(this.aliases.get(name) ?? [])])].sort(byCode)
  }

  /** Places named in the text that agree with everything else it names; the deepest of them. */
  private inAddress(plain: string): string[] {
    const hits = this.hitsIn(plain)
    if (hits.length === 0) return []
    const named = [...new Set(hits.flatMap(({ codes }) => codes))].map((code) => ({
      code,
      line: [code, ...this.hierarchy.ancestorsOf(code)],
    }))
    const agreeing = named.map(({ code, line }) => ({
      code,
      depth: line.length,
      support: hits.filter(({ codes }) => codes.some((one) => line.includes(one))).length,
    }))
    const most = largest(agreeing.map(({ support }) => support))
    if (most < hits.length) return deepestOfEach(hits, this.hierarchy)
    const best = agreeing.filter(({ support }) => support === most)
    const depth = largest(best.map((one) => one.depth))
    return best
      .filter((one) => one.depth === depth)
      .map(({ code }) => code)
      .sort(byCode)
  }

  /** Names that occur, none of them within a longer one. */
  private hitsIn(plain: string): Hit[] {
    const hits: Hit[] = []
    for (let from = 0; from + 2 <= plain.length; from++) {
      const name = this.starts.get(plain.slice(from, from + 2))?.find((one) => plain.startsWith(one, from))
      if (!name) continue
      const to = from + name.length
      if (hits.some((hit) => hit.from <= from && to <= hit.to)) continue
      hits.push({ from, to, codes: this.called(name) })
    }
    return hits
  }
}

const known = new WeakMap<Hierarchy, PlaceNames>()

/** The names of these places, read once. */
export function namesOf(hierarchy: Hierarchy): PlaceNames {
  let names = known.get(hierarchy)
  if (!names) known.set(hierarchy, (names = new PlaceNames(hierarchy)))
  return names
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

/** Names that contradict each other: all that were meant by any, the wider ones of one line left out. */
function deepestOfEach(hits: readonly Hit[], hierarchy: Hierarchy): string[] {
  const all = [...new Set(hits.flatMap(({ codes }) => codes))]
  return all.filter((code) => !all.some((other) => hierarchy.ancestorsOf(other).includes(code))).sort(byCode)
}
