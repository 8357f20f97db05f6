import type { DutyTurn, Headquarters, Instant, PackDescription } from '#geo'
import { readMoment } from '#geo'
import type { LogEvent } from '../events'
import type { WorkspaceBody } from './workspace-body'

export type WorkspaceEvent = Extract<LogEvent, WorkspaceBody>

export const isStated = (event: LogEvent): event is WorkspaceEvent => event.type === 'workspace.stated@1'

interface Stated {
  readonly pack: PackDescription
  /** null where nobody stated anything of it */
  readonly headquarters: Headquarters | null
}

/** A description with what people stated over it, field by field, the last statement of each field. */
export function statedOver(described: PackDescription, events: readonly WorkspaceEvent[]): Stated {
  let [pack, headquarters]: [PackDescription, Headquarters | null] = [described, null]
  for (const { title, reporting, guardDistanceM, issuer, duty } of events) {
    pack = {
      ...pack,
      ...(title === undefined ? {} : { title }),
      ...(reporting === undefined ? {} : { reporting }),
      ...(guardDistanceM === undefined ? {} : { perimeter: { guardDistanceM } }),
    }
    const before: Headquarters = headquarters ?? { issuer: null, duty: [] }
    if (issuer !== undefined) headquarters = { ...before, issuer }
    if (duty !== undefined) headquarters = { ...(headquarters ?? before), duty }
  }
  return { pack, headquarters }
}

/** The fields of a statement as its history shows them. */
export function statedValues({
  title,
  reporting,
  guardDistanceM,
  issuer,
  duty,
}: WorkspaceBody): Record<string, string | number | null> {
  return {
    title: title ? (title.zh ?? title.en) : null,
    reporting: reporting ? [reporting.kind, reporting.cutoff, ...reporting.items].join(' ') : null,
    guardDistanceM: guardDistanceM ?? null,
    issuer: issuer ?? null,
    duty: duty ? duty.length : null,
  }
}

type Roster = { readonly headquarters?: Headquarters; readonly pack: PackDescription }

/** Those on duty within a span that begins before it ends, in the order of their turns. */
export function dutyWithin(
  { headquarters, pack }: Roster,
  span: { readonly from: Instant; readonly to: Instant },
): readonly DutyTurn[] {
  const instantOf = (text: string): number => readMoment(pack.timezone, text)?.at ?? Number.NaN
  return (headquarters?.duty ?? [])
    .filter(({ from, to }) => instantOf(from) < span.to && span.from < instantOf(to))
    .toSorted((a, b) => instantOf(a.from) - instantOf(b.from))
}

/** Those on duty at an instant. */
export const onDutyAt = (roster: Roster, at: Instant): readonly DutyTurn[] =>
  dutyWithin(roster, { from: at, to: at + 1 })
