import { largest } from '../extremes'
import type { PlaceKind } from '../facts'
import type { Cover, NamedSpan } from './cover'
import type { Hierarchy } from './hierarchy'
import type { NumberedPlaces } from './numbered'
import { byCode } from './tree'

/** Kinds in which people live only through a place below them. */
export const WIDE: ReadonlySet<PlaceKind> = new Set(['district', 'town', 'village'])

const unique = (codes: readonly string[]): string[] => [...new Set(codes)].sort(byCode)

const lettersIn = (places: readonly NamedSpan[]): number =>
  places.reduce((sum, { from, to, by }) => sum + to - from - (by === 'stem' ? 0.5 : 0), 0)

const numbersBehind = (code: string, { numbers }: Cover): Cover['numbers'] =>
  numbers.filter(({ place }) => place.codes.includes(code))

/** What the ways to read an address mean together. */
export class Agreement {
  /** a district that is itself a city may have its own name where others have that of the city around it */
  private readonly hasCity: boolean

  constructor(
    private readonly hierarchy: Hierarchy,
    private readonly numbered: NumberedPlaces,
  ) {
    const districts = hierarchy.ofKind('district').map((code) => hierarchy.place(code)!.name)
    this.hasCity = districts.some((name) => name.endsWith('市'))
  }

  /**
   * The places on which the ways agree in which most letters name places. Where full names, or aliases with a number, contradict each other, all
   * that is meant.
   */
  of(covers: readonly Cover[]): readonly string[] {
    const read = covers
      .filter((cover) => !cover.hasOutside || this.isTold(cover))
      .map((cover) => ({ cover, codes: this.agreeing(cover.places), letters: lettersIn(cover.places) }))
    const seen = (cover: Cover): number => cover.places.reduce((sum, { from, to }) => sum + to - from, 0)
    const agreed = read.flatMap(({ cover, codes, letters }) => {
      const told = codes.filter((code) => this.isFinest(code, cover))
      const inwards = told.flatMap((code) => this.numbered.within(code, numbersBehind(code, cover)))
      const others = told.flatMap((code) => numbersBehind(code, cover).flatMap((number) => number.others))
      const reached = [...inwards, ...others]
      const listed = reached.filter((code) => !told.includes(code) && this.isShortened(code, cover))
      return reached.length > 0 ? [{ codes: reached, letters, seen: seen(cover), listed }] : []
    })
    const best = largest([0, ...agreed.map(({ letters }) => letters)])
    const against = read.filter(({ codes }) => codes.length === 0)
    const contradicted = against.find(
      ({ cover, letters }) =>
        agreed.length === 0 || (letters > best && cover.places.every((span) => this.isFull(span))),
    )
    if (contradicted) return this.deepest(contradicted.cover.places)
    const meant = agreed.filter(({ letters }) => letters === best)
    // 向阳 2号楼 may be that of 向阳小区, where one is listed there
    const alike = agreed.filter((one) => meant.some((other) => other.seen === one.seen))
    return unique([...meant.flatMap(({ codes }) => codes), ...alike.flatMap(({ listed }) => listed)])
  }

  /** Whether the text has only the beginning of a name of what the place lies in. */
  private isShortened(code: string, { places }: Cover): boolean {
    const around = new Set(this.hierarchy.ancestorsOf(code))
    return places.some(
      ({ by, codes, from, to }) =>
        by === 'stem' &&
        codes.some((one) => {
          const { name, aliases } = this.hierarchy.place(one)!
          return around.has(one) && [name, ...aliases].some((called) => called.length > to - from)
        }),
    )
  }

  /** A name in full, or an alias that tells one compound by its number; a short alias may be part of a road's name. */
  private isFull({ by, codes, from, to }: NamedSpan): boolean {
    const isNumbered = (alias: string): boolean => alias.length === to - from && /\d/.test(alias)
    return (
      by === 'name' ||
      (by === 'alias' && codes.some((code) => this.hierarchy.place(code)!.aliases.some(isNumbered)))
    )
  }

  /** The places that lie in one of each that is named; around another of them only where one name means both. */
  agreeing(places: readonly NamedSpan[]): string[] {
    const named = unique(places.flatMap(({ codes }) => codes))
    const lines = new Map(named.map((code) => [code, [code, ...this.hierarchy.ancestorsOf(code)]]))
    const agreed = named.filter((code) =>
      places.every(({ codes }) => codes.some((one) => lines.get(code)!.includes(one))),
    )
    const isAround = (code: string, other: string): boolean =>
      code !== other &&
      lines.get(other)!.includes(code) &&
      !places.some(({ codes }) => codes.includes(code) && codes.includes(other))
    return agreed.filter((code) => !agreed.some((other) => isAround(code, other)))
  }

  /** All that were meant by any name, the wider ones of one line left out. */
  private deepest(places: readonly NamedSpan[]): string[] {
    const all = unique(places.flatMap(({ codes }) => codes))
    return all.filter((code) => !all.some((other) => this.hierarchy.ancestorsOf(other).includes(code)))
  }

  /** Whether no finer place can be meant by a road or a number that is not known. */
  private isFinest(code: string, { numbers, hasRoad }: Cover): boolean {
    const { kind } = this.hierarchy.place(code)!
    if (!WIDE.has(kind) || this.hierarchy.childrenOf(code).length === 0) return true
    return !hasRoad && (numbers.length === 0 || kind === 'village')
  }

  /** A city around the district is believed where the district, or else the town, is named too. */
  private isTold({ places }: Cover): boolean {
    const kinds = places.flatMap(({ codes }) => codes.map((code) => this.hierarchy.place(code)!.kind))
    return kinds.includes('district') || (!this.hasCity && kinds.includes('town'))
  }

  /** The narrowest district, town or village that names in full tell, whatever else a text says. */
  wideGround(places: readonly NamedSpan[]): readonly string[] {
    const wide = places.flatMap((span): NamedSpan[] => {
      const codes = span.codes.filter((code) => WIDE.has(this.hierarchy.place(code)!.kind))
      return span.by === 'name' && codes.length > 0 ? [{ ...span, codes }] : []
    })
    return wide.length === 0 ? [] : this.agreeing(wide)
  }
}
