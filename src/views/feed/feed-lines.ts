import { type Facts, type GivenOrder, LOG_FILE, type Position, type Survey, textAt } from '#geo'
import { rowAt } from '../../export/row-at'
import type { Register, Source } from '../../log/fold/register'
import type { ZoneDeed } from '../../log/fold/zone-deeds'
import type { CorrectedList } from '../../log/hand/correction-faults'
import type { HistoryList, RowHistoryLine, ToldList } from '../../log/hand/row-history'
import { groundOf } from '../hand/ground-line'

/** What the lines of the feed are about, in the order of its filter. */
export const FEED_KINDS = [
  ...(['zones', 'signals', 'cases', 'contacts', 'posts', 'sites', 'rounds'] as const),
  ...(['reports', 'facts', 'places', 'orders', 'workspace', 'files'] as const),
] as const
export type FeedKind = (typeof FEED_KINDS)[number]

/** Where a line is on the map; null where nothing tells. */
export type FeedTarget =
  | { readonly kind: 'zone'; readonly id: string }
  | { readonly kind: 'place'; readonly code: string }
  | { readonly kind: 'spot'; readonly position: Position }

/** One thing that changed. */
export interface FeedLine {
  readonly event: string
  readonly kind: FeedKind
  readonly recordedAt: number
  readonly by: { readonly name: string; readonly unit: string } | null
  readonly what:
    | { readonly of: 'row'; readonly line: RowHistoryLine }
    | { readonly of: 'zone'; readonly deed: ZoneDeed }
    | { readonly of: 'file'; readonly source: Source }
  readonly isTakenBack: boolean
}

/** Of which kind a row of each list is that people write. */
const KIND_OF: Readonly<Record<CorrectedList | ToldList, FeedKind>> = {
  ...({
    signals: 'signals',
    cases: 'cases',
    contacts: 'contacts',
    checks: 'posts',
    passages: 'posts',
  } as const),
  ...({ rounds: 'rounds', reports: 'reports', facts: 'facts', metrics: 'facts' } as const),
  ...({ facilities: 'sites', occupancy: 'sites', places: 'places', orders: 'orders' } as const),
  ...({ workspace: 'workspace', handovers: 'workspace' } as const),
}
const kindOf = (list: HistoryList): FeedKind =>
  list in KIND_OF ? KIND_OF[list as keyof typeof KIND_OF] : 'files'

/** Everything that changed, newest first: rows by hand, zones and their steps, files. What was taken back stays, as such. */
export function feedLines({
  rowHistory,
  zoneDeeds,
  sources,
}: Pick<Register, 'rowHistory' | 'zoneDeeds' | 'sources'>): readonly FeedLine[] {
  const rows = rowHistory.map(
    (line): FeedLine => ({
      ...{ event: line.event, kind: kindOf(line.list), recordedAt: line.recordedAt, by: line.by },
      ...{ what: { of: 'row', line }, isTakenBack: line.reversed !== null },
    }),
  )
  const zones = zoneDeeds.map(
    (deed): FeedLine => ({
      ...{ event: deed.event, kind: 'zones', recordedAt: deed.recordedAt, by: deed.by },
      ...{ what: { of: 'zone', deed }, isTakenBack: deed.reversed !== null },
    }),
  )
  const files = sources.map(
    (source): FeedLine => ({
      ...{ event: source.event, kind: 'files', recordedAt: source.recordedAt, by: source.by },
      ...{ what: { of: 'file', source }, isTakenBack: false },
    }),
  )
  return [...rows, ...zones, ...files].sort(
    (a, b) => b.recordedAt - a.recordedAt || (a.event < b.event ? 1 : -1),
  )
}

/** How many lines there are of each kind that has any. */
export function feedCounts(lines: readonly FeedLine[]): readonly (readonly [FeedKind, number])[] {
  const counts = new Map<FeedKind, number>()
  for (const { kind } of lines) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return FEED_KINDS.flatMap((kind) => (counts.has(kind) ? [[kind, counts.get(kind)!] as const] : []))
}

type Ground = Pick<Register, 'rowHistory'> & Facts

/** Where a line is, as its row, its order or its zone says. */
export function targetOf(line: FeedLine, facts: Ground): FeedTarget | null {
  const { what } = line
  if (what.of === 'file' || line.kind === 'workspace') return null
  if (what.of === 'zone') return zoneTarget(what.deed.zone, facts)
  const { list, row } = what.line
  if (list === 'orders') return orderTarget(row, facts)
  if (list === 'places') return placeTarget(row, facts)
  if (list === 'facilities') return facilityTarget(row, facts)
  if (list === 'occupancy' || list === 'passages') return facilityTarget(row.split('|')[0]!, facts)
  return cellTarget(cellsOf(what.line, facts), facts)
}

const zoneTarget = (id: string, { zones }: Facts): FeedTarget | null =>
  zones.some((zone) => zone.id === id) ? { kind: 'zone', id } : null

const placeTarget = (code: string, { places }: Facts): FeedTarget | null =>
  places.some((place) => place.code === code) ? { kind: 'place', code } : null

function orderTarget(id: string, facts: Facts): FeedTarget | null {
  const order = (facts.givenOrders ?? []).find((one) => one.id === id)
  return order ? subjectTarget(order.subject, facts) : null
}

function subjectTarget(subject: GivenOrder['subject'], facts: Facts): FeedTarget | null {
  switch (subject.kind) {
    case 'crossing':
      return { kind: 'spot', position: subject.position }
    case 'unit':
      return placeTarget(subject.place, facts)
    case 'round':
      return cellTarget({ zone: subject.zone, place: subject.place }, facts)
    case 'fact':
    case 'condition':
      return zoneTarget(subject.zone, facts)
    default:
      return null
  }
}

type Cells = Readonly<Record<string, unknown>>

/** What the row says of where it is: as it stands, else as it was entered, else as its identity says. */
function cellsOf({ list, row, at, set }: RowHistoryLine, facts: Ground): Cells {
  if (list !== 'signals' && at?.row != null && at.file !== LOG_FILE) {
    const found = rowAt(facts, { file: at.file, row: at.row, segment: at.segment ?? null })
    if (found) return Object.fromEntries(found.cells)
  }
  const entered = facts.rowHistory.find(
    (one) => one.list === list && one.row === row && one.kind === 'entered',
  )
  const told = [...(entered?.set ?? []), ...set].map(({ field, after }) => [field, after] as const)
  const [zone, place] = list === 'rounds' ? row.split('|') : []
  const named = list === 'cases' ? placeOfCase(row, facts) : null
  return { zone: zone || null, place: place || named, ...Object.fromEntries(told) }
}

function placeOfCase(id: string, { cases }: Facts): string | null {
  const code = cases.id.values.indexOf(id)
  const row = code < 0 ? -1 : cases.id.codes.indexOf(code)
  return row < 0 ? null : textAt(cases.place, row)
}

function cellTarget({ zone, place, lng, lat, checkpoint }: Cells, facts: Facts): FeedTarget | null {
  if (typeof checkpoint === 'string') return facilityTarget(checkpoint, facts)
  if (typeof lng === 'number' && typeof lat === 'number') return { kind: 'spot', position: [lng, lat] }
  if (typeof place === 'string') return placeTarget(place, facts)
  return typeof zone === 'string' ? zoneTarget(zone, facts) : null
}

/** Where a facility stands: its position, else its place. */
function facilityTarget(id: string, facts: Facts): FeedTarget | null {
  const found = facts.facilities.find((one) => one.id === id)
  if (found?.position) return { kind: 'spot', position: found.position }
  return found?.place ? placeTarget(found.place, facts) : null
}

/** A lowering of theirs is asked for, under way or ordered: what concerns them now is looked at first. */
const ASSESSED: ReadonlySet<string> = new Set(['toAssess', 'toApprove', 'approved', 'suspended'])

/** Printed codes of the zones under assessment on whose ground the line lies. */
export function assessedBy(
  target: FeedTarget | null,
  facts: Facts,
  survey: Survey,
): readonly { readonly zh: string; readonly en: string }[] {
  if (!target) return []
  const zones = survey.zones.filter(({ word, loweringWord }) => ASSESSED.has(loweringWord ?? word))
  if (zones.length === 0) return []
  if (target.kind === 'zone') return zones.filter(({ id }) => id === target.id).map(({ code }) => code)
  const at =
    target.kind === 'place'
      ? { code: target.code, position: null }
      : { code: null, position: target.position }
  const on = new Set(groundOf(at, facts, survey).zones.map(({ id }) => id))
  return zones.filter(({ id }) => on.has(id)).map(({ code }) => code)
}
