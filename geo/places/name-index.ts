import { largest } from '../extremes'
import type { Place } from '../facts'
import type { NamedSpan } from './cover'
import { withAnyNumber } from './cut-names'
import type { Hierarchy } from './hierarchy'
import { NumberedPlaces, numberRead } from './numbered'
import { closedUp, KIND_WORDS, lettersOf, plainCode, plainName, spacedName, stemOf } from './spelling'

/** Whether two letters beside each other belong to one number or one Latin word. */
const areOne = (before: string, after: string): boolean =>
  (/[\d-]/u.test(before) && /\d/u.test(after)) ||
  (/\d/u.test(before) && after === '-') ||
  (/\p{Script=Latin}/u.test(before) && /\p{Script=Latin}/u.test(after))

/** What the places of a pack are called. */
export class NameIndex {
  /** codes by themselves as compared */
  readonly codes = new Map<string, string[]>()
  /** codes by what is left of a name or an alias when nobody looks at its spelling */
  readonly plain = new Map<string, string[]>()
  readonly numbered: NumberedPlaces
  private readonly called: Readonly<Record<NamedSpan['by'], Map<string, string[]>>> = {
    ...{ name: new Map(), alias: new Map(), stem: new Map() },
  }
  /** what stands of a name up to a number or a side in it */
  private readonly begun = new Set<string>()
  private readonly longer = new Map<string, { readonly name: string; readonly code: string }[]>()
  private readonly longest: number

  constructor(private readonly hierarchy: Hierarchy) {
    this.numbered = new NumberedPlaces(hierarchy)
    for (const code of hierarchy.codes) this.add(hierarchy.place(code)!)
    this.addLonger()
    this.addFormer(hierarchy.former.map((code) => hierarchy.place(code)!))
    const lengths = Object.values(this.called).map((names) =>
      largest([0, ...[...names.keys()].map((name) => name.length)]),
    )
    this.longest = largest(lengths)
  }

  private add(place: Place): void {
    push(this.codes, plainCode(place.code), place.code)
    const name = spacedName(place.name)
    const aliases = new Set(place.aliases.map(spacedName))
    aliases.delete(name)
    for (const one of new Set([name, ...aliases].map(closedUp)))
      if (one !== '') push(this.plain, one, place.code)
    if (name === '' || this.numbered.take(place, name)) return
    push(this.called.name, name, place.code)
    for (const alias of aliases) if (alias !== '') push(this.called.alias, alias, place.code)
    for (const one of [name, ...aliases]) for (const begin of beginsOf(one)) this.begun.add(begin)
    for (const stem of new Set([name, ...aliases].map((one) => stemOf(one, place.kind))))
      if (stem !== null && stem !== name && !aliases.has(stem)) push(this.called.stem, stem, place.code)
  }

  /** A stem of a compound may be every compound whose name goes on from it, but by a number: 阳光 is 阳光小区 or 阳光花园. */
  private addLonger(): void {
    const isCompound = (code: string): boolean => this.hierarchy.place(code)!.kind === 'compound'
    for (const [name, codes] of [...this.called.name, ...this.called.alias])
      for (let to = 2; to < name.length; to++) {
        const own = this.called.stem.get(name.slice(0, to))
        if (!own?.some(isCompound) || /\d/u.test(name[to]!)) continue
        for (const code of codes.filter((one) => isCompound(one) && !own.includes(one)))
          push(this.longer, name.slice(0, to), { name, code })
      }
  }

  /** Places that are none any more are meant by their codes, and by their names where no other place has those; a number is no name. */
  private addFormer(places: readonly Place[]): void {
    const [codes, names] = [new Set(this.codes.keys()), new Set(this.plain.keys())]
    for (const { code, name, aliases } of places) {
      if (!codes.has(plainCode(code))) push(this.codes, plainCode(code), code)
      const called = [...new Set([name, ...aliases].map(spacedName))]
      const free = called.filter(
        (one) => closedUp(one) !== '' && !names.has(closedUp(one)) && numberRead(one) === null,
      )
      for (const one of new Set(free.map(closedUp))) push(this.plain, one, code)
      for (const one of free) push(this.called.alias, one, code)
    }
  }

  /** Whether a name begins so, up to a number with or without its word, or a side, and goes on. */
  isBegun(text: string): boolean {
    return this.begun.has(text)
  }

  /** Names that begin at a letter of the text (as `spacedName` gives it), none of them part of a longer number or word. */
  spansIn(text: string): (from: number) => readonly NamedSpan[] {
    const known: (readonly NamedSpan[])[] = []
    return (from) => (known[from] ??= this.spansFrom(text, from))
  }

  private spansFrom(text: string, from: number): NamedSpan[] {
    const spans: NamedSpan[] = []
    for (let to = Math.min(text.length, from + this.longest); to >= from + 2; to--) {
      const seen = text.slice(from, to)
      if (areOne(text[from - 1] ?? '', seen[0]!) || areOne(seen.at(-1)!, text[to] ?? '')) continue
      for (const by of ['name', 'alias', 'stem'] as const) {
        const codes = this.called[by].get(seen)
        if (!codes) continue
        const others = by === 'stem' ? this.othersOf(seen, text) : []
        spans.push({ from, to, codes: others.length > 0 ? [...codes, ...others] : codes, by })
        if (by !== 'stem') for (const span of this.withKindWord(text, { from, to, codes })) spans.push(span)
      }
    }
    return spans
  }

  /** Places whose names end amid a number of the text: 阳光100 of 阳光1002号楼, where the number after it begins nobody knows where. */
  endingWithin(text: string): string[] {
    const found = new Set<string>()
    for (let from = 0; from < text.length; from++)
      for (let to = from + 2; to < text.length && to <= from + this.longest; to++) {
        if (!/^\d\d$/.test(text.slice(to - 1, to + 1)) || areOne(text[from - 1] ?? '', text[from]!)) continue
        for (const by of ['name', 'alias'] as const)
          for (const code of this.called[by].get(text.slice(from, to)) ?? []) found.add(code)
      }
    return [...found]
  }

  /** Compounds that a stem may mean beside those of its own, where the text names none of them itself. */
  private othersOf(stem: string, text: string): string[] {
    const longer = this.longer.get(stem) ?? []
    return longer.some(({ name }) => text.includes(name)) ? [] : longer.map(({ code }) => code)
  }

  /** A name and the word for its kind behind it, which it does not have itself: 锦绣苑小区 is 锦绣苑. */
  private withKindWord(text: string, { from, to, codes }: Omit<NamedSpan, 'by'>): NamedSpan[] {
    const name = text.slice(from, to)
    return Object.entries(KIND_WORDS).flatMap(([kind, words]) => {
      if (words.some((one) => name.endsWith(one))) return []
      const word = words.find((one) => text.startsWith(one, to))
      const own = word ? codes.filter((code) => this.hierarchy.place(code)!.kind === kind) : []
      return own.length > 0 ? [{ from, to: to + word!.length, codes: own, by: 'stem' as const }] : []
    })
  }

  /** Names from the left, each the longest that begins there, none over another. */
  along(text: string, spansAt: (from: number) => readonly NamedSpan[]): NamedSpan[] {
    const found: NamedSpan[] = []
    for (let at = 0; at < text.length; ) {
      const [first] = spansAt(at)
      if (first) found.push(first)
      at = first ? first.to : at + 1
    }
    return found
  }

  /**
   * Without the places that only compare like another whose name stands in the text letter by letter. The word behind
   * a building tells two of one compound apart, 2号楼 and 2幢, and no two compounds of one name.
   */
  asWritten(codes: readonly string[], text: string): readonly string[] {
    if (codes.length < 2) return codes
    const letters = lettersOf(text)
    const read = codes.map((code) => {
      const { name, aliases, kind, parent } = this.hierarchy.place(code)!
      const names = [name, ...aliases]
      return {
        code,
        around: kind === 'building' || kind === 'unit' ? parent : null,
        plain: names.map(plainName),
        isWritten: names.some((one) => letters.includes(lettersOf(one))),
      }
    })
    type Read = (typeof read)[number]
    const isAlike = (one: Read, other: Read): boolean =>
      one.around === other.around && one.plain.some((plain) => other.plain.includes(plain))
    return read
      .filter((one) => one.isWritten || !read.some((other) => other.isWritten && isAlike(one, other)))
      .map(({ code }) => code)
  }
}

const PART = /[东西南北大正侧前后]|\d+|(?<![a-z])[a-z](?![a-z])/gu
const NUMBER_WORDS = /^(?:号楼?|单元|小?组|队|邻|层|楼|室|房|户|门)/u

/** 阳光1 and 阳光1号 of 阳光1号院, 锦绣苑东 of 锦绣苑东区, 阳光 and any number of 阳光1000. */
function* beginsOf(name: string): Generator<string> {
  for (const { 0: part, index } of name.matchAll(PART)) {
    if (index < 2) continue
    const isNumber = /\d/.test(part)
    const word = isNumber ? (NUMBER_WORDS.exec(name.slice(index + part.length))?.[0] ?? '') : ''
    const to = index + part.length + word.length
    if (index + part.length < name.length) yield name.slice(0, index + part.length)
    if (to < name.length) yield name.slice(0, to)
    else if (isNumber) yield withAnyNumber(name.slice(0, index), word)
  }
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
