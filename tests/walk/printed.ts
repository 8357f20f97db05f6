import type { Page } from 'playwright-core'

const UNKNOWN = '—'

/** White space of a page as one space. */
export const plain = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim()

/** `1,234 人` as `1234`, `≥33,902` as `≥33902`, `—` as it stands; null where there is no number. */
export function countIn(text: string | null | undefined): string | null {
  const found = /(≥|至少)?\s*(\d[\d,]*(?:\.\d+)?|—)/.exec(plain(text))
  if (!found) return null
  return `${found[1] ? '≥' : ''}${found[2]!.replaceAll(',', '')}`
}

/** The number right after a word: of `社会面发现 3 例` and `社会面发现` the 3. */
export function countAfter(text: string, word: string): string | null {
  const at = plain(text).indexOf(word)
  return at < 0 ? null : countIn(plain(text).slice(at + word.length))
}

const DAY = /今日|(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日|(\d{1,2})\/(\d{1,2})/

/** The first day a text names as `5/27`; `今日` is the day shown. “—” where it names none. */
export function dayIn(text: string | null | undefined, today: string): string {
  const found = DAY.exec(plain(text))
  if (!found) return UNKNOWN
  if (found[0] === '今日') return `${Number(today.slice(5, 7))}/${Number(today.slice(8, 10))}`
  return `${found[2] ?? found[4]}/${found[3] ?? found[5]}`
}

/** The clock right after the first day a text names; null where it names none. */
export function clockIn(text: string | null | undefined): string | null {
  const said = plain(text)
  const found = DAY.exec(said)
  if (!found) return null
  return /^\s*(\d{2}:\d{2})/.exec(said.slice(found.index + found[0].length))?.[1] ?? null
}

/** `5/27 14:00` of a text that names both, of a day alone `5/27`, of an hour of the day shown that day with it; null where it names neither. */
export function momentIn(text: string | null | undefined, today: string): string | null {
  const said = plain(text)
  const clock = /(\d{1,2}:\d{2})/.exec(said)?.[1]
  const day = dayIn(said, today)
  if (day !== '—') return [day, clock].filter(Boolean).join(' ')
  return clock ? `${dayIn('今日', today)} ${clock}` : null
}

/** `+90` and `−47` as `90` and `-47`. */
export const changeIn = (text: string | null | undefined): string | null =>
  /[+−-]?\d[\d,]*/.exec(plain(text))?.[0].replaceAll(',', '').replace('+', '').replace('−', '-') ?? null

/** `余 2 天`, of any text that says it. */
export function daysLeftIn(text: string | null | undefined): string | null {
  return /(?:余|还有)\s*(\d+)\s*天/.exec(plain(text))?.[1] ?? null
}

const WORDS = [
  '应升级',
  '条件未满足',
  '条件已满足',
  '待评估',
  '待审批',
  '已批准',
  '已执行',
  '未作判定',
] as const

/** The word of a state; of a sentence that says it otherwise, the word it means; null of one that says what holds it. */
export function stateIn(text: string | null | undefined): string | null {
  const said = plain(text)
  const word = WORDS.find((one) => said.includes(one))
  if (word) return word
  return /^(今日不能|时间未到|还有 .* 项未知)/.test(said) ? '条件未满足' : null
}

const UNKNOWN_ZONES = /没有分区名单|分区名单有未读入的行/

/** How many zones a screen lists: without a row none, unless it says that nobody knows them. */
export async function zonesListed(page: Page, rows: number): Promise<string> {
  if (rows > 0) return String(rows)
  return UNKNOWN_ZONES.test(await page.locator('body').innerText()) ? '—' : '0'
}
