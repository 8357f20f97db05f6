import type { Facts, ListName } from '../../facts'
import { type Hierarchy, hierarchyOf } from '../../places/hierarchy'
import type { Instant, Moment } from '../../time/calendar'
import { earlierOf, latestOf } from '../moves/days'
import { type Part, partsOf } from './list-parts'

/** What a list says of some ground: until when, or that it does not speak for these places of it. */
export interface Heard {
  /** codes of the places for which it does not speak; empty where it speaks for all of it */
  readonly missing: readonly string[]
  /** the oldest of its parts; null where nothing tells */
  readonly until: Moment | null
}

/** For which ground a list speaks as seen at an instant, and until when. */
export class ListSpeech {
  readonly #hierarchy: Hierarchy
  readonly #heard = new Map<string, Heard>()
  #whole: Heard | null = null
  /** places that some part lies in, but is not */
  readonly #above: ReadonlySet<string>

  constructor(
    { places }: Facts,
    private readonly parts: readonly Part[],
  ) {
    this.#hierarchy = hierarchyOf(places)
    this.#above = new Set(this.#codes.flatMap((code) => this.#hierarchy.ancestorsOf(code)))
  }

  /** The district, or the codes of the places it speaks for, ascending. */
  get speaksFor(): 'district' | readonly string[] {
    const { tops } = this.#hierarchy
    if (this.isWhole) return 'district'
    if (tops.length > 0 && tops.every((code) => this.of(code).missing.length === 0)) return 'district'
    return [...this.#codes].sort()
  }

  /** True where it speaks for the whole district, whatever its places. */
  get isWhole(): boolean {
    return this.#ofDistrict.length > 0
  }

  /** True where it says the same of every place. */
  get isEven(): boolean {
    return this.#codes.length === 0
  }

  /** What it says of everything it speaks for. */
  get whole(): Heard {
    this.#whole ??= this.#findWhole()
    return this.#whole
  }

  #findWhole(): Heard {
    const { tops } = this.#hierarchy
    const codes = this.speaksFor === 'district' ? tops : this.#codes
    if (codes.length === 0) return { missing: [], until: newest(this.#ofDistrict) }
    return joined(codes.map((code) => this.of(code)))
  }

  /** What it says of a place: by itself or what it lies in, or by all of its parts, whichever is newer. */
  of(code: string): Heard {
    let heard = this.#heard.get(code)
    if (!heard) this.#heard.set(code, (heard = this.#find(code)))
    return heard
  }

  #find(code: string): Heard {
    const line = [code, ...this.#hierarchy.ancestorsOf(code)]
    const own = this.parts.filter(
      ({ ground }) => ground === 'district' || line.some((one) => ground.has(one)),
    )
    const children = this.#above.has(code) ? this.#hierarchy.childrenOf(code) : []
    const below = children.length === 0 ? null : joined(children.map((child) => this.of(child)))
    if (own.length > 0) {
      const byParts = below && below.missing.length === 0 ? below.until : null
      return { missing: [], until: latestOf([newest(own), byParts]) }
    }
    if (!below || children.every((child) => this.of(child).missing.includes(child)))
      return { missing: [code], until: null }
    return below
  }

  get #ofDistrict(): readonly Part[] {
    return this.parts.filter(({ ground }) => ground === 'district')
  }

  get #codes(): string[] {
    const codes = this.parts.flatMap(({ ground }) => (ground === 'district' ? [] : [...ground]))
    return [...new Set(codes)]
  }
}

/** What is said of all of them together: for none that any leaves out, until the oldest. */
export function joined(all: readonly Heard[]): Heard {
  const known = all.map(({ until }) => until)
  if (known.length === 0) return { missing: [], until: null }
  return {
    missing: [...new Set(all.flatMap(({ missing }) => missing))].sort(),
    until: known.includes(null) ? null : (known as Moment[]).reduce((a, b) => earlierOf(a, b)),
  }
}

function newest(parts: readonly Part[]): Moment | null {
  return latestOf(parts.map(({ until }) => until))
}

const known = new WeakMap<Facts, Map<string, ListSpeech>>()

/** For what a list speaks as seen at the instant; null where it is not stated at all. */
export function speechOf(facts: Facts, list: ListName, asOf: Instant): ListSpeech | null {
  if (!facts.stated.has(list)) return null
  let ofFacts = known.get(facts)
  if (!ofFacts) known.set(facts, (ofFacts = new Map()))
  const key = `${list} ${asOf}`
  let speech = ofFacts.get(key)
  if (!speech) {
    if (ofFacts.size >= KEPT) ofFacts.clear()
    ofFacts.set(key, (speech = new ListSpeech(facts, partsOf(facts, list, asOf))))
  }
  return speech
}

/** Until when a list speaks, only as far as it had come by the as-of; null where nothing tells. */
export function untilByThen(facts: Facts, list: ListName, asOf: Instant): Moment | null {
  return new ListSpeech(facts, partsOf(facts, list, asOf, 'byThen')).whole.until
}

/** So many answers are kept: the as-of moves. */
const KEPT = 200
