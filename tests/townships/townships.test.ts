import { describe, expect, test } from 'vitest'
import { compared } from './compared'
import { takenOf } from './taken'
import { workbookOf } from './workbooks'

describe('workbooks of townships', () => {
  test.each([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14, 22, 23, 25, 26, 29, 37, 39, 40, 41, 44])(
    'I83 of workbook %i no row is lost, none comes twice, no total is a place and every value is the true one',
    async (number) => {
      const book = await workbookOf(number)
      const { rows, uncounted } = await takenOf(book)
      expect({ ...compared(book.truth, rows), uncounted }).toEqual({
        lost: [],
        doubled: [],
        wrong: [],
        uncounted: [],
      })
    },
  )
})
