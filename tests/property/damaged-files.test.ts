import { describe, expect, test } from 'vitest'
import { planImport } from '../../src/import/plan'
import { seeded } from '../helpers/seeded'
import { damagedFiles, faultOfImport, WHOLE } from '../helpers/whole-files'

/** `npm run fuzz` takes as many as wanted, and times them. */
const SEEDS = Array.from({ length: 25 }, (_, i) => i + 1)

describe('damaged files', () => {
  test.each(Object.entries(WHOLE))('I91 %s is read whole', async (path, { bytes, rows, beside }) => {
    const files = [{ path, bytes }, ...(beside ? [{ path: path.replace(/shp$/, 'dbf'), bytes: beside }] : [])]
    const plan = await planImport(files)
    expect(plan.files).toMatchObject([{ rows, taken: rows }])
  })

  test.each(Object.entries(WHOLE))(
    'I91 %s damaged is taken or refused with a sentence',
    async (path, whole) => {
      for (const seed of SEEDS) {
        const files = damagedFiles(path, whole, seeded(seed * 7_919 + path.length))
        expect(await faultOfImport(files), `${path}, seed ${seed}`).toBeNull()
      }
    },
  )
})
