import { LOG_FILE, readMoment, type Signal } from '#geo'
import type { LogEvent } from '../events'
import { heldIn } from '../personal/kept-text'
import type { SignalType } from './signal-body'

export type SignalEvent = Extract<LogEvent, { type: SignalType }>
type Decided = Extract<SignalEvent, { type: 'signal.decided@1' }>

/** What an event of a signal is told of beside its body. */
interface Placed {
  readonly line: number
  readonly timezone: string
  /** since when it is known; null: from the beginning */
  readonly knownAt: number | null
}

/** A text as that column of the list of cases would keep it; null where it is of a person. */
const heldOf = (column: string, text: string | null): string | null =>
  text === null ? null : heldIn('cases', column, text)

/** The number of a case as the list of cases would keep it; null where it is of a person. */
export const heldNumber = (number: string | null): string | null => heldOf('id', number)

/** Signals as people have told them, in the order of the log. */
export class SignalDeeds {
  readonly #told = new Map<string, Signal>()

  /** Null where the deed was done; else why it was not. */
  say(event: SignalEvent, placed: Placed): 'no-such-row' | 'not-a-value' | null {
    switch (event.type) {
      case 'signal.reported@1':
        return this.#report(event, placed)
      case 'signal.decided@1':
        return this.#decide(event, placed)
      case 'signal.withdrawn@1':
        return this.#told.delete(event.signal) ? null : 'no-such-row'
    }
  }

  #report(
    { id, signal }: Extract<SignalEvent, { type: 'signal.reported@1' }>,
    { line, timezone, knownAt }: Placed,
  ): 'not-a-value' | null {
    const at = readMoment(timezone, signal.at)
    if (!at) return 'not-a-value'
    const { kind, position, tubes, people } = signal
    const place = heldOf('place', signal.place)
    const origin = { file: LOG_FILE, row: line, segment: null, knownAt }
    this.#told.set(id, { ...{ id, kind, at, place, position, tubes, people }, decisions: [], origin })
    return null
  }

  /** One that is decided before it was reported was not decided: it stays open. */
  #decide(event: Decided, { timezone, knownAt }: Placed): 'no-such-row' | 'not-a-value' | null {
    const signal = this.#told.get(event.signal)
    if (!signal) return 'no-such-row'
    const at = readMoment(timezone, event.at)
    if (!at || at.at < signal.at.at) return 'not-a-value'
    const decision = { at, outcome: event.outcome, case: heldNumber(event.case), event: event.id, knownAt }
    this.#told.set(signal.id, { ...signal, decisions: [...signal.decisions, decision] })
    return null
  }

  read(): readonly Signal[] {
    return Object.freeze([...this.#told.values()])
  }
}

/** What a deed of a signal sets, under the names that the columns of `signals.csv` have. */
export function signalValues(event: SignalEvent): Readonly<Record<string, unknown>> {
  if (event.type === 'signal.withdrawn@1') return {}
  if (event.type === 'signal.decided@1')
    return { outcome: event.outcome, case: heldNumber(event.case), decidedAt: event.at }
  const { position, ...said } = event.signal
  return {
    ...said,
    place: heldOf('place', said.place),
    lng: position?.[0] ?? null,
    lat: position?.[1] ?? null,
  }
}
