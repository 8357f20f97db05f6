import { expect, test } from 'vitest'
import { spanOf } from '../../../src/log/span'
import { cases } from '../../helpers/columns'
import { aFacts } from '../../helpers/facts'

const at = (text: string): number => Date.parse(text)

test('a pack whose facts only have days ends with the 24:00 of the last of them', () => {
  const span = spanOf(
    aFacts({
      cases: cases([
        { id: 'a', reportedAt: '2022-05-01' },
        { id: 'b', reportedAt: '2022-05-03' },
      ]),
    }),
  )
  expect(span).toEqual({ first: at('2022-05-01T00:00+08:00'), newest: at('2022-05-04T00:00+08:00') })
})

test('a fact with an hour ends the span at its hour', () => {
  const span = spanOf(
    aFacts({
      cases: cases([
        { id: 'a', reportedAt: '2022-05-01' },
        { id: 'b', reportedAt: '2022-05-03T10:30' },
      ]),
    }),
  )
  expect(span!.newest).toBe(at('2022-05-03T10:30+08:00'))
})

test('nothing dated has no span', () => expect(spanOf(aFacts({}))).toBeNull())
