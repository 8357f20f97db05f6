import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { addDays, assess, type Facts, type Policy, startOfDay } from '#geo'
import type { Setting } from '../../geo/zones/moves/setting'
import { demoFacts } from '../helpers/demo-facts'
import { SHANGHAI } from '../helpers/facts'
import { factsOfWorse } from '../helpers/lowering'
import { manyZones } from '../helpers/many-zones'
import { filesOf } from '../helpers/open-pack'
import { MemoryLog } from '../helpers/pack-input'
import { editionFacts, editionRows, MOVING } from '../helpers/random-editions'
import { PACK_POLICIES, factsOf as packFacts, randomPack } from '../helpers/random-packs'
import { factsOf, randomRows } from '../helpers/random-zones'
import { hasSharedData, sharedData } from '../helpers/shared-data'
import { waitingEditions } from '../helpers/waiting-editions'
import { worseThan } from '../helpers/worse-packs'

/** The slow obvious way: every zone is near every other, and whoever moves makes all others be asked again. */
let assessAll: typeof assess

beforeAll(async () => {
  vi.resetModules()
  vi.doMock('../../geo/zones/neighbourhoods', () => ({
    neighbourhoodsOf: ({ stays, live }: Setting) => {
      const all = [...new Set([...stays.keys(), ...live.keys()])]
      return () => all
    },
  }))
  ;({ assess: assessAll } = await import('../../geo/zones/assess'))
  vi.doUnmock('../../geo/zones/ground/neighbourhoods')
})

const DAYS = [9, 17, 26].map((days) => startOfDay(SHANGHAI, addDays('2022-05-01', days)))

function expectSame(facts: Facts, days: readonly number[] = DAYS): number {
  let moves = 0
  for (const asOf of days) {
    const answer = assess(facts, { asOf })
    expect(JSON.stringify(answer)).toBe(JSON.stringify(assessAll(facts, { asOf })))
    moves += answer.zones.flatMap(({ forecast }) => forecast.filter(({ recorded }) => !recorded)).length
  }
  return moves
}

describe('Z82 who is asked again only where it concerns them answers like all asked again', () => {
  test.each(MOVING.map((policy): [string, Policy] => [policy.id, policy]))(
    'Z82 %s: many zones in two counties',
    (_, policy) => {
      let moves = 0
      for (let seed = 1; seed <= 5; seed++) moves += expectSame(manyZones(seed, policy))
      expect(moves).toBeGreaterThan(3)
    },
  )

  test('Z82 zones that wait until so many others of their county or town, or beside them, have come down', () => {
    let moves = 0
    for (let seed = 1; seed <= 60; seed++) {
      const policies = waitingEditions(seed)
      moves += expectSame(manyZones(seed, policies[0], { others: policies, policies }), DAYS.slice(1, 2))
    }
    expect(moves).toBeGreaterThan(100)
  })

  test('Z82 few zones of every edition, and one condition of every kind', () => {
    for (const policy of MOVING)
      for (let seed = 1; seed <= 2; seed++) expectSame(editionFacts(editionRows(policy, seed)))
    for (let seed = 1; seed <= 30; seed++) expectSame(factsOf(randomRows(seed)))
  })

  test('Z82 packs that say less for lowering', () => {
    const last = [startOfDay(SHANGHAI, '2022-05-29')]
    for (const [seed] of PACK_POLICIES.entries()) {
      const pack = randomPack(seed)
      expectSame(packFacts(pack), last)
      for (const worse of worseThan(pack).filter((_, i) => i % 23 === seed % 23))
        expectSame(factsOfWorse(worse), last)
    }
  })

  test('Z82 the demo on three days of its last week', async () => {
    const facts = await demoFacts()
    const { timezone, asOf } = facts.pack
    const days = [7, 3, 0].map((back) => startOfDay(timezone, addDays(asOf!.slice(0, 10), -back)))
    expect(expectSame(facts, days)).toBeGreaterThan(3)
  })
})

async function expectSamePack(folder: string, days: readonly string[]): Promise<void> {
  const log = new MemoryLog()
  await log.take(filesOf(folder))
  const facts = log.register()
  expectSame(
    facts,
    days.map((day) => startOfDay(facts.pack.timezone, day)),
  )
}

const CASES = sharedData('../cases')

describe.skipIf(!hasSharedData('../cases'))('odd packs (skipped where they are absent)', () => {
  test('Z82 each of them', async () => {
    for (const { name } of readdirSync(CASES, { withFileTypes: true }).filter((one) => one.isDirectory()))
      await expectSamePack(join(CASES, name), ['2022-05-27', '2022-07-09'])
  })
})

describe.skipIf(!hasSharedData('tainan-2015'))('Tainan (skipped where the data are absent)', () => {
  test('Z82 as brought', () => expectSamePack(sharedData('tainan-2015'), ['2015-09-30']))
})

describe.skipIf(!hasSharedData('liechtenstein'))('Liechtenstein (skipped where the data are absent)', () => {
  test('Z82 as brought', () => expectSamePack(sharedData('liechtenstein'), ['2022-03-02']))
})
