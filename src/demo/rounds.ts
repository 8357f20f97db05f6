import type { DemoPlace, Register } from './places'
import { apportion, type Random, seeded } from './random'
import { type Cell, csv, may } from './table'
import type { DemoStay } from './zones'

const LISTED = 608_300
const EXCUSED = 5_160
const DUE = LISTED - EXCUSED

interface AreaRound {
  readonly round: string
  readonly from: string
  readonly to: string | null
  readonly sampled: number
  readonly resulted: number
  readonly tubes: number
}

const areaRounds: readonly AreaRound[] = [
  {
    round: '1',
    from: may(13, 8),
    to: may(14, 20, 30),
    sampled: Math.round(DUE * 0.989),
    resulted: Math.round(DUE * 0.989),
    tubes: 14,
  },
  {
    round: '2',
    from: may(16, 7),
    to: may(17, 18),
    sampled: Math.round(DUE * 0.993),
    resulted: Math.round(DUE * 0.993),
    tubes: 12,
  },
  {
    round: '3',
    from: may(19, 7),
    to: may(20, 17, 10),
    sampled: Math.round(DUE * 0.996),
    resulted: Math.round(DUE * 0.996),
    tubes: 4,
  },
  { round: '4', from: may(23, 6, 30), to: may(23, 22, 40), sampled: DUE, resulted: DUE, tubes: 1 },
  {
    round: '5',
    from: may(27, 6, 30),
    to: null,
    sampled: Math.round(DUE * 0.678),
    resulted: Math.round(DUE * 0.412),
    tubes: 0,
  },
]

/** How far each town has come with the fifth round. */
const pace: Record<string, number> = {
  '001': 0.83,
  '002': 0.79,
  '003': 0.71,
  '004': 0.52,
  '005': 0.61,
  '006': 0.66,
  '007': 0.44,
  '008': 0.74,
  '009': 0.69,
  '010': 0.58,
  '011': 0.49,
  '012': 0.63,
}

const header = [
  'zone',
  'place',
  'round',
  'scope',
  'method',
  'startedAt',
  'finishedAt',
  'listed',
  'excused',
  'sampled',
  'sent',
  'resulted',
  'positiveTubes',
  'positivePeople',
  'result',
  'knownAt',
]

/** `rounds.csv`: five area-wide rounds by village, then the rounds of the zones and, for 封01, by building. */
export function roundsFile(
  places: Register,
  zones: readonly DemoStay[],
  buildings: readonly DemoPlace[],
): string {
  const villages = places.rows.filter((p) => p.kind === 'village')
  const random = seeded(5160)
  const listed = apportion(
    LISTED,
    villages.map((v) => v.people),
  )
  const excused = apportion(
    EXCUSED,
    villages.map((v) => v.people * (0.6 + random() * 0.8)),
  )
  const due = listed.map((n, i) => n - excused[i]!)
  const rows = areaRounds.flatMap((round) => areaRows(round, { villages, listed, excused, due, random }))
  const ofZones = zoneRows(places, zones)
  const running = ofZones.find((row) => row[0] === 'S-01' && row[6] === null)!
  const members = zones.find((z) => z.id === 'S-01')!.members
  return csv(header, [...rows, ...ofZones, ...buildingRows({ members, buildings, running })])
}

interface Counted {
  readonly villages: readonly DemoPlace[]
  readonly listed: readonly number[]
  readonly excused: readonly number[]
  readonly due: readonly number[]
  readonly random: Random
}

function areaRows(round: AreaRound, { villages, listed, excused, due, random }: Counted): Cell[][] {
  const running = round.to === null
  const rate = villages.map((v) =>
    running ? Math.min(0.97, pace[v.code.slice(6, 9)]! * (0.86 + random() * 0.28)) : 0.9 + random() * 0.09,
  )
  const sampled = filled(
    round.sampled,
    due.map((n, i) => n * rate[i]!),
    due,
  )
  const resulted = running
    ? filled(
        round.resulted,
        sampled.map((n, i) => n * (0.4 + rate[i]! * 0.5)),
        sampled,
      )
    : sampled
  const tubes = spreadTubes(round.tubes, villages, random)
  return villages.map((v, i) => [
    null,
    v.code,
    round.round,
    'area',
    'pool20',
    round.from,
    round.to,
    listed[i]!,
    excused[i]!,
    sampled[i]!,
    Math.min(sampled[i]!, Math.max(resulted[i]!, Math.round(sampled[i]! * 0.93))),
    resulted[i]!,
    tubes[i]!,
    0,
    running ? 'pending' : 'negative',
    running ? may(27, 13, 40) : null,
  ])
}

/** Shares of a total by weight, none above its ceiling. */
function filled(total: number, weights: readonly number[], ceiling: readonly number[]): number[] {
  let out = apportion(total, weights).map((n, i) => Math.min(n, ceiling[i]!))
  for (let rest = total - sum(out); rest > 0; rest = total - sum(out)) {
    const room = ceiling.map((n, i) => n - out[i]!)
    const more = apportion(rest, room)
    out = out.map((n, i) => Math.min(ceiling[i]!, n + more[i]!))
  }
  return out
}

const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0)

function spreadTubes(tubes: number, villages: readonly DemoPlace[], random: Random): number[] {
  const out = villages.map(() => 0)
  const near = villages.flatMap((v, i) =>
    ['001', '002', '003', '008', '009', '012'].includes(v.code.slice(6, 9)) ? [i] : [],
  )
  for (let k = 0; k < tubes; k++) out[near[Math.floor(random() * near.length)]!]!++
  return out
}

/** Completed rounds of a zone: day and hour of completion, the last one first. `short` people are still to sample. */
const zonePlan: readonly {
  readonly zone: string
  readonly done: readonly string[]
  readonly running?: { from: string; short: number }
}[] = [
  {
    zone: 'S-01',
    done: [may(15, 19), may(17, 19, 20), may(19, 20), may(22, 18, 40), may(25, 21, 10)],
    running: { from: may(27, 9, 20), short: 269 },
  },
  { zone: 'S-02', done: [may(15, 20), may(18, 18), may(21, 18, 30), may(24, 19), may(26, 19, 30)] },
  { zone: 'S-03', done: [may(16, 18), may(19, 18), may(22, 17, 30), may(25, 18), may(27, 8, 40)] },
  { zone: 'S-04', done: [may(17, 19), may(20, 19), may(23, 19, 30), may(25, 20), may(26, 20, 50)] },
  { zone: 'S-05', done: [may(18, 18), may(21, 18), may(24, 18), may(26, 18, 10)] },
  { zone: 'S-06', done: [may(16, 19), may(19, 17), may(22, 18), may(25, 17, 20), may(26, 19, 10)] },
  { zone: 'S-07', done: [may(19, 18), may(22, 18, 20), may(25, 18, 30), may(26, 22, 5)] },
  { zone: 'S-08', done: [may(15, 18), may(18, 18), may(22, 17), may(26, 16, 30)] },
  { zone: 'C-01', done: [may(18, 20), may(22, 20), may(26, 20, 30)] },
  { zone: 'C-02', done: [may(17, 20), may(20, 20), may(23, 18), may(26, 21, 20)] },
  { zone: 'C-03', done: [may(19, 20), may(23, 20), may(26, 20, 40)] },
  { zone: 'C-04', done: [may(18, 20), may(22, 20), may(26, 19, 50)] },
  { zone: 'C-05', done: [may(18, 21), may(21, 20), may(24, 17, 30), may(26, 20, 10)] },
]

function zoneRows(places: Register, zones: readonly DemoStay[]): Cell[][] {
  return zonePlan.flatMap(({ zone, done, running }) => {
    const members = zones.find((z) => z.id === zone)!.members
    const people = members.reduce((n, code) => n + places.byCode.get(code)!.people, 0)
    const excused = Math.round(people * 0.0117)
    const due = people - excused
    const rows = done.map((end, i): Cell[] => [
      zone,
      null,
      `${zone}-${i + 1}`,
      'zone',
      'single',
      `${end.slice(0, 11)}06:30:00+08:00`,
      end,
      people,
      excused,
      due,
      due,
      due,
      0,
      0,
      'negative',
      null,
    ])
    if (running) {
      const sampled = due - running.short
      rows.push([
        zone,
        null,
        `${zone}-${done.length + 1}`,
        'zone',
        'single',
        running.from,
        null,
        people,
        excused,
        sampled,
        Math.round(sampled * 0.9),
        Math.round(sampled * 0.46),
        0,
        0,
        'pending',
        may(27, 13, 40),
      ])
    }
    return rows
  })
}

/** The running round of 封01 by building: who is still to sample is listed by building, never by name. */
function buildingRows({
  members,
  buildings,
  running,
}: {
  members: readonly string[]
  buildings: readonly DemoPlace[]
  running: readonly Cell[]
}): Cell[][] {
  const inside = buildings.filter((b) => members.includes(b.parent!))
  const [listed, excused, sampled, resulted] = [7, 8, 9, 11].map((column) => Number(running[column]))
  const random = seeded(269)
  const people = apportion(
    listed!,
    inside.map((b) => b.people),
  )
  const free = apportion(excused!, people)
  const due = people.map((n, i) => n - free[i]!)
  const short = apportion(
    listed! - excused! - sampled!,
    due.map((n) => (random() < 0.3 ? n : n * 0.04)),
  )
  const done = due.map((n, i) => Math.max(0, n - short[i]!))
  const known = apportion(resulted!, done)
  return inside.map((b, i) => [
    null,
    b.code,
    running[2]!,
    'building',
    'single',
    running[5]!,
    null,
    people[i]!,
    free[i]!,
    done[i]!,
    known[i]!,
    known[i]!,
    0,
    0,
    'pending',
    running[15]!,
  ])
}
