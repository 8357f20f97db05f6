import {
  type ConditionAnswer,
  hierarchyOf,
  type LineCrossing,
  type OrderRow,
  type Survey,
  type UnplacedRow,
} from '#geo'
import { placeInFile, whyText } from '../../briefing/unplaced/unplaced'
import { listName } from '../../briefing/unplaced/unplaced-words'
import { formatCount, formatDay } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { zoneTitle } from '../../i18n/zone-title'
import type { ProposedOrder } from '../../stores/use-hand-panel'
import { useSituation } from '../../stores/use-situation'

/** What each gap proposes to whoever gives an order for it: what is to be done, and the town in which it lies. */
export function useGapOrders(survey: () => Survey) {
  const { locale, t } = useLocale()
  const situation = useSituation()

  const townName = (code: string | null | undefined): string | null =>
    (code && survey().towns.find((town) => town.code === code)?.name) || null
  const zoneOf = (id: string) => survey().zones.find((zone) => zone.id === id) ?? null
  const titleOf = (id: string): string => {
    const zone = zoneOf(id)
    return zone ? zoneTitle(zone, locale.value) : id
  }

  /** A road that nobody guards where it cuts a line. */
  function crossing(line: { readonly id: string; readonly name: string }, at: LineCrossing): ProposedOrder {
    const gap = survey().perimeter?.gaps.find(
      ({ crossing: { position } }) => String(position) === String(at.position),
    )
    const post = situation.register.facilities.find(({ id }) => id === at.checkpoint)
    const found = at.post === 'short' || at.post === 'empty' ? at.post : 'noRecord'
    const key = at.checkpoint ? found : 'post'
    const zone = zoneOf(line.id)?.code[locale.value] ?? line.name
    return {
      subject: { kind: 'crossing', line: line.id, position: at.position },
      text: t(`orders.propose.${key}`, {
        ...{
          zone,
          road: at.road ?? t('desk.inspector.unnamedRoad'),
          post: post?.name ?? at.checkpoint ?? '',
        },
      }),
      town: townName(gap?.town ?? zoneOf(line.id)?.town),
    }
  }
  /** A unit from which nothing has come for the day. */
  function unit(silent: {
    readonly code: string
    readonly name: string
    readonly town: string
  }): ProposedOrder {
    const day = survey().reporting?.day ?? survey().day
    return {
      subject: { kind: 'unit', place: silent.code, day },
      text: t('orders.propose.unit', { name: silent.name, day: formatDay(day, locale.value) }),
      town: silent.town || null,
    }
  }
  /** A place where people of a round are still to be sampled. */
  function unsampled(
    row: { readonly code: string; readonly name: string; readonly missing: number },
    round: string,
  ): ProposedOrder {
    return {
      subject: { kind: 'round', zone: null, place: row.code, round },
      text: t('orders.propose.round', { name: row.name, round, n: formatCount(row.missing) }),
      town: townName(townAbove(row.code)),
    }
  }
  const townAbove = (code: string): string | null => hierarchyOf(situation.register.places).townOf(code)
  /** A fact that a condition of a zone waits for. */
  const fact = (zone: string, asked: { readonly name: string; readonly title: string }): ProposedOrder => ({
    subject: { kind: 'fact', zone, fact: asked.name },
    text: t('orders.propose.fact', { zone: titleOf(zone), fact: asked.title }),
    town: townName(zoneOf(zone)?.town),
  })
  /** A condition that somebody has to do something for. */
  const condition = (zone: string, transition: string, one: ConditionAnswer): ProposedOrder => ({
    subject: { kind: 'condition', zone, transition, condition: one.id },
    text: t('orders.propose.condition', { zone: titleOf(zone), condition: one[locale.value] }),
    town: townName(zoneOf(zone)?.town),
  })
  /** Rows of one file and cause that nobody has placed. */
  function rows(own: readonly UnplacedRow[]): ProposedOrder | null {
    const [first] = own
    if (!first) return null
    const towns = new Set(own.flatMap(({ near }) => near.map(townAbove)))
    return {
      subject: { kind: 'rows', list: first.list, rows: own.map(rowRef) },
      text: t('orders.propose.rows', {
        ...{ list: listName(first, locale.value), why: whyText(first, locale.value) },
        place: placeInFile({ file: first.file, rows: own }, locale.value),
      }),
      town: towns.size === 1 ? townName([...towns][0]) : null,
    }
  }
  return { crossing, unit, unsampled, fact, condition, rows }
}

const rowRef = ({ file, row, segment }: UnplacedRow): OrderRow => ({ file, row, segment })
