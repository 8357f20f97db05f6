import type { Survey, SurveyUnplaced, SurveyZone, UnplacedItem, UnplacedRow } from '#geo'
import { clockPart, dayPart, formatCount, formatNear, type Locale } from '../../i18n/format'
import { formatShortMoment } from '../../i18n/format-short'
import { counted } from '../../i18n/plural'
import { formatSpan } from '../../i18n/spans'
import { listName, REFUSED, RULINGS, WHY } from './unplaced-words'

/** The mark of a zone that unplaced rows hold: one character in a dashed box. */
export const HELD_MARK: Readonly<Record<Locale, string>> = { zh: '落', en: 'U' }

/** `1 例` where all open rows are cases of the total, else `4 行` (a suspected one is in none); `1 case`, `4 rows`. */
export function unplacedCount(unplaced: SurveyUnplaced, survey: Survey, locale: Locale): string {
  const { rows, items, ruledOut } = unplaced
  const isCase = ({ list, refused }: Pick<UnplacedRow, 'list' | 'refused'>): boolean =>
    list === 'cases' && !refused
  const ofTotal = survey.cases?.unplaced ?? rows
  const areOfTotal = [rows, rows + ruledOut.filter(isCase).length].includes(ofTotal)
  const areCases = areOfTotal && items.every(isCase)
  if (locale === 'zh') return `${formatCount(rows)} ${areCases ? survey.subject.unit : '行'}`
  return counted(rows, areCases ? 'case' : 'row')
}

/** `2 小时`, `40 分钟`, `3 天`; null where nothing tells since when. */
export function unplacedSpan({ minutes }: Pick<SurveyUnplaced, 'minutes'>, locale: Locale): string | null {
  return minutes === null ? null : formatSpan(minutes * 60_000, locale)
}

/** How many zones are held; null in a pack without zones. */
export function heldCount({ held }: SurveyUnplaced, survey: Survey, locale: Locale): string | null {
  if (survey.zones.length === 0) return null
  if (locale === 'zh') return `挂起 ${formatCount(held.length)} 区`
  return `holds ${counted(held.length, 'zone')}`
}

/** The one line of wall and desk: `未落位 1 例 · 挂起 5 区 · 2 小时`; null while nothing is open. */
export function unplacedLine(survey: Survey, locale: Locale): string | null {
  const { unplaced } = survey
  if (!unplaced || unplaced.rows === 0) return null
  const count = unplacedCount(unplaced, survey, locale)
  return [
    locale === 'zh' ? `未落位 ${count}` : `Unplaced: ${count}`,
    heldCount(unplaced, survey, locale),
    unplacedSpan(unplaced, locale),
  ]
    .filter(Boolean)
    .join(' · ')
}

/** Why, in few words: `坐标为 0/0，地点为空`, of a refused row `行被拒：日期不存在`. */
export function whyText({ why, refused }: Pick<UnplacedRow, 'why' | 'refused'>, locale: Locale): string {
  if (!refused || why === 'signal-open') return WHY[locale][why] ?? why
  const said = REFUSED[locale][why] ?? why
  return locale === 'zh' ? `行被拒：${said}` : `row refused: ${said}`
}

/** Codes of the zones held, in the order of the rows, and why: the second line of the wall. */
export function unplacedWhere(survey: Survey, locale: Locale): string {
  const { unplaced } = survey
  if (!unplaced) return ''
  const codes = unplaced.held.map((id) => codeOf(survey, id, locale)).join(' ')
  const causes = [...new Set(unplaced.items.map((item) => whyText(item, locale)))]
  const more =
    causes.length > 1 ? (locale === 'zh' ? ` 等 ${causes.length} 类` : ` and ${causes.length - 1} more`) : ''
  return [codes, `${causes[0] ?? ''}${more}`].filter(Boolean).join(' · ')
}

export const codeOf = (survey: Survey, id: string, locale: Locale): string =>
  survey.zones.find((zone) => zone.id === id)?.code[locale] ?? id

/** `柳林镇病例.csv 第 7 行`, of several `20 行`, of a file as a whole only its name. */
export function placeInFile({ file, rows }: Pick<UnplacedItem, 'file' | 'rows'>, locale: Locale): string {
  const [first] = rows
  if (rows.length > 1)
    return locale === 'zh'
      ? `${file} ${formatCount(rows.length)} 行`
      : `${file}, ${counted(rows.length, 'row')}`
  if (!first || first.row === null) return file
  return locale === 'zh' ? `${file} 第 ${first.row} 行` : `${file}, row ${first.row}`
}

/** A row as a list names it: `病例 · cases.csv 第 90 行 · 坐标为 0/0，地点为空`. */
export function rowText(row: UnplacedRow, locale: Locale): string {
  return [
    listName(row, locale),
    placeInFile({ file: row.file, rows: [row] }, locale),
    whyText(row, locale),
  ].join(' · ')
}

/** How a row was ruled out and by whom: `不在任何分区：…（周某，流调组）`; null of an open one. */
export function rulingText({ ruledOut }: UnplacedRow, locale: Locale): string | null {
  if (!ruledOut) return null
  const { kind, of, by, reason } = ruledOut
  const said = `${RULINGS[locale][kind]}${of ? ` ${of}` : ''}`
  return locale === 'zh' ? `${said}：${reason}（${by}）` : `${said}: ${reason} (${by})`
}

/** The date that holds once the rows are placed: `今日`, `今日 18:00`, `5/28 08:00`; “—” where none can be said. */
export function oncePlaced(
  { held }: Pick<SurveyZone, 'held'>,
  survey: Pick<Survey, 'day' | 'asOf'>,
  locale: Locale,
): string {
  const at = held?.oncePlacedAt ?? null
  if (at === null) return '—'
  const isOver = at.length > 10 ? Date.parse(at) <= Date.parse(survey.asOf) : at <= survey.day
  if (isOver) return formatNear(survey.day, survey.day, locale)
  if (clockPart(at)?.startsWith('00:00')) return formatNear(dayPart(at), survey.day, locale)
  return dayPart(at) === survey.day ? formatNear(at, survey.day, locale) : formatShortMoment(at, locale)
}

/** Before that date. */
const ONCE_PLACED: Readonly<Record<Locale, string>> = {
  zh: '落位后最早',
  en: 'once placed, from',
}

const ONCE_LISTED: Readonly<Record<Locale, string>> = {
  zh: '落位并更新台账后',
  en: 'once placed and lists current, from',
}

/** What the date of a held zone hangs on. */
export function onceWord({ held }: Pick<SurveyZone, 'held'>, locale: Locale): string {
  return (held?.lists ? ONCE_LISTED : ONCE_PLACED)[locale]
}

/** `落位后最早 5/28 08:00`. */
export function oncePlacedText(
  zone: Pick<SurveyZone, 'held'>,
  survey: Pick<Survey, 'day' | 'asOf'>,
  locale: Locale,
): string {
  return `${onceWord(zone, locale)} ${oncePlaced(zone, survey, locale)}`
}
