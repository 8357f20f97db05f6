import type { DutyTurn, Facts, PackDescription } from '#geo'
import type { WorkspaceBody, WorkspaceSettings } from '../../log/workspace/workspace-body'
import { momentTyped, namesTyped } from '../hand/forms/as-typed'

export type ReportingUnit = NonNullable<PackDescription['reporting']>['kind']
/** Units that report, from large to small. */
export const REPORTING_UNITS: readonly ReportingUnit[] = ['town', 'village', 'grid', 'compound']

/** One turn of duty as its row is typed. */
export type TurnFields = { [Field in keyof DutyTurn]: string }

/** The settings as their fields are typed. */
export interface SettingsFields {
  zh: string
  en: string
  /** empty: nobody has to report */
  unit: ReportingUnit | ''
  cutoff: string
  items: string
  guardDistanceM: string
  issuer: string
  duty: TurnFields[]
}

const typedTime = (text: string): string => text.slice(0, 16).replace('T', ' ')

/** The fields of what holds now. */
export function settingsFields({ pack, headquarters }: Pick<Facts, 'pack' | 'headquarters'>): SettingsFields {
  const { title, reporting, perimeter } = pack
  return {
    ...{ zh: title.zh ?? '', en: title.en ?? '' },
    unit: reporting?.kind ?? '',
    cutoff: reporting?.cutoff ?? '',
    items: reporting?.items.join('、') ?? '',
    guardDistanceM: String(perimeter.guardDistanceM),
    issuer: headquarters?.issuer ?? '',
    duty: (headquarters?.duty ?? []).map((turn) => ({
      ...{ role: turn.role, name: turn.name, unit: turn.unit ?? '', phone: turn.phone ?? '' },
      ...{ from: typedTime(turn.from), to: typedTime(turn.to) },
    })),
  }
}

const orNull = (text: string): string | null => text.trim() || null
/** 8:00 and 08：00 are 08:00; anything else stays, so that it is said */
function clockTyped(typed: string): string {
  const text = typed.trim().normalize('NFKC')
  return /^\d:/.test(text) ? `0${text}` : text
}

function settingsTyped(fields: SettingsFields, timezone: string): WorkspaceSettings {
  const { unit, cutoff, items, guardDistanceM } = fields
  return {
    title: { zh: orNull(fields.zh), en: orNull(fields.en) },
    reporting:
      unit === ''
        ? null
        : { kind: unit, cutoff: clockTyped(cutoff), items: namesTyped(items).split(';').filter(Boolean) },
    guardDistanceM: guardDistanceM.trim() === '' ? Number.NaN : Number(guardDistanceM.normalize('NFKC')),
    issuer: orNull(fields.issuer),
    duty: fields.duty.map((turn) => ({
      ...{
        role: turn.role.trim(),
        name: turn.name.trim(),
        unit: orNull(turn.unit),
        phone: orNull(turn.phone),
      },
      from: momentTyped(timezone, turn.from) ?? '',
      to: momentTyped(timezone, turn.to) ?? '',
    })),
  }
}

const SETTINGS = ['title', 'reporting', 'guardDistanceM', 'issuer', 'duty'] as const

/** What the fields say beyond what holds; null where they say the same. */
export function statementOf(
  fields: SettingsFields,
  facts: Pick<Facts, 'pack' | 'headquarters'>,
): WorkspaceBody | null {
  const { timezone } = facts.pack
  const [now, then] = [settingsTyped(fields, timezone), settingsTyped(settingsFields(facts), timezone)]
  const changed = SETTINGS.filter((name) => JSON.stringify(now[name]) !== JSON.stringify(then[name]))
  if (changed.length === 0) return null
  return { type: 'workspace.stated@1', ...Object.fromEntries(changed.map((name) => [name, now[name]])) }
}
