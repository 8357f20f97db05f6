import { dayOf, type Facts, type Moment, type RefusedRow, type Signal, type UnreadRow } from '#geo'
import { aFact, aRound, moment, SHANGHAI } from './facts'
import { LAST_DAY, type Pack } from './random-packs'

/** A pack that says less for lowering than the one it was made of, and what was done to it. */
export interface Worse {
  readonly what: string
  readonly pack: Pack
  readonly refused: readonly RefusedRow[]
  readonly unread?: readonly UnreadRow[]
  readonly signals?: readonly Signal[]
}

type Row = Readonly<Record<string, unknown>>

const LISTS = ['cases', 'contacts', 'rounds', 'statedFacts', 'reports'] as const
const NAMES = {
  cases: 'cases',
  contacts: 'contacts',
  rounds: 'rounds',
  statedFacts: 'facts',
  reports: 'reports',
} as const
/** Columns without which an import refuses the row; it stays open as one that nobody could read. */
const REQUIRED: Readonly<Record<(typeof LISTS)[number], readonly string[]>> = {
  cases: [],
  contacts: [],
  rounds: [],
  statedFacts: ['fact', 'value'],
  reports: ['place', 'day'],
}
/** Not cells of a file. */
const NO_CELLS: ReadonlySet<string> = new Set(['origin', 'items'])

/** Every way of making a pack say less for lowering, one change at a time. */
export function worseThan(pack: Pack): Worse[] {
  return [...added(pack), ...blanked(pack), ...removed(pack)]
}

function added(pack: Pack): Worse[] {
  const zone = pack.zones[0]!.id
  const late = `${LAST_DAY.slice(0, 8)}27T15:00`
  const middle = '2022-05-09T09:00'
  const row = (what: string, over: Partial<Pack>): Worse => ({
    what: `adding ${what}`,
    pack: { ...pack, ...over },
    refused: [],
  })
  const aCase = (what: string, over: object): Worse =>
    row(what, { cases: [...pack.cases, { id: 'x', ...over }] })
  const aContact = (what: string, over: object): Worse =>
    row(what, { contacts: [...pack.contacts, { id: 'x', case: 'x', ...over }] })
  const round = (what: string, over: object): Worse =>
    row(what, {
      rounds: [...pack.rounds, aRound({ zone, round: '99', startedAt: late, scope: 'zone', ...over })],
    })
  const said = (what: string, fact: string, over: object = {}): Worse =>
    row(what, { statedFacts: [...pack.statedFacts, aFact({ zone, at: late, fact, ...over })] })
  const negative = { finishedAt: '2022-05-27T20:00' }
  return [
    aCase('a case', { zone, reportedAt: late }),
    aCase('an early case', { zone, reportedAt: middle }),
    aCase('a case by place', { place: pack.zones[0]!.members[0]!, reportedAt: late }),
    aCase('a case without time', { zone }),
    aCase('a case nowhere', { reportedAt: late }),
    aCase('an early case nowhere', { reportedAt: middle }),
    aCase('a case nowhere and without time', {}),
    aCase('a case at 0, 0', { lng: 0, lat: 0, reportedAt: late }),
    aCase('a case that is a contact too', { id: 't0', zone, reportedAt: middle, transferredAt: middle }),
    aContact('a contact', { zone, exposedAt: late }),
    aContact('a contact that was moved', { zone, exposedAt: late, transferredAt: late }),
    aContact('an early contact that is not moved', { zone, exposedAt: middle }),
    aContact('a positive contact', { zone, exposedAt: middle, transferredAt: middle, result: 'positive' }),
    aContact('a contact whose result is open', {
      zone,
      exposedAt: middle,
      transferredAt: middle,
      result: 'pending',
    }),
    aContact('a contact without time', { zone }),
    aContact('a contact nowhere', { exposedAt: late }),
    aContact('a positive contact nowhere', { exposedAt: middle, transferredAt: middle, result: 'positive' }),
    round('a positive round', { ...negative, result: 'positive', positivePeople: 1 }),
    round('a round with results open', { ...negative, result: 'pending', resulted: 10 }),
    round('a round that is not over', { finishedAt: null, result: null }),
    round('a round whose result nobody said', {
      ...negative,
      result: null,
      resulted: null,
      positivePeople: null,
    }),
    round('a positive round of the environment', { ...negative, scope: '环境', result: 'positive' }),
    round('a positive round nowhere', { ...negative, zone: null, result: 'positive', positivePeople: 1 }),
    round('a second row of a round, positive', { ...worse(pack), result: 'positive', positivePeople: 2 }),
    round('a second row of a round, not over', { ...worse(pack), finishedAt: null }),
    said('a positive point', 'positivePoint'),
    said('a positive sample', 'anyEnvironmentPositive'),
    said('a positive point nowhere', 'positivePoint', { zone: null }),
    ...pack.statedFacts.flatMap((one, i) => {
      if (!isFlag(one)) return []
      const other = (over: object): Facts['statedFacts'] => [
        ...pack.statedFacts,
        { ...one, ...over, origin: { ...one.origin, row: 0 } },
      ]
      const opposite = one.value === 'true' ? 'false' : 'true'
      const at = { at: one.at.at - 9 * DAY, isDay: one.at.isDay }
      return [
        row(`an older statement of fact ${i}`, { statedFacts: other({ at }) }),
        row(`the opposite of fact ${i} at its time`, { statedFacts: other({ value: opposite }) }),
      ]
    }),
    ...LISTS.flatMap((list) =>
      (pack[list] as readonly unknown[]).map((one, i) =>
        row(`${NAMES[list]} ${i} twice`, { [list]: [...pack[list], one] } as Partial<Pack>),
      ),
    ),
    { what: 'adding an open signal of the zone', pack, refused: [], unread: [openSignal(zone)] },
    { what: 'adding an open signal of no zone', pack, refused: [], unread: [openSignal(null)] },
    ...signalsOf(pack.zones[0]!.members[0] ?? null).map(
      ([what, one]): Worse => ({ what: `adding ${what}`, pack, refused: [], signals: [one] }),
    ),
    ...(['cases', 'contacts', 'rounds', 'facts', 'reports'] as const).map(
      (list): Worse => ({ what: `adding a refused row of ${list}`, pack, refused: [refusedRow(list, 99)] }),
    ),
  ]
}

const DAY = 86_400_000

/** What is stated of a state, not an event that starts days. */
const isFlag = ({ fact }: Facts['statedFacts'][number]): boolean =>
  !/^(measuresInPlace|culling|terminalDisinfection|preliminaryCleaning|positivePoint)$/.test(fact)

/** The number and time of the last round of the first zone. */
function worse({ rounds, zones }: Pack): object {
  const last = rounds.findLast(({ zone }) => zone === zones[0]!.id)
  return last ? { round: last.round, startedAt: '2022-05-28T06:00', finishedAt: '2022-05-28T12:00' } : {}
}

const refusedRow = (list: RefusedRow['list'], row: number): RefusedRow => ({
  ...{ list, file: `${list}.csv`, row, why: 'missing', place: null, knownAt: null },
})

const NO_TIME = { at: Number.NaN, isDay: false }

/** What an import reads in an empty cell: no time, of a round without a number the day, else nothing. */
function emptied(list: (typeof LISTS)[number], key: string, row: Row): unknown {
  if ((list === 'rounds' && key === 'startedAt') || (list === 'statedFacts' && key === 'at')) return NO_TIME
  if (list !== 'rounds' || key !== 'round') return null
  const { at } = (row.startedAt ?? row.finishedAt ?? NO_TIME) as Moment
  return Number.isNaN(at) ? '' : dayOf(SHANGHAI, at)
}

/** As an import writes a signal that no outcome ends (L86). */
const openSignal = (zone: string | null): UnreadRow => ({
  ...{
    list: 'transitions',
    file: 'signals.csv',
    row: 2,
    why: 'signal-open',
    zone,
    transition: null,
    knownAt: null,
  },
})

/** As a person tells one (L94): of the place, of none that is known, become a case that nobody has, cleared. */
function signalsOf(place: string | null): readonly (readonly [string, Signal])[] {
  const at = moment('2022-05-09T09:00')
  const told: Signal = {
    ...{ id: 'g1', kind: 'pooled', at, place, position: null, tubes: 1, people: 10 },
    decisions: [],
    origin: { file: 'log.ndjson', row: 2, segment: null, knownAt: null },
  }
  const decided = { at: moment('2022-05-10T09:00'), event: 'e2', knownAt: null }
  return [
    ['a told signal of the zone', told],
    ['a told signal of a place that nobody knows', { ...told, place: 'nowhere' }],
    [
      'a told signal that became a case of no list',
      { ...told, decisions: [{ ...decided, outcome: 'case', case: 'x9' }] },
    ],
    [
      'a told signal that was cleared',
      { ...told, decisions: [{ ...decided, outcome: 'cleared', case: null }] },
    ],
  ]
}

function blanked(pack: Pack): Worse[] {
  return LISTS.flatMap((list) =>
    (pack[list] as readonly Row[]).flatMap((row, i) =>
      Object.keys(row)
        .filter((key) => row[key] !== null && row[key] !== undefined && !NO_CELLS.has(key))
        .map((key): Worse => {
          const what = `blanking ${key} of ${NAMES[list]} ${i}`
          const rows = [...(pack[list] as readonly Row[])]
          if (REQUIRED[list].includes(key)) {
            rows.splice(i, 1)
            return {
              what,
              pack: { ...pack, [list]: rows } as Pack,
              refused: [refusedRow(NAMES[list], i + 1)],
            }
          }
          rows[i] = { ...row, [key]: emptied(list, key, row) }
          return { what, pack: { ...pack, [list]: rows } as Pack, refused: [] }
        }),
    ),
  )
}

function removed(pack: Pack): Worse[] {
  const without = (list: (typeof LISTS)[number], i: number): Worse => ({
    what: `removing row ${i} of ${NAMES[list]}`,
    pack: { ...pack, [list]: (pack[list] as readonly unknown[]).filter((_, at) => at !== i) } as Pack,
    refused: [],
  })
  return [
    ...pack.rounds.flatMap((one, i) =>
      one.result === 'negative' && one.finishedAt ? [without('rounds', i)] : [],
    ),
    ...pack.statedFacts.map((_, i) => without('statedFacts', i)),
    ...pack.reports.map((_, i) => without('reports', i)),
    ...LISTS.map(
      (list): Worse => ({
        what: `removing the list ${NAMES[list]}`,
        pack: { ...pack, [list]: [], stated: new Set([...pack.stated].filter((one) => one !== NAMES[list])) },
        refused: [],
      }),
    ),
  ]
}
