import type { Place } from '#geo'
import type { Body } from '../../log/events'
import { readTime } from '../cells/moments'
import { timeIn } from './title-times'

type Statement = Extract<Body, { type: 'list.stated@1' }>

/**
 * What the titles of a file say of its list: the town or district that its unit, else its title names, and until when
 * (截至). Null where they say neither. A town named beside its district is meant.
 */
export function saidByTitles(
  titles: readonly string[],
  { list, source, places }: Pick<Statement, 'list' | 'source'> & { readonly places: readonly Place[] },
): Statement | null {
  const text = textOf(titles)
  const ground = groundOf(text, places)
  const until = untilIn(text)
  if (ground === null && until === null) return null
  return { type: 'list.stated@1', list, source, ground, until, because: 'title' }
}

const textOf = (titles: readonly string[]): string => titles.join(' ').normalize('NFKC')

function groundOf(text: string, places: readonly Place[]): Statement['ground'] {
  const unit = UNIT.exec(text)?.[1] ?? null
  return (unit === null ? null : groundIn(unit, places)) ?? groundIn(text, places)
}

/** The one town whose list it is by its unit, else its title; null where they name none or several. */
export function townOfTitles(titles: readonly string[], places: readonly Place[]): string | null {
  const ground = titles.length === 0 ? null : groundOf(textOf(titles), places)
  return Array.isArray(ground) && ground.length === 1 ? ground[0]! : null
}

const UNIT = /单位(?:名称)?\s*[::,]\s*([^\s,;]+)/

function groundIn(text: string, places: readonly Place[]): Statement['ground'] {
  const named = (kind: Place['kind']): Place[] =>
    places.filter(
      (place) =>
        place.kind === kind &&
        [place.name, ...place.aliases].some((name) => name !== '' && text.includes(name)),
    )
  const towns = named('town')
  if (towns.length > 0) return towns.map(({ code }) => code).sort()
  return named('district').length > 0 || /全[区县市旗]/.test(text) ? 'district' : null
}

const UNTIL = /(?:截[至止](?:时间|日期)?|as of|until)\s*:?\s*(?=\d{4})/i

/** A day or time; 24 o'clock is the day. An hour of which nobody knows what it means tells nothing. */
function untilIn(text: string): string | null {
  const from = UNTIL.exec(text)
  const found = from && timeIn(text.slice(from.index + from[0].length, from.index + from[0].length + LONGEST))
  if (!found) return null
  const read = readTime('UTC', found.time)
  if (!read.ok || (found.time === found.day && SAID_HOUR.test(text.slice(from!.index)))) return null
  const said = new Date(read.value.at).toISOString()
  if (read.value.isDay) return said.slice(0, 10)
  const isWhole = said.slice(11, 16) === '00:00' && /24\s*[:时点]|晚.*12\s*[时点]/.test(found.time)
  return isWhole ? new Date(read.value.at - 1).toISOString().slice(0, 10) : said.slice(0, 16)
}

const LONGEST = 40
/** A day with an hour behind it, in whatever words. */
const SAID_HOUR = /^\D*\d{4}\D+\d{1,2}\D+\d{1,2}\s*[日号]?[T\s]*\p{Script=Han}{0,4}\s*\d{1,2}\s*[:时点]/u
