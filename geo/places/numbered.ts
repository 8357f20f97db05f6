import type { Place } from '../facts'
import type { Hierarchy } from './hierarchy'

/** A number of an address with its word, as compared: 3号楼, 2单元, 201室, 3-201. */
export interface NumberRead {
  readonly number: string
  /** empty where none stands behind it */
  readonly word: string
}

const NUMBER = String.raw`[东西南北中左右]?(?:[a-z]{0,2}\d+(?:-[a-z]?\d+)*[a-z]?|[a-z])`
const WORD = '号楼|号房|号|单元|村民小组|小组|组|队|邻|层|楼|室|房|户|门|梯|f'
const READ = new RegExp(`^(${NUMBER})(${WORD})?$`, 'u')

/** Where a number and its word stand in an address. */
export const NUMBER_AT = new RegExp(
  `(?:地下)?${NUMBER}(?![a-z\\d])(?:${WORD})?|[东西南北中](?:户|单元|室)`,
  'uy',
)

/** The number and the word of a text that is nothing else; null for any other. */
export function numberRead(text: string): NumberRead | null {
  const read = READ.exec(text)
  return read ? { number: read[1]!, word: read[2] ?? '' } : null
}

/** Words that mean the same behind a number. */
function sortOf(word: string): string {
  if (['号楼', '号', '楼', ''].includes(word)) return '号楼'
  if (['单元', '门'].includes(word)) return '单元'
  return ['组', '队', '小组', '村民小组'].includes(word) ? '组' : word
}

/** Of two of these, or of a number before the first of them, each may be the building. */
const areBuildings = (first: NumberRead, { word }: NumberRead): boolean =>
  ['号楼', '号', '楼'].includes(first.word) && (word === '号楼' || (word === '号' && first.word === '号'))

const keyOf = (around: string, { number, word }: NumberRead): string => `${around}\n${number}${sortOf(word)}`

/** Places that only have a number, found by it within a place that has a name. */
export class NumberedPlaces {
  private readonly codes = new Map<string, string[]>()
  private readonly numbers = new Set<string>()
  /** codes by number and sort, wherever they lie */
  private readonly anywhere = new Map<string, string[]>()

  constructor(private readonly hierarchy: Hierarchy) {}

  /** Takes a place whose compared name is only a number; false for any other. */
  take({ code, kind }: Place, plain: string): boolean {
    const read = kind === 'district' || kind === 'town' || kind === 'village' ? null : numberRead(plain)
    if (!read) return false
    this.numbers.add(code)
    push(this.anywhere, keyOf('', read), code)
    for (const around of this.hierarchy.ancestorsOf(code)) push(this.codes, keyOf(around, read), code)
    return true
  }

  /** All places that have this number, whatever they lie in. */
  of(number: NumberRead): readonly string[] {
    return this.anywhere.get(keyOf('', number)) ?? []
  }

  isNumbered(code: string): boolean {
    return this.numbers.has(code)
  }

  /** Whether a place has this number within it. */
  has(code: string, number: NumberRead): boolean {
    return this.nearest([code], number).length > 0
  }

  /** The places that the numbers behind a place lead to, from its building inwards; the place where they lead nowhere. */
  within(code: string, numbers: readonly NumberRead[]): readonly string[] {
    if (!this.isTold(code, numbers)) return [code]
    let reached: readonly string[] = [code]
    for (const [at, seen] of numbers.entries()) {
      const read = at === 0 ? buildingOf(seen) : seen
      const found = read && this.nearest(reached, read)
      if (!found || found.length === 0) break
      reached = found
    }
    return reached
  }

  /** Of two numbers that may be buildings the second is told only where all that have it lie in the first. */
  private isTold(code: string, numbers: readonly NumberRead[]): boolean {
    const at = numbers.findIndex((one, i) => numbers.slice(i + 1).some((other) => areBuildings(one, other)))
    if (at === -1) return true
    const [first, second] = [
      numbers[at]!,
      numbers.slice(at + 1).find((one) => areBuildings(numbers[at]!, one))!,
    ]
    const inside = this.nearest(this.nearest([code], first), second)
    return inside.length > 0 && this.nearest([code], second).every((one) => inside.includes(one))
  }

  private nearest(around: readonly string[], read: NumberRead): string[] {
    return around.flatMap((code) => {
      const found = this.codes.get(keyOf(code, read)) ?? []
      return found.filter((one) => this.namedAround(one) === code || this.hierarchy.parentOf(one) === code)
    })
  }

  /** The nearest place around it that has a name. */
  private namedAround(code: string): string | null {
    return this.hierarchy.ancestorsOf(code).find((one) => !this.numbers.has(one)) ?? null
  }
}

/** 3-201 begins with a building; a number alone may be a building or a room. */
function buildingOf({ number, word }: NumberRead): NumberRead | null {
  if (word !== '') return { number, word }
  const [building, ...inner] = number.split('-')
  return inner.length > 0 ? { number: building!, word: '号楼' } : null
}

function push(map: Map<string, string[]>, key: string, code: string): void {
  const list = map.get(key)
  if (list) list.push(code)
  else map.set(key, [code])
}
