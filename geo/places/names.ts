import { largest } from '../extremes'
import { coversOf } from './address'
import { Agreement, WIDE } from './agreement'
import type { NamedSpan } from './cover'
import type { Hierarchy } from './hierarchy'
import { LikeNames } from './likeness'
import { NameIndex } from './name-index'
import { numberRead } from './numbered'
import { closedUp, figuresIn, plainCode, plainName, spacedName } from './spelling'
import { byCode } from './tree'

export interface NameFound {
  /** `name` and `alias`: the whole text is it; `address`: the text holds it */
  readonly by: 'code' | 'name' | 'alias' | 'address'
  /** one where it is certain; several where nothing tells them apart */
  readonly codes: readonly string[]
  /** every letter is accounted for; else a finer name is not known, and the codes are the ground that the rest tells */
  readonly isWhole: boolean
}

/** Candidates offered for a text that matches nothing. */
const OFFERED = 5

/** Names, aliases and codes of the places of a pack, found in texts. */
export class PlaceNames {
  private readonly index: NameIndex
  private readonly agreement: Agreement
  private readonly likes: LikeNames

  constructor(private readonly hierarchy: Hierarchy) {
    this.index = new NameIndex(hierarchy)
    this.agreement = new Agreement(hierarchy, this.index.numbered)
    const isNamed = (codes: readonly string[]): boolean =>
      codes.some((code) => !this.index.numbered.isNumbered(code))
    const named = [...this.index.plain].filter(([, codes]) => isNamed(codes))
    this.likes = new LikeNames(named.map(([name]) => name))
  }

  /** The places a text means, within the place given where there is one; null where it names none. */
  find(text: string, within: string | null = null): NameFound | null {
    const found = this.found(text)
    if (!found || within === null) return found
    const lies = (code: string): boolean =>
      code === within || this.hierarchy.ancestorsOf(code).includes(within)
    const inside = found.codes.filter(lies)
    return inside.length > 0 ? { ...found, codes: inside } : null
  }

  private found(text: string): NameFound | null {
    const codes = this.ofCode(text)
    if (codes.length > 0) return { by: 'code', codes, isWhole: true }
    const spaced = spacedName(text)
    if (spaced === '') return null
    const whole = this.wholeName(text)
    if (whole) return whole
    const spansAt = this.index.spansIn(spaced)
    const covers = coversOf({
      ...{ text: spaced, spansAt, written: figuresIn(text, spaced) },
      isWide: (code) => this.isWide(code),
      named: (name) => this.index.plain.get(closedUp(name)) ?? [],
      isBegun: (begin) => this.index.isBegun(begin),
      isListed: (codes, number) => codes.some((code) => this.index.numbered.has(code, number)),
    })
    const meant = this.agreement.of(covers)
    if (meant.length > 0) {
      const isOneName = spansAt(0).some(({ to }) => to === spaced.length)
      const by = isOneName ? 'alias' : 'address'
      const written = this.index.asWritten(meant, text)
      const codes = written.length > 1 ? this.orAmidNumber(written, spaced) : written
      return { by, codes, isWhole: true }
    }
    const wide = this.agreement.wideGround(this.index.along(spaced, spansAt))
    return wide.length > 0 ? { by: 'address', codes: wide, isWhole: false } : null
  }

  /** Where several places may be meant, those too whose names end amid a number, in the ground that the text tells. */
  private orAmidNumber(codes: readonly string[], spaced: string): readonly string[] {
    const around = this.agreement.wideGround(this.index.along(spaced, this.index.spansIn(spaced)))
    const isAround = (code: string): boolean =>
      around.length === 0 || this.hierarchy.ancestorsOf(code).some((one) => around.includes(one))
    return [...new Set([...codes, ...this.index.endingWithin(spaced).filter(isAround)])].sort(byCode)
  }

  /** Codes that compare like the text; of several the one that is written so. */
  private ofCode(text: string): readonly string[] {
    const codes = [...(this.index.codes.get(plainCode(text)) ?? [])].sort(byCode)
    const written = (letters: (code: string) => string): string[] =>
      codes.length < 2 ? [] : codes.filter((code) => letters(code) === letters(text))
    const exact = [
      written((code) => code.trim()),
      written((code) => code.normalize('NFKC').trim().toLowerCase()),
    ]
    return exact.find((found) => found.length === 1) ?? codes
  }

  /** Where the text is a name from end to end. One that is only a number is never certain: its compound is not told. */
  private wholeName(text: string): NameFound | null {
    const plain = plainName(text)
    const alike = this.index.plain.get(plain) ?? []
    if (alike.length === 0) return null
    const numbered = this.ofNumber(text)
    if (numbered.length === 1 && alike.length === 1) return null
    const codes = numbered.length > 0 ? numbered : this.index.asWritten([...alike].sort(byCode), text)
    const isName = codes.some((code) => plainName(this.hierarchy.place(code)!.name) === plain)
    return { by: isName ? 'name' : 'alias', codes, isWhole: true }
  }

  /** Every place that a number alone may mean, whatever it lies in and the word behind it; none for any other text. */
  ofNumber(text: string): readonly string[] {
    const read = numberRead(spacedName(text))
    const numbered = read ? this.index.numbered.of(read) : []
    if (numbered.length === 0) return []
    return [...new Set([...(this.index.plain.get(plainName(text)) ?? []), ...numbered])].sort(byCode)
  }

  /** Places that a text may have meant: those it holds, then names that look like it, in the ground that it tells. */
  like(text: string): string[] {
    const spaced = spacedName(text)
    const held = this.index.along(spaced, this.index.spansIn(spaced))
    const around = this.agreement.wideGround(held)
    const numbered = this.ofNumber(text)
    if (numbered.length > 0) return [...numbered]
    const same = this.index.plain.get(plainName(text)) ?? []
    const wide = held.flatMap(({ codes }) => codes.filter((code) => this.isWide(code)))
    const finer = held.flatMap(({ codes, by }) =>
      by === 'stem' ? [] : codes.filter((code) => !this.isWide(code)),
    )
    const near = [...same, ...finer, ...this.alike(spaced, held)]
    const inside = near.filter((code) => this.hierarchy.ancestorsOf(code).some((one) => around.includes(one)))
    const offered = around.length > 0 && inside.length > 0 ? inside : near
    const named = [...new Set([...offered, ...around, ...wide])]
    return (named.length > 0 ? named : this.ofLongerCode(text)).slice(0, OFFERED)
  }

  /** Places whose codes go on from a text with a figure in it. */
  private ofLongerCode(text: string): readonly string[] {
    const plain = plainCode(text)
    if (plain.length < 2 || !/\d/.test(plain)) return []
    const longer = [...this.index.codes].filter(([code]) => code.startsWith(plain))
    return longer.flatMap(([, codes]) => codes).sort(byCode)
  }

  /** Names that look like the text, or like what stands in it behind the town or village. */
  private alike(spaced: string, held: readonly NamedSpan[]): string[] {
    const behind = largest([
      0,
      ...held.filter(({ codes }) => codes.every((code) => this.isWide(code))).map(({ to }) => to),
    ])
    const rest = spaced.slice(behind)
    const parts = new Set([spaced, rest, rest.replace(HOUSE, '').trimEnd()].filter((part) => part !== ''))
    const likes = [...parts].flatMap((part) => this.likes.of(part))
    likes.sort((a, b) => b.likeness - a.likeness || byCode(a.name, b.name))
    return likes.flatMap(({ name }) => [...this.index.plain.get(name)!].sort(byCode))
  }

  private isWide(code: string): boolean {
    return WIDE.has(this.hierarchy.place(code)!.kind)
  }
}

/** Building, unit and room at the end of an address. */
const HOUSE = /(?<=\p{L}|\d )(?:[a-z]?\d+(?:-\d+)*(?:号楼|号|单元|层|楼|室|房|户)?)+$/u

const known = new WeakMap<Hierarchy, PlaceNames>()

/** The names of these places, read once. */
export function namesOf(hierarchy: Hierarchy): PlaceNames {
  let names = known.get(hierarchy)
  if (!names) known.set(hierarchy, (names = new PlaceNames(hierarchy)))
  return names
}
