import { formatMoment, type HandOverLine, readMoment } from '#geo'
import type { HandOverInput } from './input'

/** ms that a hand-over looks ahead */
export const AHEAD = 12 * 3_600_000

/** What is due in the next 12 hours, after what is due already, zones that must become stricter: orders, signals, lowerings in force order, and tests whose validity ends. */
export function aheadLines(input: HandOverInput): HandOverLine[] {
  const lines = [...dueOrders(input), ...dueSignals(input), ...lowerings(input), ...lapses(input)]
  const { timezone } = input.facts.pack
  const instant = ({ at }: HandOverLine): number => (at && readMoment(timezone, at)?.at) || 0
  const ahead = lines
    .filter((line) => instant(line) > input.asOf && instant(line) <= input.asOf + AHEAD)
    .sort((a, b) => instant(a) - instant(b))
  return [...raises(input), ...ahead]
}

const bare = { note: null, right: null, tag: null } as const

/** Zones that must become stricter, since when: one line a zone and level, however many rules ask it. */
const raises = ({ survey }: HandOverInput): HandOverLine[] =>
  survey.zones.flatMap(({ code, raises = [] }) =>
    [...new Map(raises.map((raise) => [raise.to, raise])).values()].map(({ to, since, kind }) => {
      const level = survey.levels.find((one) => one.level === to)
      return {
        ...bare,
        at: since,
        text: {
          key: kind === 'split' ? 'raisedUnits' : 'raised',
          values: { zone: code, level: { zh: level?.zh ?? to, en: level?.en ?? to } },
        },
        right: { key: 'toRaise', values: {} },
      }
    }),
  )

const dueOrders = ({ survey }: HandOverInput): HandOverLine[] =>
  (survey.orders?.all ?? [])
    .filter(({ state }) => state === 'open' || state === 'answered')
    .map(({ dueAt, text, unit }) => ({
      ...bare,
      at: dueAt,
      text: { key: 'due', values: { text } },
      right: { key: 'unit', values: { unit } },
    }))

const dueSignals = ({ survey }: HandOverInput): HandOverLine[] =>
  (survey.signals?.open ?? []).map(({ dueAt, place, position }) => ({
    ...bare,
    at: dueAt,
    text: { key: 'signalDue', values: { place: place?.name ?? position?.join(', ') ?? '—' } },
  }))

/** Approved lowerings whose hour is still to come, the first first. */
function lowerings({ facts, survey, asOf }: HandOverInput): HandOverLine[] {
  const { timezone } = facts.pack
  return survey.zones.flatMap((zone): HandOverLine[] => {
    if ((zone.loweringWord ?? zone.word) !== 'approved') return []
    const step = facts.steps.findLast(
      (one) =>
        one.zone === zone.id && one.decision === 'given' && one.takesEffectAt !== null && one.at.at <= asOf,
    )
    if (!step?.takesEffectAt) return []
    const held = zone.approvalUntilPlaced === true || zone.held !== null
    return [
      {
        at: formatMoment(timezone, step.takesEffectAt),
        text: { key: 'lowered', values: { zone: zone.code } },
        note: held ? { key: 'untilPlaced', values: {} } : null,
        right: null,
        tag: held ? ('unplaced' as const) : null,
      },
    ]
  })
}

/** Conditions that are met now and lapse, as a test does after its hours. */
const lapses = ({ survey, assess }: HandOverInput): HandOverLine[] =>
  survey.zones.flatMap((zone) => {
    const answer = assess.zones.find(({ id }) => id === zone.id)
    const decisive = answer?.transitions.find(({ id }) => id === zone.decisive)
    return (decisive?.conditions ?? [])
      .filter(({ state, until, authority }) => state === 'met' && until !== null && authority !== 'reference')
      .map(({ until, zh, en }) => ({
        ...bare,
        at: until,
        text: { key: 'lapses', values: { zone: zone.code, condition: { zh, en } } },
      }))
  })
