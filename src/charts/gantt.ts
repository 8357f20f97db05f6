import { addDays, dayOf, daysBetween, readMoment, type Survey, type SurveyZone, startOfDay } from '#geo'
import { formatShortDay, type Locale } from '../i18n/format'

/** One bar: a stay at a level, in fractions of the day axis. */
export interface GanttBar {
  readonly level: string
  readonly x: number
  readonly width: number
  /** the level the zone is at now, since it has been; what was before is its past */
  readonly current: boolean
}

export interface GanttRow {
  readonly zone: SurveyZone
  readonly y: number
  readonly bars: readonly GanttBar[]
  readonly lastCaseX: number | null
  readonly nationalX: number | null
  readonly changeX: number | null
  readonly ended: boolean
}

export interface GanttDay {
  readonly day: string
  readonly x: number
  readonly width: number
  readonly weekend: boolean
  readonly today: boolean
  /** printed label: the month where it begins, else the day of the month */
  readonly label: string
}

export interface GanttLayout {
  readonly days: readonly GanttDay[]
  readonly rows: readonly GanttRow[]
  readonly nowX: number
  readonly width: number
  readonly height: number
  /** the instant under a horizontal position */
  readonly instantAt: (x: number) => number
}

export interface GanttSize {
  readonly width: number
  readonly rowHeight: number
  /** days shown after the last date of change */
  readonly tail: number
}

/** What stands above a day: its number, with the month where that begins; in English, where 5/12 may be December, the month alone. */
export function dayHead({ day, label }: GanttLayout['days'][number], locale: Locale): string {
  return locale === 'en' && label.includes('/') ? formatShortDay(day, locale).split(' ')[1]! : label
}

interface Axis {
  readonly from: string
  readonly count: number
  readonly perDay: number
  readonly zone: string
}

function xOf(axis: Axis, instant: number): number {
  const day = dayOf(axis.zone, instant)
  const start = startOfDay(axis.zone, day)
  const length = startOfDay(axis.zone, addDays(day, 1)) - start || 86_400_000
  const days = daysBetween(axis.from, day) + (instant - start) / length
  return Math.min(axis.count, Math.max(0, days)) * axis.perDay
}

const instantOf = (zone: string, when: string | null): number | null =>
  when === null ? null : (readMoment(zone, when)?.at ?? null)

function axisOf(survey: Survey, size: GanttSize): Axis {
  const zone = survey.timezone
  const firsts = survey.zones.flatMap((row) => row.stays.map((stay) => stay.from.slice(0, 10)))
  const lasts = survey.zones.flatMap((row) => (row.date ? [row.date.slice(0, 10)] : []))
  const within = (day: string): string => {
    const { from, to } = survey.outside ?? { from: day, to: day }
    return day < from ? from : day > to ? to : day
  }
  const from = addDays([...firsts, survey.day].map(within).sort()[0]!, -1)
  const to = addDays([...lasts, survey.day].map(within).sort().at(-1)!, size.tail)
  const count = Math.max(7, daysBetween(from, to) + 1)
  return { from, count, perDay: size.width / count, zone }
}

function rowOf(
  row: SurveyZone,
  axis: Axis,
  place: { now: number; y: number; nationalAt: string | null },
): GanttRow {
  const at = (when: string | null): number | null => {
    const instant = instantOf(axis.zone, when)
    return instant === null ? null : xOf(axis, instant)
  }
  const nowX = xOf(axis, place.now)
  const bars = row.stays.map((stay, index) => {
    const x = at(stay.from) ?? 0
    return {
      level: stay.level,
      x,
      width: Math.max(1, (at(stay.to) ?? nowX) - x),
      current: row.stays.slice(index).every(({ level }) => level === stay.level),
    }
  })
  const lastCase = row.lastCaseOn ? at(row.lastCaseOn) : null
  const national = at(place.nationalAt)
  const change = at(row.date)
  return {
    zone: row,
    y: place.y,
    bars,
    lastCaseX: lastCase === null ? null : lastCase + axis.perDay / 2,
    nationalX: national !== null && national < (change ?? nowX) ? national : null,
    changeX: change === null ? null : Math.max(change, nowX),
    ended: row.stays.at(-1)?.to !== null && row.stays.length > 0,
  }
}

/** Day columns, bars and marks of all zones, in pixels of a chart area `size.width` wide. Pure. */
export function layOutGantt(
  survey: Survey,
  national: ReadonlyMap<string, string | null>,
  size: GanttSize,
): GanttLayout {
  const axis = axisOf(survey, size)
  const now = instantOf(survey.timezone, survey.asOf)!
  // midnight stands for 24:00 of the day before
  const today = dayOf(axis.zone, now - 1)
  const days = Array.from({ length: axis.count }, (_, index) => {
    const day = addDays(axis.from, index)
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
    const [, month, date] = day.split('-').map(Number)
    return {
      day,
      x: index * axis.perDay,
      width: axis.perDay,
      weekend: weekday === 0 || weekday === 6,
      today: day === today,
      label: index === 0 || date === 1 ? `${month}/${date}` : String(date),
    }
  })
  const rows = survey.zones.map((row, index) =>
    rowOf(row, axis, { now, y: index * size.rowHeight, nationalAt: national.get(row.id) ?? null }),
  )
  return {
    days,
    rows,
    nowX: xOf(axis, now),
    width: size.width,
    height: rows.length * size.rowHeight,
    instantAt: (x) => {
      const index = Math.min(axis.count - 1, Math.max(0, Math.floor(x / axis.perDay)))
      const start = startOfDay(axis.zone, addDays(axis.from, index))
      const end = startOfDay(axis.zone, addDays(axis.from, index + 1))
      return Math.round(start + Math.min(1, Math.max(0, x / axis.perDay - index)) * (end - start))
    },
  }
}

/** Width of a line of 12 px as nearly as its characters tell: Han as wide as high, others some half of it. */
export const roughWidth = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 12 : 6.7), 0)
