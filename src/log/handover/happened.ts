import {
  decisionAt,
  formatInstant,
  formatMoment,
  type HandOverLine,
  type HandOverValue,
  type Moment,
} from '#geo'
import type { RowHistoryLine } from '../hand/row-history'
import type { ShownCell } from '../identity/changes'
import type { HandOverInput } from './input'

const isWithin = ({ since, asOf }: HandOverInput, { at }: Moment): boolean => at > since && at <= asOf

const zonesOf = (
  { survey }: HandOverInput,
  ids: readonly string[],
): { readonly zh: string; readonly en: string } => {
  const codes = survey.zones.filter(({ id }) => ids.includes(id)).map(({ code }) => code)
  return { zh: codes.map(({ zh }) => zh).join(' '), en: codes.map(({ en }) => en).join(' ') }
}

/** Signals reported or decided since, and those that are open still. */
export function signalLines(input: HandOverInput): HandOverLine[] {
  const { facts, survey, asOf } = input
  const { timezone } = facts.pack
  const open = new Map((survey.signals?.open ?? []).map((one) => [one.id, one]))
  return (facts.signals ?? []).flatMap((signal): HandOverLine[] => {
    const decision = decisionAt(facts, signal, asOf)
    const waiting = open.get(signal.id)
    if (!waiting && !isWithin(input, signal.at) && !(decision && isWithin(input, decision.at))) return []
    const place = facts.places.find(({ code }) => code === signal.place)?.name ?? signal.place
    const zones = waiting ? zonesOf(input, waiting.zones) : null
    return [
      {
        at: formatMoment(timezone, signal.at),
        text: {
          key: `signal.${signal.kind}`,
          values: { place: place ?? signal.position?.join(', ') ?? '—', people: signal.people ?? '—' },
        },
        note: zones && zones.zh !== '' ? { key: 'suspends', values: { zones } } : null,
        right: decision
          ? {
              key: `decided.${decision.outcome}`,
              values: { at: { when: formatMoment(timezone, decision.at) } },
            }
          : waiting?.dueAt
            ? { key: 'before', values: { at: { when: waiting.dueAt } } }
            : { key: 'undecided', values: {} },
        tag: decision ? null : ('open' as const),
      },
    ]
  })
}

/** What happened to zones since: their stays and the steps of their lowerings. */
export function changeLines(input: HandOverInput): HandOverLine[] {
  const { facts, survey } = input
  const { timezone } = facts.pack
  const levels = new Map(survey.levels.map(({ level, zh, en }) => [level, { zh, en }]))
  const nameOf = (id: string): HandOverValue => {
    const zone = survey.zones.find((one) => one.id === id)
    return zone?.code ?? facts.zones.findLast((one) => one.id === id)?.name ?? id
  }
  const stays = facts.zones
    .filter(({ from }) => isWithin(input, from))
    .map(({ id, level, from }): HandOverLine & { readonly at: string } => ({
      ...{ at: formatMoment(timezone, from), note: null, right: null, tag: null },
      text: { key: 'level', values: { zone: nameOf(id), level: levels.get(level) ?? level } },
    }))
  const steps = facts.steps
    .filter(({ at }) => isWithin(input, at))
    .map(({ zone, step, at, by, decision, takesEffectAt }): HandOverLine & { readonly at: string } => ({
      at: formatMoment(timezone, at),
      text: { key: `step.${decision}`, values: { zone: nameOf(zone), step } },
      note: takesEffectAt
        ? { key: 'takesEffect', values: { at: { when: formatMoment(timezone, takesEffectAt) } } }
        : null,
      right: by ? { key: 'unit', values: { unit: by } } : null,
      tag: null,
    }))
  return [...stays, ...steps].sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
}

/** Crossings that nobody guards, with the last record of their post: since then nothing is known of it. */
export function postLines(input: HandOverInput): HandOverLine[] {
  const { facts, survey, asOf } = input
  const { timezone } = facts.pack
  return (survey.perimeter?.gaps ?? []).map(({ zone, crossing, town }): HandOverLine => {
    const post = facts.facilities.find(({ id }) => id === crossing.checkpoint)
    const last = facts.checks.reduce<Moment | null>(
      (latest, { checkpoint, at }) =>
        checkpoint === crossing.checkpoint && at.at <= asOf && (latest === null || at.at > latest.at)
          ? at
          : latest,
      null,
    )
    const name = post?.name ?? crossing.checkpoint ?? crossing.road ?? '—'
    const state = crossing.checkpoint ? (crossing.post ?? 'noRecord') : 'none'
    const townName = survey.towns.find(({ code }) => code === town)?.name
    return {
      at: last && formatMoment(timezone, last),
      text: { key: `post.${state}`, values: { name, zone: zonesOf(input, [zone]) } },
      note: townName ? { key: 'unit', values: { unit: townName } } : null,
      right: last ? { key: 'lastRecord', values: {} } : null,
      tag: null,
    }
  })
}

/** Lists that a shift works by: of one that nobody has brought nothing is known. */
const EXPECTED = ['cases', 'contacts', 'rounds', 'checks'] as const

/** Lists that nobody has brought, are behind their peers, speak for part of the district, or have fallen silent. */
export function sourceLines({ survey }: HandOverInput): HandOverLine[] {
  const absent = EXPECTED.filter((list) => !survey.sources.some(({ id }) => id === list)).map(
    (list): HandOverLine => ({
      ...{ at: null, note: null, tag: null },
      text: { key: `source.${list}`, values: {} },
      right: { key: 'absent', values: {} },
    }),
  )
  const late = survey.sources
    .filter(({ late: isLate, over, towns }) => isLate || over !== undefined || towns !== undefined)
    .map(
      ({ id, at, lagHours, over, towns }): HandOverLine => ({
        ...{ at, tag: null },
        text: { key: `source.${id}`, values: {} },
        note: towns
          ? {
              key: survey.district.towns > 0 ? 'towns' : 'parts',
              values: { spoken: towns.spoken, of: towns.of },
            }
          : null,
        right: over
          ? { key: 'silentList', values: {} }
          : lagHours >= 1
            ? { key: 'behind', values: { hours: lagHours } }
            : null,
      }),
    )
  const { reporting } = survey
  if (!reporting || reporting.missing.length === 0) return [...absent, ...late]
  const names = reporting.silentNames.map(({ name }) => name).join(' ')
  return [
    ...absent,
    ...late,
    {
      ...{ at: reporting.cutoffAt, tag: null },
      text: { key: 'silent', values: {} },
      note: { key: 'words', values: { words: names } },
      right: { key: 'units', values: { n: reporting.missing.length } },
    },
  ]
}

/** Rows that nobody has placed, by file and cause. */
export const unplacedLines = (input: HandOverInput): HandOverLine[] =>
  (input.survey.unplaced?.items ?? []).map(
    ({ list, file, why, rows, since, holds, refused }): HandOverLine => ({
      at: since,
      text: { key: 'rows', values: { list, why, refused: refused ? 1 : 0, n: rows.length } },
      note:
        rows.length === 1
          ? { key: 'file', values: { file, row: rows[0]!.row ?? '—' } }
          : { key: 'fileRows', values: { file, n: rows.length } },
      right: holds.length > 0 ? { key: 'holds', values: { zones: zonesOf(input, holds) } } : null,
      tag: 'unplaced' as const,
    }),
  )

/** Rows corrected and withdrawn since the last hand-over was signed, or since the day began as the log counts it. */
export function correctionLines(input: HandOverInput): HandOverLine[] {
  const { facts, since } = input
  const signed = facts.handovers?.findLast(({ taken }) => taken !== null)?.out.at
  const from = signed ?? since
  return facts.rowHistory
    .filter(({ kind, recordedAt, reversed }) => isCorrection(kind) && recordedAt > from && reversed === null)
    .map(({ list, row, set, recordedAt, by, kind }): HandOverLine => {
      const [first] = set
      return {
        at: formatInstant(facts.pack.timezone, recordedAt),
        text: {
          key: kind === 'retracted' ? 'withdrawn' : 'corrected',
          values: {
            ...{ list, row: subjectOf(input, { list, row }), field: first?.field ?? '' },
            ...{ before: shown(first?.before ?? null), after: shown(first?.after ?? null) },
          },
        },
        ...{ note: null, tag: null },
        right: by.unit ? { key: 'unit', values: { unit: by.unit } } : null,
      }
    })
}

/** What a row is of as people call it: its zone, place or facility; a person by the number alone. */
function subjectOf(input: HandOverInput, { list, row }: Pick<RowHistoryLine, 'list' | 'row'>): HandOverValue {
  const { facts, survey } = input
  const first = row.split('|').find((part) => part !== '') ?? row
  if (list === 'cases' || list === 'contacts') return first
  if (survey.zones.some(({ id }) => id === first)) return zonesOf(input, [first])
  const place = facts.places.find(({ code }) => code === first)?.name
  return place ?? facts.facilities.find(({ id }) => id === first)?.name ?? first
}

const isCorrection = (kind: RowHistoryLine['kind']): boolean => kind === 'corrected' || kind === 'retracted'
const shown = (cell: ShownCell): string =>
  cell === null ? '—' : typeof cell === 'object' ? '…' : String(cell)
