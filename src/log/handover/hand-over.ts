import {
  dayOf,
  type Facts,
  formatInstant,
  type HandOverContent,
  type HandOverLine,
  type HandOverWords,
  type Instant,
  readMoment,
  type SignedHandOver,
  type Survey,
  type SurveyOrder,
  startOfDay,
} from '#geo'
import { dutyWithin } from '../workspace/workspace-deeds'
import { AHEAD, aheadLines } from './ahead'
import { changeLines, correctionLines, postLines, signalLines, sourceLines, unplacedLines } from './happened'
import type { HandOverInput } from './input'

/** From when a hand-over speaks: the end of the last one that was signed by both, else the beginning of the day. */
export function beginOf({ handovers = [], pack }: Pick<Facts, 'handovers' | 'pack'>, asOf: Instant): Instant {
  const last = handovers.findLast(({ taken }: SignedHandOver) => taken !== null)
  const end = last ? readMoment(pack.timezone, last.content.to)?.at : undefined
  return end !== undefined && end < asOf ? end : startOfDay(pack.timezone, dayOf(pack.timezone, asOf - 1))
}

/** What one shift hands to the next: out of the answers at its beginning and at its end, and what people did between. */
export function handOver(input: HandOverInput): HandOverContent {
  const { survey, asOf, since, facts } = input
  const { timezone } = facts.pack
  const signals = signalLines(input)
  const unplaced = survey.unplaced
  return {
    from: formatInstant(timezone, since),
    to: formatInstant(timezone, asOf),
    figures: {
      signals: signals.length,
      signalsOpen: survey.signals?.open.length ?? 0,
      unguarded: survey.perimeter?.unguarded ?? null,
      crossings: survey.perimeter?.total ?? null,
      silent: survey.reporting ? survey.reporting.missing.length : null,
      expected: survey.reporting?.expected ?? null,
      unplaced: unplaced?.rows ?? 0,
      held: unplaced?.held.length ?? 0,
      toMove: survey.figures.find(({ id }) => id === 'contactsToMove')?.value ?? null,
    },
    orders: ordersOf(input),
    sections: {
      signals,
      changes: changeLines(input),
      posts: postLines(input),
      orders: orderLines(input),
      ahead: aheadLines(input),
      sources: sourceLines(input),
      unplaced: unplacedLines(input),
      corrections: correctionLines(input),
    },
    ...(facts.headquarters ? { duty: dutyOf(input) } : {}),
  }
}

/** Those on duty at the end and those whose turn begins in the hours looked ahead to; telephones stay on the roster. */
function dutyOf({ facts, asOf }: HandOverInput): NonNullable<HandOverContent['duty']> {
  return dutyWithin(facts, { from: asOf, to: asOf + AHEAD }).map(({ phone: _, ...turn }) => turn)
}

const isOpen = ({ state }: SurveyOrder): boolean => state !== 'closed'
const all = ({ orders }: Survey): readonly SurveyOrder[] => orders?.all ?? []

/** Those that were open at the beginning and those given since, less the closed, are the open ones. */
function ordersOf({ before, survey }: HandOverInput): HandOverContent['orders'] {
  const known = new Map(all(before).map((order) => [order.id, isOpen(order)]))
  const now = all(survey)
  const carried = now.filter(({ id }) => known.get(id) === true)
  const others = now.filter((order) => known.get(order.id) !== true)
  /** given since, or open again */
  const given = others.filter((order) => !known.has(order.id) || isOpen(order))
  const closed = [...carried, ...given].filter((order) => !isOpen(order)).length
  return {
    ...{ carried: carried.length, given: given.length, closed },
    open: carried.length + given.length - closed,
    overdue: survey.orders?.overdue ?? 0,
  }
}

/** The overdue ones and those closed since; of those not due yet the next hours tell. */
function orderLines({ before, survey }: HandOverInput): HandOverLine[] {
  const closedBefore = new Set(
    all(before)
      .filter((order) => !isOpen(order))
      .map(({ id }) => id),
  )
  const late = all(survey).filter(({ state }) => state === 'overdue')
  const closed = all(survey).filter((order) => !isOpen(order) && !closedBefore.has(order.id))
  return [...late, ...closed].map(
    (order): HandOverLine => ({
      at: order.closed ? (order.closed.at ?? order.givenAt) : order.dueAt,
      text: orderText(order),
      note: order.closed?.words ? { key: 'words', values: { words: order.closed.words } } : null,
      right: order.closed
        ? { key: `closed.${order.closed.how}`, values: {} }
        : { key: 'over', values: { minutes: order.overMinutes ?? 0 } },
      tag: order.closed ? null : 'overdue',
    }),
  )
}

export const orderText = ({ unit, text }: SurveyOrder): HandOverWords => ({
  key: 'order',
  values: { unit, text },
})
