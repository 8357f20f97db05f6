import { rmSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { main } from '../../../src/cli/main'
import { titleOf, zoneTitle } from '../../../src/i18n/zone-title'
import { aCollection, aFeature, aSquare, codesOf, planOf } from '../../helpers/pack-input'
import { onDisk } from '../../walk/packs'

const zone = (id: string, name: string, west: number): object =>
  aFeature({ id, name, level: 'sealed', from: '2022-05-10T20:00' }, aSquare(west, 23.1))
const pack = onDisk({
  'pack.json': JSON.stringify({
    ...{ format: 'cordon-pack', version: 1, timezone: 'Asia/Shanghai', frame: 'wgs84', use: 'review' },
    ...{ policy: 'cn-2021-three-zone' },
  }),
  'places.geojson': JSON.stringify(
    aCollection(
      aFeature({ code: 'T1', name: 'T1', kind: 'town' }, aSquare(113.2, 23.1)),
      aFeature({ code: 'T2', name: '青石镇', kind: 'town' }, aSquare(113.22, 23.1)),
    ),
  ),
  'zones.geojson': JSON.stringify(aCollection(zone('Z1', 'Z1', 113.2), zone('Z2', '青石片区', 113.22))),
  'cases.csv': [
    'id,reportedAt,place',
    ...[8, 9, 10].map((day) => `K${day},2022-05-${String(day).padStart(2, '0')}T09:30,T1`),
  ].join('\n'),
  'rounds.csv':
    'zone,round,startedAt,finishedAt,listed,sampled,resulted,result\nZ1,1,2022-05-15T08:00,,9,9,9,\n',
  'roads.geojson': JSON.stringify(
    aCollection(
      aFeature(
        { class: 'primary' },
        {
          type: 'LineString',
          coordinates: [
            [113.205, 23.105],
            [113.215, 23.105],
          ],
        },
      ),
    ),
  ),
})
afterAll(() => rmSync(pack, { recursive: true }))

async function saidOf(words: readonly string[], language: 'zh_CN.UTF-8' | 'C'): Promise<string> {
  let out = ''
  const streams = { out: (text: string) => (out += text), err: () => undefined, env: { LANG: language } }
  expect(await main(words, streams)).toBe(0)
  return out
}
const printed = (command: string, language: 'zh_CN.UTF-8' | 'C'): Promise<string> =>
  saidOf([command, pack, '--as-of', '2022-05-15T12:00'], language)

describe.each(['assess', 'coverage', 'clusters'])('H39 the tables of cordon %s', (command) => {
  test.each(['zh_CN.UTF-8', 'C'] as const)(
    'print local times and words, no code of a state (%s)',
    async (language) => {
      const text = await printed(command, language)
      expect(text).not.toMatch(/\d{4}-\d\d-\d\dT|Z$|\+08:00/m)
      expect(text).not.toMatch(/→ \S+ +(blocked|unknown|due|approval)\b/)
      if (command === 'assess')
        expect(text).toMatch(language === 'C' ? /→ Normal +Not met/ : /→ 常态化防控 +条件未满足/)
      if (language !== 'C') expect(text).not.toMatch(/\b(running|done|district)\b/)
      expect(text).not.toMatch(/\b(sealed|controlled|normal|unseal|un-?control)\b/)
    },
  )
})

describe('H39 what the tables name', () => {
  test('clusters stand with their cases, and when they began and ended', async () => {
    const line = (await printed('clusters', 'zh_CN.UTF-8')).split('\n').find((one) => one.startsWith('K8'))!
    expect(line).toContain('5/8 09:30')
    expect(line).toContain('K10 K8 K9')
  })

  test('that no cases are linked is said, and no table without a row', async () => {
    const lines = ['zh_CN.UTF-8', 'C'].map((language) =>
      saidOf(
        ['clusters', pack, '--as-of', '2022-05-15T12:00', '--min', '9'],
        language as 'zh_CN.UTF-8' | 'C',
      ),
    )
    const [zh, en] = await Promise.all(lines)
    expect(zh).toContain('没有这样的聚集')
    expect(zh).not.toContain('半径')
    expect(en).toContain('No cases are linked so')
  })

  test('what is open is listed in the signs of its language', async () => {
    const [zh, en] = [await printed('assess', 'zh_CN.UTF-8'), await printed('assess', 'C')]
    expect(zh).toContain('）；')
    expect(zh).not.toMatch(/[\u4e00-\u9fff）][;?]/)
    expect(en).toMatch(/\); /)
    expect(en).not.toMatch(/[；？]/)
  })

  test('a zone or a place whose code is its name is named once', async () => {
    const [assessed, covered] = [await printed('assess', 'C'), await printed('coverage', 'C')]
    expect(assessed).toMatch(/^Z1 {3,}Sealed/m)
    expect(assessed).not.toMatch(/^Z1 +Z1\b/m)
    expect(covered).not.toMatch(/Z1 +Z1\b|T1 T1/)
    expect(covered).toContain('T2 青石镇')
    expect([titleOf('Z1', 'Z1'), titleOf('Z1', ''), titleOf('Z1', '青石')]).toEqual(['Z1', 'Z1', 'Z1 青石'])
    expect(zoneTitle({ code: { zh: '封01', en: 'S-01' }, name: '封01' }, 'zh')).toBe('封01')
  })
})

test('an end before its start is shown as the local time that the file gives', async () => {
  const early = aFeature({ id: 'Z', level: 'sealed', from: '2022-05-10T20:00', to: '2022-05-10T07:30' })
  const plan = await planOf({ 'zones.geojson': aCollection(early) })
  expect(codesOf(plan)).toContain('zones.geojson:1 ends-before-start')
  expect(plan.problems.find(({ code }) => code === 'ends-before-start')!.seen).toBe('2022-05-10 07:30')
})

test('S32 what is unplaced or far away is told in words and days, not in codes', async () => {
  const own = onDisk({
    'pack.json': JSON.stringify({
      ...{ format: 'cordon-pack', version: 1, timezone: 'Asia/Shanghai', frame: 'wgs84', use: 'review' },
      ...{ policy: 'cn-2021-three-zone' },
    }),
    'places.csv': 'code,name,kind\nT1,青石镇,town\n',
    'cases.csv': `id,reportedAt,place\n${[8, 9, 10, 11].map((day) => `K${day},2022-05-${String(day).padStart(2, '0')},T1`).join('\n')}\nK5,2202-05-09T10:00,T1\nK6,2022-05-10,X9\n`,
  })
  const out = await saidOf(['assess', own, '--as-of', '2022-05-15T12:00'], 'C')
  expect(out).toContain('cases (9 May 2202)')
  expect(out).toContain('cases.csv, row 7: place not known')
  expect(out).not.toMatch(/unknown-place|T10:00|reportedAt/)
  rmSync(own, { recursive: true })
})

test('a table says that its rules held no longer, and that nobody gave a list of cases', async () => {
  const later = ['assess', pack, '--as-of', '2022-07-10T12:00']
  expect(await saidOf(later, 'zh_CN.UTF-8')).toContain('规则已于2022年6月28日停止执行')
  expect(await saidOf(later, 'C')).toContain('The rules ended on 28 Jun 2022')
  expect(await printed('assess', 'C')).not.toContain('ended on')
  const own = onDisk({
    'pack.json': JSON.stringify({
      ...{ format: 'cordon-pack', version: 1, timezone: 'Asia/Shanghai', frame: 'wgs84', use: 'review' },
      ...{ policy: 'cn-2021-three-zone' },
    }),
    'places.csv': 'code,name,kind\nT1,青石镇,town\n',
  })
  const clusters = ['clusters', own, '--as-of', '2022-05-15T12:00']
  expect(await saidOf(clusters, 'zh_CN.UTF-8')).toContain('没有病例清单，有无聚集未知')
  expect(await saidOf(clusters, 'C')).toContain('no list of cases')
  expect(await printed('clusters', 'C')).not.toContain('no list of cases')
  rmSync(own, { recursive: true })
})
