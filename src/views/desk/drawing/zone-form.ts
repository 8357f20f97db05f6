import {
  type Facts,
  formatInstant,
  formatMoment,
  type Instant,
  type Policy,
  readMoment,
  staysAt,
  type ZoneStay,
} from '#geo'
import type { Body } from '../../../log/events'
import type { Draft } from '../../../map/drawing/draft'
import type { Preview } from '../../../map/drawing/preview'
import { drawZone } from '../../../operations/draw-zone'
import { mergeZones } from '../../../operations/merge-zones'
import { reshapeZone } from '../../../operations/reshape-zone'
import { splitZone } from '../../../operations/split-zone'
import { nextZoneId } from './zone-code'

/** What saving would write. */
export type SheetKind = 'new' | 'edit' | 'split' | 'merge'

/** What a person fills in. Times are `YYYY-MM-DDTHH:MM` on the pack's clock. */
export interface ZoneForm {
  id: string
  name: string
  level: string
  from: string
  since: 'now' | 'beginning'
  because: string
  /** zones that the other parts of a split become */
  others: { id: string; name: string }[]
}

export interface SheetFacts {
  readonly facts: Facts
  readonly asOf: Instant
  readonly policy: Policy | null
  readonly draft: Draft
  readonly preview: Preview
}

/** New ground is a new zone; the chosen zone's own ground is an edit of it. */
export function sheetKind({ tool, zone }: Draft): SheetKind {
  if (tool === 'split') return 'split'
  if (tool === 'merge') return 'merge'
  return zone !== null && tool !== 'ring' && tool !== 'buffer' ? 'edit' : 'new'
}

/** The stay that is changed; null for a new zone. */
export function stayOf({
  facts,
  asOf,
  draft,
}: Pick<SheetFacts, 'facts' | 'asOf' | 'draft'>): ZoneStay | null {
  return staysAt(facts, asOf).find(({ id }) => id === draft.zone) ?? null
}

/** The form as it opens. */
export function newForm(sheet: SheetFacts, level: string): ZoneForm {
  const { facts, asOf, policy, preview } = sheet
  const stay = stayOf(sheet)
  const kind = sheetKind(sheet.draft)
  const own = policy?.levels.find(({ id }) => id === level) ?? null
  const first = nextZoneId(facts, own)
  const number = Number(/\d+$/.exec(first)?.[0] ?? 1)
  const others = preview.parts.slice(1).map((_, i) => ({
    id: first.replace(/\d+$/, String(number + i).padStart(2, '0')),
    name: stay ? `${stay.name} ${i + 2}` : '',
  }))
  return {
    id: kind === 'new' ? first : (stay?.id ?? first),
    name: kind === 'new' ? '' : (stay?.name ?? ''),
    level,
    from: formatInstant(facts.pack.timezone, asOf).slice(0, 16),
    since: 'now',
    because: '',
    others,
  }
}

/** The first field that keeps the form from being saved; null is none. */
export function missingField(
  form: ZoneForm,
  { facts, draft }: Pick<SheetFacts, 'facts' | 'draft'>,
): 'name' | 'code' | 'because' | 'from' | null {
  const kind = sheetKind(draft)
  const used = new Set(facts.zones.map(({ id }) => id))
  const news = kind === 'new' ? [form] : kind === 'split' ? form.others : []
  if (news.some(({ name }) => name.trim() === '')) return 'name'
  const ids = news.map(({ id }) => id.trim())
  if (ids.some((id) => id === '' || used.has(id)) || new Set(ids).size < ids.length) return 'code'
  if (kind !== 'new' && form.because.trim() === '') return 'because'
  return readMoment(facts.pack.timezone, form.from) ? null : 'from'
}

/** The events that save the draft: one append, one step of undo. Empty where there is nothing to save. */
export function saveDrafts(form: ZoneForm, sheet: SheetFacts): Body[] {
  const { facts, preview, draft, asOf } = sheet
  const zone = facts.pack.timezone
  const at = formatInstant(zone, readMoment(zone, form.from)!.at)
  const stay = stayOf(sheet)
  const because = form.because.trim()
  const record = { id: form.id.trim(), name: form.name.trim(), level: form.level, from: at, policy: null }
  const kind = sheetKind(draft)
  if (kind === 'new') return preview.ground ? drawZone(record, preview.ground) : []
  if (!stay) return []
  if (kind === 'edit') {
    const since = form.since === 'now' ? at : formatMoment(zone, stay.from)
    return preview.ground ? reshapeZone(stay, preview.ground, { at: since, because }) : []
  }
  if (kind === 'merge') {
    const other = staysAt(facts, asOf).find(({ id }) => id === draft.work.other)
    return other && preview.ground ? mergeZones({ stay, other, ground: preview.ground }, { at, because }) : []
  }
  const [kept, ...grounds] = preview.parts
  if (!kept || grounds.length === 0) return []
  const others = grounds.map((ground, i) => ({
    zone: { ...record, ...form.others[i]!, level: stay.level, policy: stay.policy },
    ground,
  }))
  return splitZone(stay, { kept, others }, { at, because })
}
