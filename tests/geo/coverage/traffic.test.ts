import { describe, expect, test } from 'vitest'
import { type Passage, trafficOn } from '#geo'
import { moment, origin } from '../../helpers/facts'

const DAY = '2022-05-20'
const row = (over: Partial<Passage> & { knownAt?: string } = {}): Passage => {
  const { knownAt, ...said } = over
  return {
    ...{ checkpoint: 'K01', day: DAY, direction: 'in', group: null },
    ...{ vehicles: null, persons: null, fever: null, refused: null },
    origin: { ...origin('checkpoint-log.csv'), knownAt: knownAt ? moment(knownAt).at : null },
    ...said,
  }
}
const vehicles = (...passages: Passage[]) => {
  const { whole, posts } = trafficOn({ passages }, DAY)!
  const [post] = posts
  const said = ({ vehicles: value, leastOf }: typeof whole) =>
    `${leastOf.includes('vehicles') ? '≥' : ''}${value ?? '—'}`
  return [said(whole), said(post!.in), said(post!.out)]
}

describe('L120 who passed a post is told once', () => {
  test('the total of a post beside its parts is not added', () => {
    const parts = [row({ vehicles: 40 }), row({ direction: 'out', vehicles: 60 })]
    expect(vehicles(...parts)).toEqual(['100', '40', '60'])
    expect(vehicles(...parts, row({ direction: null, vehicles: 100 }))).toEqual(['100', '40', '60'])
    expect(vehicles(...parts, row({ direction: null, vehicles: 130 }))).toEqual(['≥130', '≥40', '≥60'])
    expect(vehicles(...parts, row({ direction: null, vehicles: 90 }))).toEqual(['≥100', '≥40', '≥60'])
    expect(vehicles(row({ direction: null, vehicles: 100 }))).toEqual(['100', '—', '—'])
  })

  test('a direction beside its groups, a group beside its directions', () => {
    const groups = [row({ group: 'supply', vehicles: 10 }), row({ group: 'resident', vehicles: 30 })]
    expect(vehicles(...groups, row({ vehicles: 40 }))).toEqual(['40', '40', '—'])
    expect(vehicles(...groups, row({ vehicles: 45 }))).toEqual(['≥45', '≥45', '—'])
    expect(vehicles(...groups, row({ direction: null, group: 'supply', vehicles: 25 }))).toEqual([
      '≥55',
      '≥40',
      '—',
    ])
    expect(vehicles(row({ direction: null, group: 'supply', vehicles: 25 }))).toEqual(['25', '—', '—'])
  })

  test('a whole tells what one of its parts leaves open', () => {
    const parts = [row({ vehicles: 40 }), row({ direction: 'out' })]
    expect(vehicles(...parts)).toEqual(['≥40', '40', '—'])
    expect(vehicles(...parts, row({ direction: null, vehicles: 100 }))[0]).toBe('100')
    expect(vehicles(...parts, row({ direction: null }))).toEqual(['≥40', '40', '—'])
  })

  test('of rows of one post, day, direction and group the one known last counts, wherever it stands', () => {
    const early = row({ vehicles: 90, knownAt: '2022-05-20T08:00' })
    const late = row({ vehicles: 60, knownAt: '2022-05-20T18:00' })
    expect(vehicles(early, late)).toEqual(vehicles(late, early))
    expect(vehicles(early, late)[0]).toBe('60')
  })

  test('of several known at once the highest is the least that passed', () => {
    expect(vehicles(row({ vehicles: 60 }), row({ vehicles: 90 }))).toEqual(['≥90', '≥90', '—'])
    expect(vehicles(row({ vehicles: 90 }), row({ vehicles: 90 }))).toEqual(['90', '90', '—'])
    expect(vehicles(row({ vehicles: 90 }), row({}))).toEqual(['≥90', '≥90', '—'])
  })
})
