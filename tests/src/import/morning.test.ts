import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { planImport } from '../../../src/import/plan'
import { MemoryLog } from '../../helpers/pack-input'
import { seeded } from '../../helpers/seeded'
import { hasSharedData, sharedData } from '../../helpers/shared-data'

const MORNING = '../cases/morning'
const isThere = hasSharedData(MORNING)
if (!isThere) console.log(`skipped: ${sharedData(MORNING)} is absent`)

function filesUnder(folder: string, within = ''): { path: string; bytes: Uint8Array }[] {
  return readdirSync(join(folder, within), { withFileTypes: true }).flatMap((entry) => {
    const path = within === '' ? entry.name : `${within}/${entry.name}`
    return entry.isDirectory()
      ? filesUnder(folder, path)
      : [{ path, bytes: new Uint8Array(readFileSync(join(folder, path))) }]
  })
}

describe.skipIf(!isThere)('all files of a first morning in one drop', () => {
  test('I112 198 places come once, every repeated list is named, nothing is added twice, in any order', async () => {
    const files = filesUnder(sharedData(MORNING))
    const answering = { answers: {}, takesProposed: true }
    const random = seeded(9)
    const written = new Set<string>()
    for (let turn = 0; turn < 3; turn++) {
      const shuffled = files.map((file) => ({ file, at: random.next() })).sort((a, b) => a.at - b.at)
      const log = new MemoryLog()
      const { plan, offer } = await log.offer(
        shuffled.map(({ file }) => file),
        answering,
      )
      log.say(offer.drafts, offer.blocks)
      written.add(JSON.stringify([offer.drafts, plan.problems]))
      if (turn > 0) continue
      const { places, cases, zones, facilities } = log.register()
      expect(places.filter(({ code }) => /^411104/.test(code))).toHaveLength(198)
      expect(places.filter(({ kind }) => kind === 'compound')).toHaveLength(6)
      // twelve of the ledger, three of the second day, four of the two towns
      expect([cases.length, zones.length, facilities.length]).toEqual([19, 3, 3])
      expect(plan.refused).toEqual([])
      const taken = new Map(plan.files.map((file) => [file.file, file.taken]))
      const named = new Set(
        plan.problems.flatMap(({ code, file }) =>
          code === 'same-list' || code === 'same-rows' ? [file] : [],
        ),
      )
      // of one person of this list the day is later than in the first, so that this row counts
      expect(taken.get('cases-gcj-nopack.csv')).toBe(1)
      expect([...named].sort()).toEqual(
        [...taken]
          .flatMap(([file, count]) => (count === 0 || file === 'cases-gcj-nopack.csv' ? [file] : []))
          .sort(),
      )
      expect(named.size).toBe(14)
      const again = await log.offer(files, answering)
      expect(
        again.offer.counts.map(({ added, changed }) => added + changed).filter((count) => count > 0),
      ).toEqual([])
    }
    expect(written.size).toBe(1)
  })

  test('I111 the second day is three other people', async () => {
    const log = new MemoryLog()
    const [first, second] = ['cases-gcj-nopack.csv', 'day2/cases.csv'].map((path) => ({
      path: path.replace('/', ' '),
      bytes: new Uint8Array(readFileSync(sharedData(join(MORNING, path)))),
    }))
    const places = {
      path: '召陵区村界.geojson',
      bytes: new Uint8Array(readFileSync(sharedData(join(MORNING, '召陵区村界.geojson')))),
    }
    await log.take([places, first!])
    const { offer } = await log.offer([second!])
    expect([offer.compared, offer.counts.map(({ added, changed }) => [added, changed])]).toEqual([
      [],
      [[3, 0]],
    ])
    expect((await planImport([places, first!])).refused).toEqual([])
  })
})
