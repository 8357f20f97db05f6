import type { Address, NamedSpan } from './cover'
import type { NumberRead } from './numbered'
import { KIND_WORDS } from './spelling'

/** What looks like a number behind a place. */
interface Behind {
  readonly place: NamedSpan
  /** where it stands in the text */
  readonly at: number
  readonly to: number
  /** null for 东户 and the like */
  readonly read: NumberRead | null
  /** no number stands between it and the place */
  readonly isAtName: boolean
}

/** A side or a letter before the figures. */
const PART = /^[东西南北中左右]|^[a-z]+\d/u
/** Words of a number that leads on from a village to what lies in it. */
const GROUPS = ['组', '小组', '村民小组', '队', '邻']
/** Words of a number in Han figures that are no part of names. */
const HOUSES = ['号楼', '单元', '室']
/** Words that behind a Han figure are names as well: 二房, 三门. */
const NAMING = ['房', '门', '户']
/** Of two numbers the first is a building, the second leads into it. */
const INWARDS = / [a-z]?\d+(?:-\d+)*(?![\d-]|号)/uy
const WIDE_WORDS = [...KIND_WORDS.town!, ...KIND_WORDS.village!]

const isHan = ({ written, text }: Address, { at, read }: Behind): boolean =>
  read !== null && written.han.has(firstFigure(text, at))

/** Where the figures of a number begin behind its side or letters. */
function firstFigure(text: string, at: number): number {
  let figure = at
  while (figure < text.length && !/\d/.test(text[figure]!)) figure++
  return figure
}

/** What names that end with a number, or with one and its word, have before it: 阳光 of 阳光100 and of 阳光1000. */
export const withAnyNumber = (before: string, word: string): string =>
  `${before}\n${word === '号房' ? '房' : word}`

/**
 * Whether what looks like a number behind a name may be the rest of a longer one: a Han figure or a letter without a word
 * (一 of 一期, A of A区), one or two figures (2 of 2期), two signs that may be two numbers (二三 of 二期三), a side or a letter before a number that the list does not have (北
 * of 北苑), or with what stands before it the begin of a name that the list has (A座 of 东方明珠 beside 东方明珠A区).
 */
export function isCutName(address: Address, behind: Behind & { read: NumberRead }): boolean {
  const { text, isBegun, isListed, isWide, written } = address
  const { place, at, to, read, isAtName } = behind
  if (isHan(address, behind) && NAMING.includes(read.word)) return true
  if (!isAtName) return false
  if (isBegun(text.slice(place.from, to))) return true
  const isBare = read.word === ''
  if (place.codes.every(isWide)) return isBare && isCutVillage(address, behind)
  if (isBegun(withAnyNumber(text.slice(place.from, at), read.word))) return true
  if (PART.test(read.number) && !isListed(place.codes, read)) return true
  if (/^[a-z]+$/u.test(read.number) && isBegun(text.slice(place.from, at + read.number.length)))
    return !isListed(place.codes, read)
  if (written.doubtful.has(firstFigure(text, at))) return true
  if (!isBare || read.number.includes('-')) return false
  if (/^\D+$/u.test(read.number) || isHan(address, behind)) return true
  if (read.number.length > 2) return false
  INWARDS.lastIndex = to
  return !written.setOff.has(firstFigure(text, at)) && !INWARDS.test(text)
}

/** 曹杨2 may be 曹杨2村, beside the village 曹杨村; behind a name in full (西南村三12号) the village is meant. */
function isCutVillage(address: Address, behind: Behind): boolean {
  const { place, read } = behind
  if (place.by !== 'name') return true
  const isFigure = /\d/.test(read!.number) && !isHan(address, behind)
  const name = address.text.slice(place.from, place.to)
  return !isFigure && !WIDE_WORDS.some((word) => name.endsWith(word))
}

/**
 * Whether a name may stand right behind a number; else both may be a longer name (50 and 里河 of 五十里河). A comma ends a
 * number; behind a village a group leads on, behind a compound a number with its word, or a building with its room.
 */
export function isBeforeName(address: Address, behind: Behind): boolean {
  const { place, at, read, isAtName } = behind
  if (read === null) return !isAtName
  const isWritten = !isHan(address, behind)
  const hasFigures = /\d/.test(read.number)
  if (address.written.setOff.has(firstFigure(address.text, at)) && hasFigures)
    return isWritten || read.word !== ''
  if (place.codes.every(address.isWide)) return GROUPS.includes(read.word)
  if (read.word !== '') return isWritten || HOUSES.includes(read.word)
  return isWritten && read.number.includes('-')
}
