import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cityFiles, largeCity } from '../helpers/large-city'
import { MADE, madePack } from '../helpers/made-packs'
import { madeUpPack } from '../helpers/made-up-pack'
import { filesOf } from '../helpers/open-pack'
import { seeded } from '../helpers/seeded'
import { hasSharedData, sharedData } from '../helpers/shared-data'

type Files = Readonly<Record<string, string | Uint8Array>>

export interface WalkedPack {
  readonly name: string
  readonly moments: readonly string[]
  /** null where it does not lie beside the repository */
  readonly files: (() => Files) | null
  /** of the demo, which the page opens by itself */
  readonly isDemo?: boolean
}

const DEMO = resolve(fileURLToPath(import.meta.url), '../../../public/demo/lanxi')
const LOWERED_AT = '2022-05-18T08:00'
const DAY_OF_MADE = '2022-05-20'
const MADE_AT = `${DAY_OF_MADE}T14:00`
const BASE = { towns: 6, villagesPerTown: 4, cases: 160, zones: 6 } as const

/** Roads through the villages, one of them closed, and two posts, one on duty: lines of made packs are crossed too. */
function withRoads(files: Record<string, string>): Record<string, string> {
  const line = (name: string, coordinates: readonly (readonly number[])[]): object => ({
    type: 'Feature',
    properties: { name, class: 'secondary', closed: name === '南北1路' },
    geometry: { type: 'LineString', coordinates },
  })
  const roads = [0, 1, 2, 3].flatMap((at) => [
    line(`东西${at + 1}路`, [
      [113.19, 23.1023 + at * 0.005],
      [113.24, 23.1023 + at * 0.005],
    ]),
    line(`南北${at + 1}路`, [
      [113.2021 + at * 0.01, 23.09],
      [113.2021 + at * 0.01, 23.13],
    ]),
  ])
  const post = (id: string, coordinates: readonly number[]): object => ({
    type: 'Feature',
    properties: { id, kind: 'checkpoint', name: `${id} 卡点`, from: '2022-05-10T08:00' },
    geometry: { type: 'Point', coordinates },
  })
  const posts = [post('K-1', [113.205, 23.1023]), post('K-2', [113.2, 23.1023])]
  const collection = (features: readonly object[]): string =>
    JSON.stringify({ type: 'FeatureCollection', features })
  return {
    ...files,
    'roads.geojson': collection(roads),
    'facilities.geojson': collection(posts),
    'checks.csv': `checkpoint,at,present\nK-1,${DAY_OF_MADE}T13:10,police1\n`,
  }
}

function withRows(
  files: Record<string, string>,
  name: string,
  rows: readonly string[],
): Record<string, string> {
  return { ...files, [name]: [files[name]!, ...rows].join('\n') }
}

function withoutReporting(files: Record<string, string>): Record<string, string> {
  const { reporting: _cutoffs, ...pack } = JSON.parse(files['pack.json']!) as { reporting?: object }
  return { ...files, 'pack.json': JSON.stringify(pack) }
}

/** The zones of a pack in two files; the second goes on with a zone of the first, lowered. */
function inTwoFiles({ 'zones.geojson': zones, ...files }: Record<string, string>): Record<string, string> {
  const { features } = JSON.parse(zones!) as { features: { properties: object }[] }
  const half = Math.ceil(features.length / 2)
  const file = (own: readonly object[]): string =>
    JSON.stringify({ type: 'FeatureCollection', features: own })
  const ended = { ...features[0]!, properties: { ...features[0]!.properties, to: LOWERED_AT } }
  const lowered = {
    ...features[0]!,
    properties: { ...features[0]!.properties, level: 'controlled', from: LOWERED_AT },
  }
  return {
    ...files,
    'zones/first.geojson': file([ended, ...features.slice(1, half)]),
    'zones/second.geojson': file([...features.slice(half), lowered]),
  }
}

/** The demo with cases that name no ground: they hold zones. */
function unplacedDemo(): Files {
  const files = filesOf(DEMO)
  const text = new TextDecoder().decode(files['cases.csv']).trimEnd()
  const rows = [
    'LX22-998,2022-05-27T12:00:00+08:00,,,confirmed,,local,community,,,0,0,,,,',
    'LX22-999,2022-05-27T12:10:00+08:00,,,asymptomatic,,local,central,查无此处,,,,,,,',
  ]
  return { ...files, 'cases.csv': `${[text, ...rows].join('\n')}\n` }
}

/** A pack per fault. */
const FAULTS: Readonly<Record<string, () => Files>> = {
  unplaced: unplacedDemo,
  'unplaced-made-up': () =>
    withRows(withRoads(madePack(BASE)), 'cases.csv', [
      'U1,2022-05-19T09:30,confirmed,community,',
      'U2,2022-05-20T08:10,asymptomatic,central,',
      'U3,2022-05-18T10:00,confirmed,community,查无此村',
    ]),
  'no-policy': madeUpPack,
  'no-cutoffs': () => withoutReporting(withRoads(madePack({ ...BASE, reported: 14 }))),
  'refused-rows': () =>
    withRows(withRoads(madePack({ ...BASE, reported: 20 })), 'cases.csv', [
      'R1,2022-02-30T09:30,confirmed,community,T0101',
      'R2,无,confirmed,community,T0102',
      'R3,2022-05-19T25:61,confirmed,central,T0201',
    ]),
  'five-levels': () => madePack(MADE['five-levels']!),
  'no-zones': () => madePack(MADE['no-zones']!),
  'cases-only': () => madePack(MADE['cases-only']!),
  'zones-of-two-files': () => inTwoFiles(withRoads(madePack(BASE))),
}

/** The packs per fault in thirds, always the same: a test on a page takes one of them, the commands take all. */
export const FAULT_THIRDS: readonly (readonly string[])[] = ((): readonly string[][] => {
  const random = seeded(1366)
  const mixed = Object.keys(FAULTS)
    .map((name) => [random.next(), name] as const)
    .sort(([a], [b]) => a - b)
    .map(([, name]) => name)
  const third = Math.ceil(mixed.length / 3)
  return [0, 1, 2].map((at) => mixed.slice(at * third, (at + 1) * third))
})()

/** The large city with cases at its compounds. */
function shanghaiLike(): Files {
  const city = largeCity()
  const compounds = city.places.filter(({ kind }) => kind === 'compound')
  const random = seeded(5)
  const cases = Array.from({ length: 3_000 }, (_, at) => {
    const day = String(1 + Math.floor(random.next() * 25)).padStart(2, '0')
    const found = random.next() < 0.3 ? 'community' : 'central'
    const home = compounds[Math.floor(random.next() * compounds.length)]!.code
    return `K${at + 1},2022-05-${day}T09:30,${at % 3 ? 'asymptomatic' : 'confirmed'},${found},${home}`
  })
  return { ...cityFiles(city), 'cases.csv': ['id,reportedAt,kind,foundIn,place', ...cases].join('\n') }
}

const shared = (folder: string): (() => Files) | null =>
  hasSharedData(folder) ? () => filesOf(sharedData(folder)) : null

/** Everything that is walked. */
export const PACKS: readonly WalkedPack[] = [
  {
    name: 'demo',
    moments: ['2022-05-27T14:00', '2022-05-18T09:00', '2022-05-22T20:00', '2022-05-13T21:00'],
    files: () => filesOf(DEMO),
    isDemo: true,
  },
  {
    name: 'tainan',
    moments: ['2015-08-20T12:00', '2015-09-15T12:00', '2015-10-20T12:00'],
    files: shared('tainan-2015'),
  },
  { name: 'liechtenstein', moments: ['2022-05-27T14:00'], files: shared('liechtenstein') },
  { name: 'shanghai-like', moments: ['2022-05-25T12:00'], files: shanghaiLike },
  ...Object.entries(FAULTS).map(([name, files]) => ({
    name,
    moments: [name === 'no-policy' || name === 'unplaced' ? '2022-05-27T14:00' : MADE_AT],
    files,
  })),
]

/** The files as a folder for the command line. */
export function onDisk(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), 'cordon-walk-'))
  for (const [name, body] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), body)
  }
  return folder
}
