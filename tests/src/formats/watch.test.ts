import { utils, write } from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import { ImportCancelled } from '../../../src/import/pace'
import { planImport } from '../../../src/import/plan'

const ROWS = 3_000

/** A workbook of as many rows, in one of the ways in which a spreadsheet program saves it. */
function bookOf(bookType: 'xlsx' | 'xlsb' | 'biff8' | 'ods'): Uint8Array {
  const lines = Array.from({ length: ROWS }, (_, i) => [`C${i}`, '2022-05-01', '确诊病例'])
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet([['id', 'reportedAt', 'kind'], ...lines]), '病例')
  return new Uint8Array(write(book, { bookType, type: 'array' }) as ArrayBuffer)
}

describe('a workbook that is opened whole', () => {
  test.each(['xlsx', 'xlsb'] as const)(
    'I84 %s tells its rows as they are read, before any is taken',
    async (type) => {
      const opening: (number | null)[] = []
      const plan = await planImport(
        [{ path: '病例.xlsx', bytes: bookOf(type) }],
        {},
        { progress: (_, __, ___, work) => void opening.push(work.opening) },
      )
      expect(plan.files).toMatchObject([{ taken: ROWS }])
      const told = opening.filter((rows) => rows !== null)
      expect(told[0]).toBe(0)
      expect(told.at(-1)).toBeGreaterThanOrEqual(ROWS)
      expect(told.length).toBeGreaterThan(ROWS / 100)
      expect(told).toEqual([...told].sort((a, b) => a - b))
      expect(opening.at(-1)).toBeNull()
    },
  )

  test.each(['xlsx', 'xlsb', 'biff8', 'ods'] as const)(
    'I84 %s that is cancelled ends amid the workbook, and makes no plan',
    async (type) => {
      let looks = 0
      const cancelled = (): boolean => ++looks > 10
      const files = [{ path: '病例.xlsx', bytes: bookOf(type) }]
      await expect(planImport(files, {}, { cancelled })).rejects.toBeInstanceOf(ImportCancelled)
      expect(looks).toBe(11)
    },
  )
})
