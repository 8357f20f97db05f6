import { describe, expect, test } from 'vitest'
import type { Facts } from '#geo'
import { spanOf } from '../../../src/log/fold/span'
import { cases } from '../../helpers/columns'
import { aFacts, aRound, aStep, aZone } from '../../helpers/facts'

const at = (text: string): number => Date.parse(text)
const LATER = at('2022-06-01T00:00+08:00')

test('a pack whose facts only have days ends with the 24:00 of the last of them', () => {
  const span = spanOf(
    aFacts({
      cases: cases([
        { id: 'a', reportedAt: '2022-05-01' },
        { id: 'b', reportedAt: '2022-05-03' },
      ]),
    }),
    LATER,
  )
  expect(span).toMatchObject({ first: at('2022-05-01T00:00+08:00'), newest: at('2022-05-04T00:00+08:00') })
})

test('a fact with an hour ends the span at its hour', () => {
  const span = spanOf(
    aFacts({
      cases: cases([
        { id: 'a', reportedAt: '2022-05-01' },
        { id: 'b', reportedAt: '2022-05-03T10:30' },
      ]),
    }),
    LATER,
  )
  expect(span!.newest).toBe(at('2022-05-03T10:30+08:00'))
})

test('nothing dated has no span', () => expect(spanOf(aFacts({}), LATER)).toBeNull())

describe('S34 what the page opens at', () => {
  const NOW = at('2022-05-27T14:00+08:00')
  const facts = (reported: readonly string[], over: Partial<Facts> = {}): Facts =>
    aFacts({ cases: cases(reported.map((reportedAt) => ({ reportedAt }))), ...over })
  const days = ['2022-05-25', '2022-05-26', '2022-05-27T10:00']

  test.each(['0001-05-26', '1922-05-26', '2202-05-26', '9999-12-31'])(
    'a case of %s moves no end',
    (typed) => {
      expect(spanOf(facts([...days, typed]), NOW)).toEqual(spanOf(facts(days), NOW))
    },
  )

  test('plans ahead are no occurrence; what has begun is', () => {
    const plans = {
      zones: [
        aZone({ id: 'A', from: '2022-05-20', to: '9999-12-31' }),
        aZone({ id: 'B', from: '2022-06-20' }),
      ],
      rounds: [{ ...aRound({ startedAt: '2022-06-01' }), finishedAt: null }],
      steps: [aStep({ zone: 'A', transition: 't', at: '2022-05-26', takesEffectAt: '2022-07-01T18:00' })],
    }
    expect(spanOf(facts(days, plans), NOW)!.occurred).toEqual({
      newest: at('2022-05-27T10:00+08:00'),
      isAhead: false,
    })
    const later = at('2022-06-20T14:00+08:00')
    expect(spanOf(facts(days, plans), later)!.occurred!.newest).toBe(at('2022-06-21T00:00+08:00'))
    expect(spanOf(aFacts({ zones: [aZone({ id: 'B', from: '2022-06-20' })] }), NOW)!.occurred).toBeNull()
  })

  test('an occurrence after now is ahead; today’s day is not', () => {
    expect(spanOf(facts([...days, '2022-05-28T08:00']), NOW)!.occurred!.isAhead).toBe(true)
    expect(spanOf(facts(['2022-05-26', '2022-05-27']), NOW)!.occurred!.isAhead).toBe(false)
  })

  test('what was learned within 48 hours is believed, however old everything else is', () => {
    const old = Array.from({ length: 9 }, () => '2020-05-01')
    const columns = cases([...old, '2022-05-27'].map((reportedAt) => ({ reportedAt })))
    const learned = columns.knownAt.map((_, row) => (row === 9 ? NOW : Number.NaN))
    expect(spanOf(aFacts({ cases: columns }), NOW)!.newest).toBe(at('2020-05-02T00:00+08:00'))
    expect(spanOf(aFacts({ cases: { ...columns, knownAt: learned } }), NOW)!.newest).toBe(
      at('2022-05-28T00:00+08:00'),
    )
  })
})
