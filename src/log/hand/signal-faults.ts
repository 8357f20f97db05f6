import { type Facts, isOfEarlierCase, readMoment, type Signal } from '#geo'
import { groundFault, type HandFault, reasonFault, type SaidAt, timeFault } from './field-faults'
import type { SignalBody, SignalRecord } from './signal-body'
import { heldNumber } from './signal-deeds'

/** More than one signal can be of: a number beyond is one of something else. */
const MOST = { tubes: 10_000, people: 100_000 } as const

/** The first thing that is missing or cannot be of what is said of a signal, in the order of its fields. */
export function signalFault(body: SignalBody, said: SaidAt): HandFault | null {
  if (body.type === 'signal.reported@1') return recordFault(body.signal, said)
  const signal = (said.facts.signals ?? []).find(({ id }) => id === body.signal)
  if (!signal) return { field: 'signal', code: 'no-such-signal' }
  return body.type === 'signal.withdrawn@1' ? reasonFault(body.because) : decisionFault(body, signal, said)
}

function recordFault(record: SignalRecord, said: SaidAt): HandFault | null {
  return groundFault(record, said) ?? countFault(record) ?? timeFault('at', record.at, said)
}

/** Of a tube or a person it must be said how many there are; of anything else it may be open. */
function countFault({ kind, tubes, people }: SignalRecord): HandFault | null {
  if (tubes !== null && !isCount(tubes, MOST.tubes)) return { field: 'tubes', code: 'no-count' }
  if (people !== null && !isCount(people, MOST.people)) return { field: 'people', code: 'no-count' }
  if (kind === 'other' || tubes !== null || people !== null) return null
  return { field: kind === 'pooled' ? 'tubes' : 'people', code: 'no-count' }
}

const isCount = (value: number, most: number): boolean =>
  Number.isSafeInteger(value) && value >= 1 && value <= most

function decisionFault(
  { outcome, case: number, at }: Extract<SignalBody, { type: 'signal.decided@1' }>,
  signal: Signal,
  said: SaidAt,
): HandFault | null {
  if (outcome === 'case' && (number ?? '').trim() === '') return { field: 'id', code: 'no-number' }
  if (number !== null && heldNumber(number) !== number) return { field: 'id', code: 'personal' }
  if (outcome === 'case' && isBefore(said.facts, number!, signal))
    return { field: 'id', code: 'case-before-signal' }
  const moment = readMoment(said.facts.pack.timezone, at)
  if (moment && moment.at < signal.at.at) return { field: 'at', code: 'before-signal' }
  return timeFault('at', at, said)
}

/** A case of that number was reported before the day of the signal: it is another one. */
function isBefore(facts: Facts, number: string, signal: Signal): boolean {
  const { cases } = facts
  const code = cases.id.values.indexOf(number.trim())
  const row = code < 0 ? -1 : cases.id.codes.indexOf(code)
  return row >= 0 && isOfEarlierCase(facts, row, signal)
}
