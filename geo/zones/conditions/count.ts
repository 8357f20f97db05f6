import { lapseAfterDays, printMoment } from '../days'
import type { CaseFilter, Comparison } from '../policy'
import { countSeen, type Occurrence } from '../record'
import { type Asked, evidenceOf, type LeafAnswer, met, unknown, unmet } from './asked'
import { isStated } from './clocks'
import { limitOf, satisfies } from './compare'
import { passes } from './filter'

interface Count {
  readonly count: {
    readonly event: string
    readonly withinDays: number
    readonly filter?: CaseFilter
  } & Comparison
}

/** At most so many rows are shown as evidence. */
const SHOWN = 20

/** How many such events lie at most `withinDays` calendar days back. */
export function askCount(asked: Asked, { count }: Count): LeafAnswer {
  const all = asked.record.events.get(count.event) ?? []
  const figures = { n: limitOf(count), have: null, of: limitOf(count), within: count.withinDays }
  if (!isStated(asked, count.event) && all.length === 0) return unknown('list-unknown', { figures })
  const recent: Occurrence[] = []
  let doubtful = 0
  for (const one of all.slice(0, countSeen(all, asked.seen))) {
    if (lapseAfterDays(asked.timezone, one, count.withinDays).at <= asked.at) continue
    const through = passes(count.filter, one)
    if (through === null) doubtful++
    else if (through) recent.push(one)
  }
  const have = recent.length
  const more = {
    figures: { ...figures, have },
    evidence: recent.slice(-SHOWN).flatMap((one) => evidenceOf(asked, one)),
  }
  const holds = satisfies(have, count)
  if (doubtful > 0 && holds !== satisfies(have + doubtful, count)) return unknown('not-stated', more)
  const turn = nextTurn(asked, recent, { count, holds })
  if (holds) return met(null, { ...more, until: turn })
  return unmet(turn ? 'days-left' : 'count', {
    ...more,
    at: turn,
    figures: { ...more.figures, date: printMoment(asked.timezone, turn) },
  })
}

/** When events falling out of the window turn the answer, if nothing new happens. */
function nextTurn(
  asked: Asked,
  recent: readonly Occurrence[],
  { count, holds }: { count: Count['count']; holds: boolean },
) {
  for (let gone = 1; gone <= recent.length; gone++) {
    const lapse = lapseAfterDays(asked.timezone, recent[gone - 1]!, count.withinDays)
    const next = recent[gone] && lapseAfterDays(asked.timezone, recent[gone]!, count.withinDays)
    if (next?.at === lapse.at) continue
    if (satisfies(recent.length - gone, count) !== holds) return lapse
  }
  return null
}
