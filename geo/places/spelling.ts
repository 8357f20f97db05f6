import type { PlaceKind } from '../facts'

const DIGITS = new Map([...'零一二三四五六七八九'].map((sign, value) => [sign, value]))
DIGITS.set('〇', 0)

/** A number written in Han signs as it is read, 二十一 as 21, 一〇二 as 102; null where it is none. */
function hanNumber(text: string): number | null {
  if (!/[十百廿卅]/u.test(text)) return Number([...text].map((sign) => DIGITS.get(sign)).join(''))
  const read =
    /^(?:([一二三四五六七八九])百[零〇]?)?(?:([一二三四五六七八九]?)十|(廿|卅))?([一二三四五六七八九])?$/u.exec(
      text,
    )
  // 一百二 is 120 to one and 102 to another
  if (!read || /百[一二三四五六七八九]$/u.test(text)) return null
  const [, hundreds, tens, twenties, ones] = read
  const figureOf = (sign: string | undefined): number => (sign ? DIGITS.get(sign)! : 0)
  const ten = twenties
    ? twenties === '廿'
      ? 2
      : 3
    : tens === undefined
      ? 0
      : tens === ''
        ? 1
        : figureOf(tens)
  return 100 * figureOf(hundreds) + 10 * ten + figureOf(ones)
}

/** Numbers in Arabic figures without leading zeros; two that only the script keeps apart stay apart. */
function withFigures(text: string): string {
  return text
    .replace(/[〇零一二三四五六七八九十百廿卅]+/gu, (seen, at: number, whole: string) => {
      const value = hanNumber(seen)
      if (value === null) return seen
      const before = /\d$/u.test(whole.slice(0, at)) ? ' ' : ''
      return `${before}${value}${/^\d/u.test(whole.slice(at + seen.length)) ? ' ' : ''}`
    })
    .replace(/(?<!\d)0+(?=\d)/gu, '')
    .replace(/(?<=\d)第(?=\d)/gu, ' ')
    .replace(/第(?=\d)/gu, '')
}

const FIGURES = /[〇零一二三四五六七八九十百廿卅]+|\d+/gu

/** How the numbers of a spelling, by where they begin, were written. */
export interface FiguresWritten {
  /** in Han figures */
  readonly han: ReadonlySet<number>
  /** in two Han signs that may be two numbers: 二三 as 23 or as 2 3 */
  readonly doubtful: ReadonlySet<number>
  /** with a bracket, a comma or the like right behind them or their word */
  readonly setOff: ReadonlySet<number>
}

const SET_OFF = /^\s*(?:号[楼幢栋]?|[幢栋座#层楼室房户门组队邻]|单元|小组)?\s*[（(【[,，、;；]/u

/** How the numbers of a spelling were written in its text; where that cannot be told, all in Han figures and none set off. */
export function figuresIn(text: string, spaced: string): FiguresWritten {
  const seen = text.normalize('NFKC')
  const written = [...seen.matchAll(FIGURES)].filter(
    ([figures]) => /\d/u.test(figures) || hanNumber(figures) !== null,
  )
  const read = [...spaced.matchAll(/\d+/gu)].map(({ index }) => index)
  if (written.length !== read.length)
    return { han: new Set(read), doubtful: new Set(read), setOff: new Set() }
  const isSetOff = ({ 0: figures, index }: RegExpExecArray): boolean =>
    SET_OFF.test(seen.slice(index + figures.length))
  const where = (is: (one: RegExpExecArray) => boolean): ReadonlySet<number> =>
    new Set(read.filter((_, each) => is(written[each]!)))
  return {
    han: where(([figures]) => !/\d/u.test(figures)),
    doubtful: where(([figures]) => /^[一二三四五六七八九]{2}$/u.test(figures)),
    setOff: where(isSetOff),
  }
}

/** Words for a building that mean the same behind its number: 3幢, 3栋, 3座, 3# are 3号楼. */
const BUILDING = /(?<=[\da-z])(?:号[楼幢栋]|幢楼?|栋楼?|座)/gu

/** Offices that stand for the place they serve: 西南村村民委员会, 西南村委会 are 西南村. */
const OFFICES: readonly (readonly [RegExp, string])[] = [
  [/(?:行政村|村)?(?:村民委员会|村委会)/gu, '村'],
  [/(?:社区)?社区(?:居民委员会|居委会)/gu, '社区'],
  [/行政村/gu, '村'],
  [/(?:居民委员会|居委会)/gu, ''],
  [/(?:街道)?(?:街道办事处|街道办)/gu, '街道'],
  [/镇?(?:镇人民政府|镇政府)/gu, '镇'],
  [/乡?(?:乡人民政府|乡政府)/gu, '乡'],
]

const HYPHEN = /[-‐‑‒–—−~/]/u

/**
 * A name or an address as it is compared: in one width, case, script and word for building and office, numbers in figures.
 * Of what separates letters only that is kept which keeps numbers or Latin words apart.
 */
export function spacedName(text: string): string {
  const seen = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[臺號樓棟鄰層單戶組]/gu, (sign) => TRADITIONAL[sign]!)
  const numbered = WITH_NUMBER.test(seen) ? withFigures(seen.replace(/(?<=\d)\s*#/gu, '号')) : seen
  const bare = BETWEEN.test(numbered) ? numbered.replace(BETWEEN_ALL, keptBetween) : numbered
  const named = OFFICE.test(bare)
    ? OFFICES.reduce((so, [office, place]) => so.replace(office, place), bare)
    : bare
  return named.replace(BUILDING, '号楼')
}

/** Signs of 台 and of the words behind numbers that are written in two ways. */
const TRADITIONAL: Readonly<Record<string, string>> = {
  ...{ 臺: '台', 號: '号', 樓: '楼', 棟: '栋', 鄰: '邻', 層: '层', 單: '单', 戶: '户', 組: '组' },
}

/** Each tells whether a spelling has to be looked at at all: most names are letters only. */
const WITH_NUMBER = /[〇零一二三四五六七八九十百廿卅\d]/u
const OFFICE = /委会|员会|街道办|政府|行政村/u
const BETWEEN = /[^\p{L}\p{N}]/u
const BETWEEN_ALL = /[^\p{L}\p{N}]+/gu

function keptBetween(between: string, at: number, whole: string): string {
  const [before, after] = [whole[at - 1] ?? '', whole[at + between.length] ?? '']
  if (/\d/u.test(before) && /\d/u.test(after)) return HYPHEN.test(between) ? '-' : ' '
  return /\p{Script=Latin}/u.test(before) && /\p{Script=Latin}/u.test(after) ? ' ' : ''
}

/** What is left of a name when nobody looks at its spelling; numbers stay whole. */
export function plainName(text: string): string {
  return closedUp(spacedName(text))
}

/** A name as `spacedName` gives it without the space between words. */
export function closedUp(spaced: string): string {
  return spaced.includes(' ') ? spaced.replace(/(?<!\d) | (?!\d)/gu, '') : spaced
}

/** Letters and figures as they were written, in one width and case: it tells apart what is only compared alike. */
export function lettersOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('臺', '台')
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** fewer digits with a gap among them are two numbers */
const GROUPED_FROM = 6

/**
 * A code as it is compared: as letters, without the `.0` and leading zeros that spreadsheets add or take away. What parts
 * two numbers stays, as one sign: T1-1 is not T11. A number alone of six digits or more may be written in groups.
 */
export function plainCode(text: string): string {
  const seen = text.normalize('NFKC').trim()
  const number = /^0*(\d[\d\s]*?)(?:\.0+)?$/.exec(seen)
  if (number) {
    const closed = number[1]!.replace(/\s/gu, '')
    if (closed === number[1] || closed.length >= GROUPED_FROM) return closed
  }
  return seen
    .split(/(?<=\d)[^\p{L}\p{N}]+(?=\d)/gu)
    .map(lettersOf)
    .join('-')
}

/** Words for a kind with which names end or to which they may be added. */
export const KIND_WORDS: Readonly<Partial<Record<PlaceKind, readonly string[]>>> = {
  town: ['街道', '镇', '乡'],
  village: ['社区', '村'],
  compound: ['小区', '自然村'],
}

/** A name as it is compared without the word for its kind; null where fewer than two signs are left. */
export function stemOf(plain: string, kind: PlaceKind): string | null {
  const word = KIND_WORDS[kind]?.find((one) => plain.endsWith(one)) ?? ''
  const stem = plain.slice(0, plain.length - word.length)
  return [...stem].length >= 2 ? stem : null
}
