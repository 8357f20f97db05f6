import { dayOf, PASSAGE_FIGURES, readMoment } from '#geo'
import { type HandFault, isCount, type SaidAt, timeFault } from './field-faults'
import type { PassageRecord } from './passage-body'

/** The first thing that is missing or cannot be of who passed a post, in the order of its fields. */
export function passageFault(passage: PassageRecord, { facts, now }: SaidAt): HandFault | null {
  const isPost = facts.facilities.some(({ id, kind }) => id === passage.checkpoint && kind === 'checkpoint')
  if (!isPost) return { field: 'checkpoint', code: 'no-such-post' }
  const { timezone } = facts.pack
  const day = readMoment(timezone, passage.day)
  if (!day) return { field: 'day', code: 'no-time' }
  if (dayOf(timezone, day.at) !== dayOf(timezone, now)) {
    const untimely = timeFault('day', passage.day, { facts, now })
    if (untimely) return untimely
  }
  const wrong = PASSAGE_FIGURES.find((name) => passage[name] !== null && !isCount(passage[name]))
  if (wrong) return { field: wrong, code: 'no-whole-number' }
  return PASSAGE_FIGURES.every((name) => passage[name] === null)
    ? { field: 'vehicles', code: 'no-passage' }
    : null
}
