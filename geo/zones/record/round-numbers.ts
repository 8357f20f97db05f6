import type { Round } from '../../facts'

/** A round without a number of its own is called by its day. */
const DAY_NAME = /^(\d{4}-\d\d-\d\d)?$/

const known = new Map<string, string>()

/** The number however it is written (1, 01, 1.0, 第1轮, 第一轮, 一轮, R1, １), also of what was sampled afterwards. */
export function plainNumber(text: string): string {
  let plain = known.get(text)
  if (plain === undefined) known.set(text, (plain = read(text)))
  return plain
}

const read = (text: string): string => {
  const [ordinal, after] = partsOf(text)
  return ordinal ?? after
}

/**
 * The number as a row keeps it: `3` for 第3轮, `3（补采）` for 第三轮（补采）, whose row is a second one of that round; what
 * is no number stays as it is written.
 */
export function roundNumber(text: string): string {
  const [ordinal, after] = partsOf(text)
  return ordinal === null ? text : `${ordinal}${after}`
}

/** What is sampled afterwards of a round, behind its number. */
const AFTERWARDS = /^(.*?)[([【]?((?:第?[一二三\d]次)?(?:补采|补检|补测|补筛|補採|補檢|复采|复检))[)\]】]?$/u
const ORDINAL =
  /^(?:第|no\.?|#|r|round|轮次?|輪次?)?([\d.]+|[零〇一二三四五六七八九十廿]+)(?:轮次?|輪次?|次)?(?:(?:全员|区域|大规模)?核酸(?:检测|筛查|采样)?|检测|筛查|采样)?$/iu

/** The number of a round and what stands behind it; null and the text in one spelling where it is no number. */
function partsOf(text: string): [ordinal: string | null, after: string] {
  const bare = text.normalize('NFKC').replace(/\s+/g, '')
  const [, stem = bare, afterwards] = AFTERWARDS.exec(bare) ?? []
  const ordinal = numberIn(ORDINAL.exec(stem)?.[1])
  return ordinal === null
    ? [null, bare.toLowerCase()]
    : [ordinal, afterwards === undefined ? '' : `（${afterwards}）`]
}

const DIGITS = '零一二三四五六七八九'

/** A number in figures (01, 1.0) or in characters below a hundred. */
function numberIn(seen: string | undefined): string | null {
  if (seen === undefined) return null
  if (/^\d+(\.0+)?$/.test(seen)) return String(BigInt(seen.split('.')[0]!))
  const plain = seen.replaceAll('〇', '零').replace('廿', '二十')
  const tens = /^([一二三四五六七八九]?)十([一二三四五六七八九]?)$/u.exec(plain)
  if (tens) return String(DIGITS.indexOf(tens[1] || '一') * 10 + Math.max(0, DIGITS.indexOf(tens[2] || '零')))
  return /^[零一二三四五六七八九]$/u.test(plain) ? String(DIGITS.indexOf(plain)) : null
}

/** Whether two rows may be of one round by their numbers: one that has none may be any. */
export function mayBeOneNumber(one: Pick<Round, 'round'>, other: Pick<Round, 'round'>): boolean {
  if (plainNumber(one.round) === plainNumber(other.round)) return true
  return DAY_NAME.test(one.round) !== DAY_NAME.test(other.round)
}
