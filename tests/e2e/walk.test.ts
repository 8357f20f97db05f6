import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, startApp } from '../helpers/app'
import { differenceText, type Group } from '../walk/figures'
import { FAULT_THIRDS, PACKS } from '../walk/packs'
import { type Sample, walkPack } from '../walk/walk'

let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app?.close())

const packNamed = (name: string) => PACKS.find((pack) => pack.name === name)!

/** Of which two screens or more print something, in a pack with zones. */
const WITH_ZONES: readonly Group[] = [
  ...(['as-of', 'level', 'state', 'date', 'people', 'area', 'cases'] as const),
  ...(['crossings', 'totals', 'found', 'reports', 'unplaced', 'sources'] as const),
]

/** The same of a pack without zones. */
const WITHOUT_ZONES: readonly Group[] = [
  ...(['as-of', 'totals', 'found', 'reports', 'unplaced', 'weeks', 'sources', 'clusters'] as const),
]

interface Agreed {
  readonly groups: readonly Group[]
  /** figures held against another screen at every moment, at least: a walk that compares nothing agrees with everything */
  readonly least: number
  readonly sample?: Sample
}

const ONE_ZONE: Sample = { inspectors: 1, papers: 1 }

/** Every pack that is walked. */
const AGREED: Readonly<Record<string, Agreed>> = {
  demo: { groups: WITH_ZONES, least: 180, sample: { inspectors: 3, papers: 1 } },
  tainan: { groups: [...WITHOUT_ZONES, 'towns'], least: 400 },
  liechtenstein: { groups: WITH_ZONES.filter((one) => one !== 'found' && one !== 'sources'), least: 100 },
  'shanghai-like': { groups: WITH_ZONES, least: 3_000 },
  unplaced: { groups: WITH_ZONES, least: 200 },
  'unplaced-made-up': { groups: WITH_ZONES, least: 200 },
  'no-policy': { groups: WITH_ZONES, least: 80 },
  'no-cutoffs': { groups: WITH_ZONES, least: 200 },
  'refused-rows': { groups: WITH_ZONES, least: 200 },
  'five-levels': { groups: WITH_ZONES, least: 200 },
  'no-zones': { groups: [...WITHOUT_ZONES, 'towns'], least: 200 },
  'cases-only': { groups: WITHOUT_ZONES, least: 60 },
  'zones-of-two-files': { groups: WITH_ZONES, least: 200 },
}

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

test('S38 every pack that is walked is walked here', () => {
  expect(Object.keys(AGREED)).toEqual(PACKS.map(({ name }) => name))
})

/** Packs per fault that `npm run walk` walks with all the others, and not this test: they take a page each for some minutes. */
const BY_COMMAND = FAULT_THIRDS.slice(0, 2).flat()

const walkable = PACKS.filter(({ name }) => !BY_COMMAND.includes(name)).map(
  ({ name }) => [name, AGREED[name]!] as const,
)

test.for(walkable)(
  'S38 every figure of %s that two screens or the command line print is the same at a moment of it',
  { timeout: 600_000 },
  async ([name, { groups, least, sample = ONE_ZONE }], { skip }) => {
    const whole = packNamed(name)
    // all the moments are walked by `npm run walk`
    const pack = { ...whole, moments: whole.moments.slice(0, 1) }
    if (pack.files === null) return skip('its data does not lie beside the repository')
    const walked = await walkPack(app, pack, sample)
    expect(walked.map(({ moment }) => moment)).toEqual(pack.moments)
    for (const { moment, counts, differences, errors, printed } of walked) {
      expect(differences.map(differenceText), moment).toEqual([])
      expect(errors, moment).toEqual([])
      const compared = new Map(counts.map((one) => [one.group, one.compared]))
      expect(
        groups.filter((group) => compared.get(group) === 0),
        moment,
      ).toEqual([])
      expect([...compared.values()].reduce((sum, one) => sum + one, 0)).toBeGreaterThan(least)
      if (name === 'demo' && moment === pack.moments[0]) expect(printed, moment).toEqual(PRINTED)
    }
  },
)
