import { contestedOf, formatMoment, type Instant, type Moment, readMoment, type When } from '#geo'
import type { Author, LogEvent, StepRecord } from '../events'
import type { StepEvent, ZoneEvent } from './zone-edits'

/** One line of a zone's file: who did what to it, when, why, and what was seen. */
export interface ZoneDeed {
  readonly event: string
  /** id of the first event of the same append */
  readonly batch: string
  readonly kind:
    | 'drawn'
    | 'reshaped'
    | 'moved'
    | 'merged'
    | 'renamed'
    | 'deleted'
    | 'switched'
    | 'proposed'
    | 'assessed'
    | 'approved'
    | 'declined'
  readonly zone: string
  /** from when it holds; null where the deed has no time of its own */
  readonly at: Moment | null
  /** `at` as printed; where there is none, when it was recorded */
  readonly printedAt: When
  readonly recordedAt: Instant
  readonly by: Author
  readonly because: string | null
  /** the level, the other zone or the name that it came to */
  readonly to: string | null
  readonly heirOf: readonly string[]
  readonly step: (StepRecord & { readonly step: string }) | null
  /** who took it back, and when; null while it holds */
  readonly reversed: {
    readonly by: Author
    readonly recordedAt: Instant
    readonly because: string | null
  } | null
  /** taken beside another one of another author: it does not count until a person chooses */
  readonly contested: boolean
}

/** True for events that belong in a zone's file. */
export function isZoneDeed(event: LogEvent): event is ZoneEvent | StepEvent {
  return /^(zone|transition)\.[a-z]+@1$/.test(event.type)
}

/**
 * Appends whose step stands against another one of another author: what they did to a zone waits until a person
 * chooses. Steps are told apart as the kernel does it.
 */
export function contestedBatches(holding: readonly LogEvent[]): Set<string> {
  const steps = holding.filter((event): event is StepEvent => event.type.startsWith('transition.'))
  const contested = contestedOf(steps.filter(isStep).map(chained))
  return new Set(steps.filter(({ id }) => contested.has(id)).map(({ batch }) => batch))
}

const isStep = (event: LogEvent): event is StepEvent =>
  /^transition\.(proposed|assessed|approved|declined)@1$/.test(event.type)

function chained(event: StepEvent) {
  const { id, zone, transition, step, decision, follows, by } = event
  return {
    ...{ zone, transition, step, decision, event: id, follows: follows ?? null },
    by: by.unit || by.name || null,
    person: by.name || null,
  }
}

/** Every deed of the visible log, also what was taken back, in the order of the log. */
export function zoneDeeds(
  visible: readonly LogEvent[],
  { holding, contested, timezone }: Reading,
): readonly ZoneDeed[] {
  const reversals = new Map<string, Extract<LogEvent, { type: 'event.reversed@1' }>>()
  for (const event of visible)
    if (event.type === 'event.reversed@1' && holding.has(event.id)) reversals.set(event.event, event)
  return visible.filter(isZoneDeed).map((event) => {
    const back = reversals.get(event.id)
    const told = toldOf(event, timezone)
    return Object.freeze({
      ...told,
      printedAt: formatMoment(timezone, told.at ?? { at: event.recordedAt, isDay: false }),
      event: event.id,
      batch: event.batch,
      kind: event.type.slice(event.type.indexOf('.') + 1, -2) as ZoneDeed['kind'],
      recordedAt: event.recordedAt,
      by: event.by,
      reversed: back ? { by: back.by, recordedAt: back.recordedAt, because: back.because ?? null } : null,
      contested: holding.has(event.id) && contested.has(event.batch),
    })
  })
}

interface Reading {
  readonly holding: ReadonlySet<string>
  readonly contested: ReadonlySet<string>
  readonly timezone: string
}

type Told = Pick<ZoneDeed, 'zone' | 'at' | 'because' | 'to' | 'heirOf' | 'step'>

const NOTHING = { at: null, because: null, to: null, heirOf: [], step: null } as const

function toldOf(event: ZoneEvent | StepEvent, timezone: string): Told {
  const at = 'at' in event ? readMoment(timezone, event.at) : null
  switch (event.type) {
    case 'zone.drawn@1': {
      const { id, from, level, heirOf = [] } = event.zone
      return { ...NOTHING, zone: id, at: readMoment(timezone, from), to: level, heirOf }
    }
    case 'zone.reshaped@1':
      return { ...NOTHING, zone: event.zone, at, because: event.because, heirOf: event.heirOf ?? [] }
    case 'zone.moved@1':
      return { ...NOTHING, zone: event.zone, at, because: event.because, to: event.to }
    case 'zone.switched@1':
      return { ...NOTHING, zone: event.zone, at, because: event.because, to: event.policy }
    case 'zone.merged@1':
      return { ...NOTHING, zone: event.zone, at, to: event.into }
    case 'zone.renamed@1':
      return { ...NOTHING, zone: event.zone, to: event.name }
    case 'zone.deleted@1':
      return { ...NOTHING, zone: event.zone, because: event.because }
    default: {
      const { zone, transition, step, decision, takesEffectAt, note, follows, opinions, evidence, accepts } =
        event
      const record = { zone, transition, step, at: event.at, decision, takesEffectAt, note }
      return {
        ...{ ...NOTHING, zone, at, because: note },
        step: { ...record, follows, opinions, evidence, accepts } as ZoneDeed['step'],
      }
    }
  }
}
