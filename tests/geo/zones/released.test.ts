import { describe, expect, test } from 'vitest'
import { answersOf, readAsOf } from '#geo'
import { aFacts, aPack, aPlace, aZone, box, SHANGHAI } from '../../helpers/facts'
import { shanghai22May } from '../../helpers/policies'

const facts = aFacts({
  pack: aPack({ policy: shanghai22May.id }),
  policies: [shanghai22May],
  places: [aPlace({ code: 'D', kind: 'district', people: 900, shape: box(113, 31, 113.2, 31.2) })],
  zones: [
    aZone({
      id: 'P',
      level: 'precaution',
      from: '2022-05-20',
      to: '2022-05-27T12:00',
      drawn: box(113, 31, 113.1, 31.1),
    }),
    aZone({ id: 'P', level: 'normal', from: '2022-05-27T12:00', drawn: box(113, 31, 113.1, 31.1) }),
  ],
})
const at = (asOf: string) => answersOf(facts, { asOf: readAsOf(SHANGHAI, asOf)! })

describe('a zone lowered to routine prevention', () => {
  test('W10 is no zone any more: no row, no level of its own, its ground in no zone', () => {
    const before = at('2022-05-27T11:00')
    const after = at('2022-05-27T13:00')
    expect(before.survey.zones.map(({ id }) => id)).toEqual(['P'])
    expect(after.survey.zones).toEqual([])
    expect(after.assess.zones).toEqual([])
    const levels = after.survey.levels.map(({ level, count }) => [level, count])
    expect(levels).toEqual([
      ['sealed', 0],
      ['controlled', 0],
      ['precaution', 0],
      ['normal', null],
    ])
    const sum = (survey: typeof after.survey): number =>
      survey.levels.reduce((all, { areaM2 }) => all + areaM2, 0)
    expect(sum(after.survey)).toBeCloseTo(sum(before.survey), 3)
  })
})
