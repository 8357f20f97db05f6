import type { ConditionAnswer } from '#geo'
import type { Locale } from '../i18n/format'

type Evidence = ConditionAnswer['evidence'][number]

/** Why a row decides a condition; null for one that only stands beside it. */
export type WhyDeciding =
  | 'clock'
  | 'lapse'
  | 'counted'
  | 'lacking'
  | 'untold'
  | 'round'
  | 'statement'
  | 'against'
  | 'event'
  | 'unread'
  | 'unplaced'
  | 'level'
  | 'survey'
  | 'newest'

type Rows = Pick<ConditionAnswer, 'state' | 'at' | 'until' | 'reason' | 'figures' | 'evidence'>

const WHOLE: Readonly<Record<string, WhyDeciding>> = {
  unplaced: 'unplaced',
  'zone-row-unread': 'unread',
  'step-row-unread': 'unread',
  'signal-open': 'event',
  'level-unknown': 'level',
  'each-lacking': 'lacking',
  'raise-due': 'event',
}
const AGAINST: ReadonlySet<string | null> = new Set(['flag-older', 'flag-against-list', 'flag-twice'])

/** Of each row that a condition rests on, in its order, why it decides. */
export function whyDeciding(condition: Rows): (WhyDeciding | null)[] {
  const { reason, figures, evidence } = condition
  const all = (why: WhyDeciding) => evidence.map(() => why)
  const last = (why: WhyDeciding) => evidence.map((_, i) => (i === evidence.length - 1 ? why : null))
  const whole = reason === null ? undefined : WHOLE[reason]
  if (whole) return all(whole)
  if (AGAINST.has(reason)) return evidence.map((_, i) => (i === 0 ? 'statement' : 'against'))
  if (typeof figures.flag === 'string') return all('statement')
  if (typeof figures.within === 'number') return ofCount(condition)
  if ('limit' in figures) return last('survey')
  if ('rounds' in figures) return ofRounds(condition)
  if (typeof figures.since === 'string') return all('clock')
  if ('left' in figures) return all('untold')
  return last('newest')
}

/** The row that settles a count when it leaves the window; where none does, all that were counted. */
function ofCount({ state, at, until, figures, evidence }: Rows): (WhyDeciding | null)[] {
  const limit = Number(figures.of)
  const turning = state === 'unmet' && at !== null ? limit + 1 : state === 'met' && until !== null ? limit : 0
  const index = evidence.length - turning
  if (turning === 0 || !evidence[index]) return evidence.map(() => 'counted')
  return evidence.map((_, i) => (i === index ? 'lapse' : null))
}

/** The rows of the round of which the condition speaks; else of the last one. */
function ofRounds({ figures, evidence }: Rows): (WhyDeciding | null)[] {
  const named = evidence.some(({ at }) => at === figures.date) ? figures.date : evidence.at(-1)?.at
  return evidence.map(({ at }) => (at === named ? 'round' : null))
}

/** The row that decides, the newest of them; null where there is none. */
export function decidingRow(condition: Rows): ConditionAnswer['evidence'][number] | null {
  const why = whyDeciding(condition)
  return condition.evidence.findLast((_, i) => why[i] !== null) ?? condition.evidence.at(-1) ?? null
}

/** `cases.csv 第 39 行（LJ-38，未落位）`: a row with what it names, and whether nobody has placed it. */
export function rowName({ file, row, value, isUnplaced }: Evidence, locale: Locale): string {
  const zh = locale === 'zh'
  const where = zh ? `${file} 第 ${row} 行` : `${file} row ${row}`
  const said = [typeof value === 'string' ? value : null, isUnplaced ? UNPLACED[locale] : null]
  const beside = said.filter(Boolean).join(zh ? '，' : ', ')
  return beside === '' ? where : zh ? `${where}（${beside}）` : `${where} (${beside})`
}

const UNPLACED: Readonly<Record<Locale, string>> = { zh: '未落位', en: 'unplaced' }

/** The row from which a clock runs and that nobody has placed: `LJ-3`; null where it runs from none. */
export function unplacedStart({ state, figures, evidence }: ConditionAnswer, locale: Locale): string | null {
  if (state === 'met' || typeof figures.since !== 'string') return null
  const start = evidence.find(({ at, isUnplaced }) => isUnplaced && at === figures.since)
  if (!start) return null
  return typeof start.value === 'string' ? start.value : rowName({ ...start, isUnplaced: undefined }, locale)
}
