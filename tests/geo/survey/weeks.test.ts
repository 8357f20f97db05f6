import { describe, expect, test } from 'vitest'
import { answersOf, distanceM, type Facts, hierarchyOf, placesAt, readAsOf, representativePoint } from '#geo'
import { hotspotsOf, type VillageWeek } from '../../../geo/survey/cases/hotspots'
import { weeksOf } from '../../../src/briefing/weeks'
import { readPack } from '../../../src/cli/read-pack'
import { aFacts, aPlace, aZone, box, cases } from '../../helpers/facts'
import { seeded } from '../../helpers/seeded'
import { hasSharedData, sharedData } from '../../helpers/shared-data'
import { surveyOf } from './small-district'

const [TOWNS, VILLAGES] = [4, 9]
/** side of a village, degrees: about 0.5 km */
const SIDE = 0.005

/** Towns side by side of 3 × 3 villages; the people of one village of T2 are not known. */
const places = [
  aPlace({ code: 'D', kind: 'district', name: '县' }),
  ...Array.from({ length: TOWNS }, (_, town) => [
    aPlace({ code: `T${town}`, kind: 'town', parent: 'D', name: `${town}镇` }),
    ...Array.from({ length: VILLAGES }, (_, at) => {
      const [x, y] = [120 + (town * 3 + (at % 3)) * SIDE, 31 + Math.floor(at / 3) * SIDE]
      return aPlace({
        ...{ code: `V${town}${at}`, kind: 'village', parent: `T${town}`, name: `${town}${at}村` },
        ...{ people: town === 2 && at === 4 ? null : 1000 + at, shape: box(x, y, x + SIDE, y + SIDE) },
      })
    }),
  ]).flat(),
]

const random = seeded(5)
const day = (back: number): string => new Date(Date.UTC(2022, 4, 26 - back)).toISOString().slice(0, 10)
const rows = Array.from({ length: 400 }, (_, at) => {
  const reportedAt = `${day(random.between(-1, 24))}T${random.chance(0.5) ? '10:00' : '00:00'}`
  const village = `V${random.between(0, TOWNS - 1)}${Math.floor(random.next() ** 2 * VILLAGES)}`
  if (at % 40 === 0) return { reportedAt }
  if (at % 40 === 1) return { reportedAt, lng: 120.001 + SIDE * 4, lat: 31.001 }
  if (at % 40 === 2) return { reportedAt, place: village, kind: 'suspected' }
  return { reportedAt, place: at % 7 ? village : 'T3' }
})
const facts = aFacts({ places, cases: cases(rows) })
const NOW = '2022-05-27T14:00'
const seen = surveyOf(facts, NOW)
const weeks = seen.weeks!

/** Where a row lies, straight from the made-up rows. */
const townOfRow = (row: (typeof rows)[number]): string => {
  if (row.lng !== undefined) return 'T1'
  return row.place === undefined ? '' : row.place.startsWith('T') ? row.place : `T${row.place[1]}`
}

describe('weeks of a district without zones', () => {
  test('S50 the last seven whole days and the seven before, by town, as counting the rows says', () => {
    expect(weeks.days).toEqual({ from: '2022-05-20', to: '2022-05-26' })
    expect(weeks.daysBefore).toEqual({ from: '2022-05-13', to: '2022-05-19' })
    const counted = rows.filter(
      ({ kind, reportedAt }) => kind !== 'suspected' && reportedAt < '2022-05-27T14:01',
    )
    const countIn = (town: string, from: string, to: string): number =>
      counted.filter(
        (row) =>
          townOfRow(row) === town && row.reportedAt.slice(0, 10) >= from && row.reportedAt.slice(0, 10) <= to,
      ).length
    for (const row of [...weeks.towns, weeks.townless!])
      expect([row.code, row.week, row.before, row.total]).toEqual([
        row.code,
        countIn(row.code, '2022-05-20', '2022-05-26'),
        countIn(row.code, '2022-05-13', '2022-05-19'),
        countIn(row.code, '0000', '9999'),
      ])
    const order = weeks.towns.map(({ week, total }) => week * 10_000 + total)
    expect(order).toEqual([...order].sort((a, b) => b - a))
    expect(weeks.towns.find(({ code }) => code === 'T1')!.people).toBe(9036)
    expect(weeks.towns.find(({ code }) => code === 'T2')!.people).toBeNull()
    expect(weeks.whole.people).toBeNull()
  })

  test('S51 the rows add up to the whole, which is what the headline says', () => {
    const all = [...weeks.towns, weeks.townless!]
    const sum = (of: (row: (typeof all)[number]) => number): number =>
      all.reduce((so, row) => so + of(row), 0)
    expect(weeks.whole).toMatchObject({
      week: sum(({ week }) => week),
      before: sum(({ before }) => before!),
      total: seen.cases!.cumulative.total,
    })
    const { weeks: _, ...withoutWeeks } = seen
    expect(weeksOf(withoutWeeks)).toEqual({ last: weeks.whole.week, before: weeks.whole.before })
    expect(weeksOf(seen)).toEqual({ last: weeks.whole.week, before: weeks.whole.before })
  })

  test('S50 none with a zone, without a list, or for a day the list does not speak for; a week before it began is unknown', () => {
    const zone = aZone({
      id: 'F1',
      name: '一区',
      level: 'sealed',
      from: '2022-05-13T20:00',
      members: ['V00'],
    })
    expect(surveyOf({ ...facts, zones: [zone] }, NOW).weeks).toBeNull()
    const stated = new Set([...facts.stated].filter((list) => list !== 'cases'))
    expect(surveyOf({ ...facts, stated, cases: cases([]) }, NOW).weeks).toBeNull()
    const late = cases(rows.filter(({ reportedAt }) => reportedAt > '2022-05-18'))
    const young = surveyOf({ ...facts, cases: late }, NOW).weeks!
    expect(young.whole.week).toBe(weeks.whole.week)
    expect(new Set([...young.towns, young.whole, ...young.hotspots!].map(({ before }) => before))).toEqual(
      new Set([null]),
    )
    expect(surveyOf({ ...facts, places: [] }, NOW).weeks).toMatchObject({
      ...{ towns: [], villages: [], hotspots: null, townless: { week: weeks.whole.week } },
    })
  })
})

/** Every village with every other, all sums anew each time. */
function slowly(villages: readonly VillageWeek[]): { code: string; week: number; villages: number }[] {
  let left = [...villages]
  const spots: { code: string; week: number; villages: number }[] = []
  while (spots.length < 6) {
    const around = left.map((seed) => left.filter(({ point }) => distanceM(seed.point, point) <= 800))
    const sums = around.map((near) => near.reduce((sum, { week }) => sum + week, 0))
    const most = Math.max(...sums)
    if (!(most >= 5)) break
    const best = left
      .flatMap((village, at) => (sums[at] === most ? [{ village, at }] : []))
      .sort((a, b) => b.village.week - a.village.week || (a.village.code < b.village.code ? -1 : 1))[0]!
    spots.push({ code: best.village.code, week: most, villages: around[best.at]!.length })
    left = left.filter((village) => !around[best.at]!.includes(village))
  }
  return spots
}

describe('hotspots', () => {
  test('S52 are those that trying every village finds', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const pick = seeded(seed)
      const villages = Array.from({ length: pick.between(1, 120) }, (_, at): VillageWeek => {
        const point = [120 + pick.next() * 0.06, 31 + pick.next() * 0.06] as const
        const week = pick.chance(0.5) ? pick.between(0, 9) : 0
        return { code: `V${String(at).padStart(3, '0')}`, name: '', town: null, point, week, before: null }
      })
      const found = hotspotsOf(villages).map(({ code, week, villages }) => ({ code, week, villages }))
      expect(found).toEqual(slowly(villages))
    }
  })

  test('S52 a row of villages is no chain, a village is in one of them, few cases are none', () => {
    const line = Array.from({ length: 40 }, (_, at): VillageWeek => {
      const point = [120 + at * SIDE, 31] as const
      return { code: `V${at + 10}`, name: '', town: at < 20 ? '西' : '东', point, week: 3, before: 1 }
    })
    const spots = hotspotsOf(line)
    expect(spots.map(({ week, villages, before }) => [week, villages, before])).toEqual(
      Array.from({ length: 6 }, () => [9, 3, 3]),
    )
    expect(hotspotsOf(line.slice(0, 1))).toEqual([])
  })

  test('S52 those of a survey name the village in their middle and the towns, most cases first', () => {
    const hierarchy = hierarchyOf(facts.places)
    for (const { code, name, centre, towns, villages } of weeks.hotspots!) {
      expect(name).toBe(hierarchy.place(code)!.name)
      expect(centre).toEqual(representativePoint(hierarchy.shapeOf(code)!))
      expect(villages).toBeGreaterThan(0)
      expect(towns.length).toBeGreaterThan(0)
    }
  })
})

describe.skipIf(!hasSharedData('tainan-2015'))('Tainan (skipped where the data are absent)', () => {
  test('S51 2,947 cases against 2,715, of 38 rows', async () => {
    const read: Facts = (await readPack(sharedData('tainan-2015'))).factsKnown(null)
    const asOf = readAsOf('Asia/Taipei', '2015-09-14')!
    const { weeks } = answersOf(read, { asOf, known: null }).survey
    expect(weeks!.whole).toMatchObject({ week: 2947, before: 2715, total: 9222, people: 1_885_079 })
    expect(weeks!.towns).toHaveLength(37)
    const { places } = placesAt(read, asOf)
    const hierarchy = hierarchyOf(places)
    const weekOf = new Map(weeks!.villages.map(({ code, week }) => [code, week]))
    const villages = hierarchy.ofKind('village').map(
      (code): VillageWeek => ({
        ...{ code, name: '', town: null, before: null },
        point: hierarchy.pointOf(code)!,
        week: weekOf.get(code) ?? 0,
      }),
    )
    const found = weeks!.hotspots!.map(({ code, week, villages }) => ({ code, week, villages }))
    expect(found).toEqual(slowly(villages))
  })
})
