import type { Transition } from '../policy/policy'
import { type Asked, type Awaited, met, unmet } from './asked'
import { askDays } from './days'
import { askEvent, type Raise } from './event'
import type { PlannedLeaf } from './planned'
import { askNoRaise } from './raises'
import {
  DAYS_IN_LEVEL,
  eventSentence,
  RAISE_DUE,
  SIGNAL_OPEN,
  STEP_UNREAD,
  STRICTER_AROUND,
  STRICTER_INSIDE,
} from './sentences'
import { askSignals } from './signals'
import { askUnread, askUnreadStays, stepRowsUnread } from './unread'

const ownLeaf = { mark: null, authority: 'national', anyOf: null, reading: false, looksAt: [] } as const

/** The event that moves a zone at once. */
export const eventLeaf = (transition: Raise): PlannedLeaf => ({
  ...ownLeaf,
  ...eventSentence(transition),
  id: 'on',
  reading: transition.reading ?? false,
  quiet: false,
  ask: (asked) => askEvent(asked, transition),
})

/** So many days at the level. */
export const daysInLevel = (days: number): PlannedLeaf => ({
  ...ownLeaf,
  ...DAYS_IN_LEVEL,
  id: 'minDaysInLevel',
  quiet: false,
  ask: (asked) => askDays(asked, { days: { since: { event: 'level.entered' }, gte: days } }),
})

const noStricter = ({ policy, zone }: Asked): Awaited['until'] => ({
  isAtMost: policy.levels.find(({ id }) => id === zone.level)?.rank ?? 0,
})

/** A surrounding zone is not due while a stricter one lies inside it, or may. */
export const NOTHING_STRICTER: PlannedLeaf = {
  ...ownLeaf,
  ...STRICTER_INSIDE,
  id: 'stricterInside',
  quiet: true,
  ask: (asked) => {
    const { ids, unread } = asked.stricterInside()
    const figures = { have: ids.length, zones: ids.join(' ') }
    if (ids.length > 0)
      return unmet('stricter-inside', {
        figures,
        awaits: { ids, atLeast: ids.length, until: noStricter(asked) },
      })
    const none = met(null, { figures })
    return askUnread(asked, unread) ?? askUnreadStays(asked, none) ?? none
  },
}

/** A zone is not due to go lower while it is due to become stricter, whole or in a part. */
export const noneDue = (raises: readonly Raise[]): PlannedLeaf => ({
  ...ownLeaf,
  ...RAISE_DUE,
  id: 'raiseDue',
  quiet: true,
  looksAt: raises.map(({ on }) => on),
  ask: (asked) => askNoRaise(asked, raises),
})

/** A zone with stricter ones all round does not go lower between them, nor where there may be. */
export const nothingAround = ({ to, despiteStricterInside }: Transition): PlannedLeaf => ({
  ...ownLeaf,
  ...STRICTER_AROUND,
  id: 'stricterAround',
  quiet: true,
  ask: (asked) => {
    const { ids, unread } = asked.heldBy(to)
    const [weakest] = ids
    const figures = { have: weakest === undefined ? 0 : 1, zones: weakest ?? '' }
    if (ids.length > 0)
      return unmet('stricter-around', { figures, awaits: { ids, atLeast: 1, until: noStricter(asked) } })
    const none = met(null, { figures })
    const unreadStays = despiteStricterInside ? askUnreadStays(asked, none) : null
    return askUnread(asked, unread) ?? unreadStays ?? none
  },
})

/** A lowering holds back while a signal is open that lies, or may lie, on the ground of the zone. */
export const NO_OPEN_SIGNAL: PlannedLeaf = {
  ...ownLeaf,
  ...SIGNAL_OPEN,
  id: 'signalOpen',
  quiet: true,
  ask: askSignals,
}

/**
 * A lowering holds back while a signal of its ground is open that only a file tells, and what was approved of it while a step that nobody could
 * read may have sent it back.
 */
export const noUnreadStep = (transition: Transition): PlannedLeaf => ({
  ...ownLeaf,
  ...STEP_UNREAD,
  id: 'stepUnread',
  quiet: true,
  ask: (asked) => {
    const steps = asked.unreadSteps(transition)
    return steps.length === 0 ? met(null) : stepRowsUnread(steps, met(null))
  },
})
