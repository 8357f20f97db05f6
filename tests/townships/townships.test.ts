import { describe, expect, test } from 'vitest'
import { compared } from './compared'
import { takenOf } from './taken'
import { workbookOf } from './workbooks'

/** Values that are held against the truth here; all of them are in `npm run townships`. */
const READ =
  /^(?:reportedAt|exposedAt|transferredAt|startedAt|kind|foundIn|listed|sampled|resulted|name|rooms|lng|lat)$/

describe('workbooks of townships', () => {
  test.each([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 25, 26, 39, 40, 41])(
    'I83 of workbook %i no row is lost, none comes twice and no total is a place',
    async (number) => {
      const book = await workbookOf(number)
      const { rows, uncounted } = await takenOf(book)
      const { lost, doubled, wrong } = compared(book.truth, rows)
      expect({ lost, doubled, uncounted }).toEqual({ lost: [], doubled: [], uncounted: [] })
      for (const { truth, taken } of wrong)
        for (const [name, value] of Object.entries(truth.values).filter(([key]) => READ.test(key)))
          expect([name, taken.values[name]]).toEqual([name, value])
    },
  )
})
