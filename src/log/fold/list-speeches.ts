import type { Instant, ListName, ListSource } from '#geo'
import { endOfStatedDay, readMoment, SPEAKING_LISTS } from '#geo'
import type { LogEvent, SourceFile, Speaks } from '../events'

export type Statement = Extract<LogEvent, { type: 'list.stated@1' }>

interface Brought {
  readonly list: ListName
  readonly event: { readonly batch: string; readonly file: SourceFile; readonly speaks?: Speaks }
  readonly knownAt: Instant | null
}

interface Said {
  readonly event: Statement
  readonly knownAt: Instant | null
}

/**
 * What each list speaks for: files that came with a description of the pack for its district, others for the towns in
 * which their rows lie, and what people have said of a file or of a list.
 */
export class ListSpeeches {
  /** batches in which the pack was described */
  readonly #described = new Set<string>()
  readonly #brought: Brought[] = []
  readonly #said: Said[] = []

  describe({ batch }: Pick<LogEvent, 'batch'>): void {
    this.#described.add(batch)
  }

  bring(event: Brought['event'], list: ListName, knownAt: Instant | null): void {
    if (SPEAKING_LISTS.some((one) => one === list)) this.#brought.push({ event, list, knownAt })
  }

  /** Null where it was taken; else why it was not. */
  say(event: Statement, timezone: string, knownAt: Instant | null): 'not-a-value' | null {
    const { ground, until } = event
    if (ground === null && until === null) return 'not-a-value'
    if (until !== null && readMoment(timezone, until) === null) return 'not-a-value'
    this.#said.push({ event, knownAt })
    return null
  }

  /** One entry a file and a statement; those that say the same are one. */
  read(timezone: string): readonly ListSource[] {
    const brought = this.#brought.map((one) => this.#sourceOf(one))
    const said = this.#said.flatMap((one) => statedBy(one, brought, timezone))
    const all = new Map([...brought, ...said].map((one) => [JSON.stringify(one), one]))
    return Object.freeze([...all.values()])
  }

  #sourceOf({ list, event, knownAt }: Brought): ListSource {
    const { file, speaks, batch } = event
    const ground = this.#described.has(batch) || speaks?.ground === 'district' ? 'district' : 'rows'
    return {
      ...{ list, file: file.name, ground, until: null, knownAt },
      ...(speaks?.names ? { names: speaks.names } : {}),
    }
  }
}

/** Where nothing is said of the ground it is that of the file, of a whole list that of each of its files. */
function statedBy({ event, knownAt }: Said, brought: readonly ListSource[], timezone: string): ListSource[] {
  const { list, source, ground } = event
  const until = event.until === null ? null : endOfStated(timezone, event.until)
  const stated = { list, file: source, until, knownAt }
  if (ground !== null) return [{ ...stated, ground }]
  const isOwn = (one: ListSource): boolean => one.list === list && (source === null || one.file === source)
  return brought.filter(isOwn).map((one) => ({ ...one, until, knownAt }))
}

/** A stated day is over at its end. */
function endOfStated(timezone: string, seen: string): ListSource['until'] {
  const moment = readMoment(timezone, seen)
  return moment && endOfStatedDay(timezone, moment)
}
