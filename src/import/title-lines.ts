import { type Place, readMoment } from '#geo'
import type { Body } from '../log/events'

type Statement = Extract<Body, { type: 'list.stated@1' }>

/**
 * What the titles of a file say of its list: the town or district that its unit, else its title names, and until when
 * (截至). Null where they say neither. A town named beside its district is meant.
 */
export function saidByTitles(
  titles: readonly string[],
  { list, source, places }: Pick<Statement, 'list' | 'source'> & { readonly places: readonly Place[] },
): Statement | null {
  const text = titles.join(' ').normalize('NFKC')
  const unit = UNIT.exec(text)?.[1] ?? null
  const ground = (unit === null ? null : groundIn(unit, places)) ?? groundIn(text, places)
  const until = untilIn(text)
  if (ground === null && until === null) return null
  return { type: 'list.stated@1', list, source, ground, until, because: 'title' }
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

const UNTIL =
  /(?:截[至止](?:时间|日期)?|as of|until)\s*:?\s*(\d{4})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*日?(?:[\sT]*(\d{1,2})\s*[:时点]\s*(\d{1,2})?)?/i

/** A day or time; 24 o'clock is the day. */
function untilIn(text: string): string | null {
  const found = UNTIL.exec(text)
  if (!found) return null
  const [year, month, date, hour, minute] = found.slice(1).map((part) => part?.padStart(2, '0'))
  const day = `${year}-${month}-${date}`
  const said = hour === undefined || hour === '24' ? day : `${day}T${hour}:${minute ?? '00'}`
  return readMoment('Asia/Shanghai', said) ? said : null
}
