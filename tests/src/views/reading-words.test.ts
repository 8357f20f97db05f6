import { expect, test } from 'vitest'
import { readingOf } from '../../../src/views/import/drop/reading-words'

test('an import says how fast it is and how long it may take, once it can tell', () => {
  expect(readingOf(undefined, 60_000)).toBeNull()
  expect(readingOf({ share: 0.01, rows: 10_000, opening: null }, 60_000)).toBeNull()
  expect(readingOf({ share: 0.5, rows: 10_000, opening: null }, 1_000)).toBeNull()
  expect(readingOf({ share: 0.5, rows: 0, opening: null }, 10_000)).toBeNull()
  const short = { rows: '100,000', rate: '10,000', seconds: '30', isMinutes: false }
  expect(readingOf({ share: 0.25, rows: 100_000, opening: null }, 10_000)).toMatchObject(short)
  expect(readingOf({ share: 0.1, rows: 100_000, opening: null }, 60_000)).toMatchObject({
    minutes: '9.0',
    isMinutes: true,
  })
})
