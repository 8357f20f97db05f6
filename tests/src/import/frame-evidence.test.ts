import { expect, test } from 'vitest'
import { toGcj02, wgs84 } from '#geo'
import { planImport } from '../../../src/import/plan'
import { input } from '../../helpers/pack-input'

const STEP = 0.01
/** Eight villages side by side on the given corner, each a kilometre wide. */
function villages([west, south]: readonly [number, number]): string {
  const features = Array.from({ length: 8 }, (_, at) => {
    const [x, y] = [west + at * STEP, south]
    const ring = [
      [x, y],
      [x + STEP, y],
      [x + STEP, y + STEP],
      [x, y + STEP],
      [x, y],
    ]
    return {
      type: 'Feature',
      properties: { code: `V${at}`, name: `东${at}村`, kind: 'village' },
      geometry: { type: 'Polygon', coordinates: [ring] },
    }
  })
  return JSON.stringify({ type: 'FeatureCollection', features })
}

const MAINLAND = [114, 33.5] as const
const ISLAND = [120.2, 23] as const

/** A case in each village, 200 m from its eastern edge, as a map service or a satellite receiver gives it. */
function cases(
  [west, south]: readonly [number, number],
  { count = 8, isShifted = true, lon = '经度' }: { count?: number; isShifted?: boolean; lon?: string },
): string {
  const rows = Array.from({ length: count }, (_, at) => {
    const position = [west + (at + 1) * STEP - 0.002, south + STEP / 2] as const
    const [x, y] = isShifted ? toGcj02(wgs84(...position)) : position
    return `K${at},2022-07-05T09:00,确诊,社区筛查,东${at}村,${x.toFixed(6)},${y.toFixed(6)}`
  })
  return [`id,reportedAt,kind,foundIn,place,${lon},纬度`, ...rows].join('\n')
}

async function planned(files: Record<string, string>) {
  const plan = await planImport(input(files))
  const report = plan.files.find(({ kind }) => kind === 'cases')!
  const said = plan.problems.filter(({ code }) => code === 'frame-shown' || code === 'frame-unsure')
  return { frame: report.frame, said: said.map(({ code, seen }) => `${code} ${seen}`), plan }
}

test('I94 positions of which nobody says the frame are read in the one in which they lie where their rows say', async () => {
  const { frame, said, plan } = await planned({
    '村界.geojson': villages(MAINLAND),
    '台账.csv': cases(MAINLAND, {}),
  })
  expect({ frame, said }).toEqual({ frame: 'gcj02', said: ['frame-shown gcj02'] })
  expect(plan.problems.find(({ code }) => code === 'frame-shown')!.suggestion).toBe(
    'wgs84 0/8 · gcj02 8/8 · bd09 0/8',
  )
})

test('I94 four places are too few: the list stays as it is, and that is said', async () => {
  const files = { '村界.geojson': villages(MAINLAND), '台账.csv': cases(MAINLAND, { count: 4 }) }
  const { frame, said } = await planned(files)
  expect({ frame, said }).toEqual({ frame: 'wgs84', said: ['frame-unsure gcj02'] })
})

test.each([
  ['positions that lie right as they are', MAINLAND, { isShifted: false }],
  ['a frame in the header', MAINLAND, { lon: '经度(WGS-84)' }],
  ['positions off the mainland, where no map is shifted', ISLAND, {}],
])('I94 %s are left alone', async (_, corner, how) => {
  const files = { '村界.geojson': villages(corner), '台账.csv': cases(corner, how) }
  expect(await planned(files)).toMatchObject({ frame: 'wgs84', said: [] })
})

test('I94 what a pack states stands', async () => {
  const pack = {
    ...{ format: 'cordon-pack', version: 1, title: { zh: '区', en: 'D' }, timezone: 'Asia/Shanghai' },
    ...{ frame: 'wgs84', policy: null, use: 'review', synthetic: true },
  }
  const files = {
    'pack.json': JSON.stringify(pack),
    'places.geojson': villages(MAINLAND),
    'cases.csv': cases(MAINLAND, {}),
  }
  expect(await planned(files)).toMatchObject({ frame: 'wgs84', said: [] })
})

test('I94 a pack that says nothing of its frame is read by the same evidence, one that says it is read as it says', async () => {
  const pack = (frame: object): string =>
    JSON.stringify({
      ...{ format: 'cordon-pack', version: 1, title: { zh: '区', en: 'D' }, timezone: 'Asia/Shanghai' },
      ...{ policy: null, use: 'review', ...frame },
    })
  const lists = { 'places.geojson': villages(MAINLAND), 'cases.csv': cases(MAINLAND, {}) }
  expect((await planned({ ...lists, 'pack.json': pack({}) })).frame).toBe('gcj02')
  expect((await planned({ ...lists, 'pack.json': pack({ frame: 'wgs84' }) })).frame).toBe('wgs84')
})
