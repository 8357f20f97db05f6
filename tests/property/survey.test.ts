import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Facts, gapsByZone, gapsShared, type Survey } from '#geo'
import { smallDistrict, surveyOf } from '../geo/survey/small-district'
import { aFacts, aPack, type CaseRow, cases, contacts } from '../helpers/facts'
import { tainanCases } from '../helpers/shared-cases'
import { hasSharedData } from '../helpers/shared-data'
import { sharedPlaces } from '../helpers/shared-places'

const NO_TAINAN = !hasSharedData('tainan-2015')

const add = (values: readonly (number | null)[]): number =>
  values.reduce<number>((sum, value) => sum + (value ?? 0), 0)

/** Whatever is shown in parts adds up to what is shown as a whole. */
function expectTotals(survey: Survey): void {
  const { levels, district, towns, townless, reporting, perimeter, figures } = survey
  const close = (seen: number, whole: number): void =>
    expect(Math.abs(seen - whole)).toBeLessThanOrEqual(1e-9 * whole)
  close(add(levels.map(({ areaM2 }) => areaM2)), district.areaM2)
  close(add(levels.map(({ people }) => people)), district.people ?? 0)
  expect(add(levels.map(({ villages }) => villages))).toBe(district.villages)
  expect(add(levels.map(({ count }) => count))).toBe(survey.zones.length)
  const rows = townless ? [...towns, townless] : towns
  if (survey.cases) {
    const { daily, cumulative, unplaced = 0, outsideDays } = survey.cases
    // a case whose time is not known is in the total and on no day
    const undated = cumulative.total - add(daily.map(({ total }) => total)) - outsideDays
    expect(undated).toBeGreaterThanOrEqual(0)
    expect(undated).toBeLessThanOrEqual(unplaced)
    for (const key of ['community', 'controlled', 'unknownFound', 'converted'] as const) {
      const beside = cumulative[key] - add(daily.map((one) => one[key]))
      expect(beside).toBeGreaterThanOrEqual(0)
      expect(beside).toBeLessThanOrEqual(undated + outsideDays)
    }
    expect(add(levels.map((one) => one.cases))).toBe(cumulative.total)
    expect(add(rows.map((one) => one.cases))).toBe(cumulative.total)
    expect(cumulative.community + cumulative.controlled + cumulative.unknownFound).toBe(cumulative.total)
    for (const zone of survey.zones) expect(add(zone.stays.map((stay) => stay.cases))).toBe(zone.cases)
  }
  const toMove = figures.find(({ id }) => id === 'contactsToMove')!.value
  if (toMove !== null) expect(add(rows.map(({ contactsToMove }) => contactsToMove))).toBe(toMove)
  if (reporting) {
    expect(add(rows.map(({ silent }) => silent))).toBe(reporting.missing.length)
    expect(reporting.filed + reporting.missing.length).toBe(reporting.expected)
  }
  if (perimeter) {
    expect(add(rows.map(({ unguarded }) => unguarded))).toBe(perimeter.unguarded)
    expect(perimeter.gaps.length).toBe(perimeter.unguarded)
    const own = gapsByZone(perimeter.gaps)
    for (const zone of survey.zones) expect(own.get(zone.id) ?? 0).toBe(zone.unguarded)
    expect(gapsShared(perimeter.gaps).sum).toBe(add(survey.zones.map(({ unguarded }) => unguarded)))
  }
  for (const level of levels.filter(({ rank }) => rank > 0))
    close(
      add(survey.zones.filter((zone) => zone.level === level.level).map(({ areaM2 }) => areaM2)),
      level.areaM2,
    )
}

const CODES = ['V11', 'V12', 'V21', 'V22', 'T2', 'D', 'B1', 'nowhere', null]
const hour = fc
  .tuple(fc.integer({ min: 8, max: 30 }), fc.nat(23))
  .map(([day, h]) => `2022-05-${String(day).padStart(2, '0')}T${String(h).padStart(2, '0')}:00`)
const caseRow = fc.record({
  reportedAt: fc.option(hour),
  kind: fc.constantFrom('confirmed', 'asymptomatic', 'suspected', null),
  kindAt: fc.option(hour),
  foundIn: fc.constantFrom('community', 'visit', 'central', null),
  place: fc.constantFrom(...CODES),
  zone: fc.constantFrom('F1', 'F3', 'ended', null),
})
const contactRow = fc.record({
  kind: fc.constantFrom('close', 'secondary', 'casual', null),
  place: fc.constantFrom(...CODES),
  exposedAt: fc.option(hour),
  transferredAt: fc.option(hour),
  releasedAt: fc.option(hour),
})

describe('a survey adds up', () => {
  test('S17 at any hour, whatever the cases and contacts', () => {
    fc.assert(
      fc.property(
        hour,
        fc.array(caseRow, { maxLength: 40 }),
        fc.array(contactRow, { maxLength: 20 }),
        (asOf, rows, people) => {
          const facts: Facts = {
            ...smallDistrict,
            cases: cases(rows as CaseRow[]),
            contacts: contacts(people),
          }
          expectTotals(surveyOf(facts, asOf))
        },
      ),
      { seed: 20220527, numRuns: 120 },
    )
  })

  test.skipIf(NO_TAINAN)('S17 in Tainan, which has no zones yet and leads with its cases', () => {
    const facts = aFacts({
      pack: aPack({ timezone: 'Asia/Taipei' }),
      stated: new Set(['places', 'cases']),
      places: sharedPlaces('tainan-2015'),
      cases: tainanCases(),
    })
    const survey = surveyOf(facts, '2015-08-31', 'Asia/Taipei')
    expectTotals(survey)
    expect(survey).toMatchObject({
      zones: [],
      timeline: [],
      perimeter: null,
      reporting: null,
      townless: null,
    })
    expect(survey.cases!.cumulative.total).toBe(survey.caseDots.day.length)
    expect(survey.district).toMatchObject({ code: '67', villages: 752, towns: 37 })
    expect(survey.levels.at(-1)).toMatchObject({
      level: 'normal',
      villages: 752,
      cases: survey.cases!.cumulative.total,
    })
    expect(
      survey.cases!.daily.filter(({ day }) => day >= '2015-08').reduce((sum, { total }) => sum + total, 0),
    ).toBe(3_307)
  })
})
