import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, startApp } from '../helpers/app'
import { differenceText, type Group } from '../walk/figures'
import { PACKS } from '../walk/packs'
import { walkPack } from '../walk/walk'

let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app?.close())

const packNamed = (name: string) => PACKS.find((pack) => pack.name === name)!

/** Every screen that is read must be found on it: a walk that compares nothing agrees with everything. */
const COMPARED: readonly Group[] = [
  ...(['as-of', 'level', 'state', 'date', 'people', 'area', 'cases'] as const),
  ...(['crossings', 'totals', 'found', 'reports', 'unplaced', 'sources'] as const),
]

/** What two screens print of a pack without zones. */
const COMPARED_WITHOUT_ZONES: readonly Group[] = [
  ...(['as-of', 'totals', 'found', 'reports', 'unplaced', 'weeks', 'towns', 'sources', 'clusters'] as const),
]

/** What each screen prints of the demo: a figure that is no longer found there is no skip. */
const PRINTED: Readonly<Record<string, readonly Group[]>> = {
  command: [
    ...(['as-of', 'level', 'state', 'date', 'clock', 'left', 'crossings', 'totals', 'reports'] as const),
    ...(['unplaced', 'sources', 'clusters'] as const),
  ],
  wall: [
    ...(['as-of', 'state', 'date', 'clock', 'left', 'crossings', 'totals', 'found', 'reports'] as const),
    ...(['unplaced', 'towns', 'rounds', 'sources'] as const),
  ],
  towns: ['crossings', 'totals', 'reports', 'towns', 'rounds'],
  list: ['state', 'date', 'clock', 'totals'],
  layers: ['crossings', 'totals', 'reports', 'towns'],
  inspector: ['level', 'state', 'date', 'clock', 'people', 'area', 'cases', 'crossings'],
  checks: [
    ...(['level', 'state', 'date', 'clock', 'left', 'people', 'cases', 'crossings', 'totals'] as const),
    ...(['reports', 'unplaced', 'towns', 'sources', 'clusters'] as const),
  ],
  compare: ['level', 'date', 'clock', 'totals'],
  form: ['as-of', 'level', 'date', 'clock', 'people', 'area', 'cases'],
  notice: ['people', 'area'],
  briefing: ['state', 'date', 'clock', 'totals', 'unplaced'],
  sheet: ['as-of', 'totals', 'found', 'sources'],
}

test.each([
  { name: 'demo', moments: ['2022-05-27T14:00'] },
  { name: 'zones-of-two-files', moments: packNamed('zones-of-two-files').moments },
])(
  'S38 every figure that two screens or the command line print of $name is the same',
  async ({ name, moments }) => {
    const walked = await walkPack(app, { ...packNamed(name), moments }, { inspectors: 3, papers: 1 })
    expect(walked.map(({ moment }) => moment)).toEqual(moments)
    for (const { moment, counts, differences, errors, printed } of walked) {
      if (name === 'demo') expect(printed, moment).toEqual(PRINTED)
      expect(Object.keys(printed), moment).toEqual(Object.keys(PRINTED))
      expect(differences.map(differenceText), moment).toEqual([])
      expect(errors, moment).toEqual([])
      const without = counts.filter(({ group, compared }) => COMPARED.includes(group) && compared === 0)
      expect(
        without.map(({ group }) => group),
        moment,
      ).toEqual([])
    }
  },
)

test.skipIf(packNamed('tainan').files === null)(
  'S38 without zones totals, weeks, towns, sources and clusters of a real outbreak are the same on every screen',
  async () => {
    const moments = packNamed('tainan').moments.slice(1, 2)
    const [walked] = await walkPack(app, { ...packNamed('tainan'), moments })
    expect(walked!.differences.map(differenceText)).toEqual([])
    expect(walked!.errors).toEqual([])
    const compared = walked!.counts.filter((one) => one.compared > 0).map(({ group }) => group)
    expect(COMPARED_WITHOUT_ZONES.filter((group) => !compared.includes(group))).toEqual([])
  },
)

test('S38 the zones that unplaced rows hold are as many on the command line as on the wall', async () => {
  const [walked] = await walkPack(app, packNamed('unplaced'), { inspectors: 2, papers: 0 })
  expect(walked!.differences.map(differenceText)).toEqual([])
  expect(walked!.counts.find(({ group }) => group === 'unplaced')!.compared).toBeGreaterThan(4)
})
