import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { Survey } from '#geo'
import { main } from '../../../src/cli/main'
import { zoneWords } from '../../../src/cli/printed/zone-words'
import { aCollection, aFeature, aSquare, input } from '../../helpers/pack-input'

const folder = mkdtempSync(join(tmpdir(), 'cordon-lookup-'))
afterAll(() => rmSync(folder, { recursive: true }))
mkdirSync(folder, { recursive: true })
const files = {
  'pack.json': JSON.stringify({
    ...{ format: 'cordon-pack', version: 1, title: { zh: '澜溪区', en: 'Lanxi' }, timezone: 'Asia/Shanghai' },
    ...{ frame: 'wgs84', policy: 'cn-2021-three-zone', use: 'review', synthetic: true },
  }),
  'places.geojson': aCollection(
    aFeature({ code: 'D', name: '澜溪区', kind: 'district' }),
    aFeature({ code: 'T', name: '文昌街道', kind: 'town', parent: 'D' }),
    aFeature({ code: 'A', name: '锦绣苑', kind: 'compound', parent: 'T' }, aSquare(120, 30)),
    aFeature({ code: 'B', name: '江畔新村', kind: 'compound', parent: 'T' }, aSquare(120.1, 30)),
  ),
  'zones.geojson': aCollection(
    aFeature({ id: 'Z01', name: '锦绣片区', level: 'sealed', from: '2022-05-10', members: ['A'] }),
  ),
}
for (const { path, bytes } of input(files)) writeFileSync(join(folder, path), bytes)

async function run(lines: string, ...given: string[]) {
  let [out, err] = ['', '']
  const named = ['assess', 'coverage'].find((one) => given.includes(one))
  const args = given.filter((one) => one !== named)
  const code = await main([named ?? 'lookup', ...args], {
    out: (text) => (out += text),
    err: (text) => (err += text),
    env: { LANG: 'zh_CN.UTF-8' },
    input: async () => lines,
  })
  return { code, out, err }
}
const AT = ['--as-of', '2022-05-25T12:00'] as const

describe('cordon lookup', () => {
  test('H36 every line of stdin is answered with its number; keys are always there', async () => {
    const { code, out } = await run('锦绣苑3栋\r\n\n文昌街道\n封01\n锦绣园\n', folder, ...AT, '--json')
    expect(code).toBe(0)
    const { schema, asOf, frame, lines, total, unplaced, sources } = JSON.parse(out)
    expect({ schema, asOf, frame, unplaced }).toEqual({
      ...{ schema: 'cordon-lookup/1', asOf: '2022-05-25T12:00:00+08:00', frame: 'wgs84', unplaced: [] },
    })
    expect(total).toEqual({ lines: 4, matched: 2, inZone: 2, open: 2 })
    expect(sources).toBeInstanceOf(Array)
    type Line = { line: number; state: string; by: string; place: string; zone: string }
    expect(
      (lines as Line[]).map(({ line, state, by, place, zone }) => [line, state, by, place, zone]),
    ).toEqual([
      [1, 'matched', 'address', 'A', 'Z01'],
      [3, 'partly', 'name', 'T', null],
      [4, 'matched', 'zone', null, 'Z01'],
      [5, 'unmatched', null, null, null],
    ])
    expect(lines[1].zones.map(({ zone }: Line) => zone)).toEqual(['Z01', null])
    expect(lines[3].candidates[0].code).toBe('A')
    const [first, ...others] = (lines as object[]).map((line) => Object.keys(line).sort().join())
    for (const keys of others) expect(keys).toBe(first)
  })

  test('H36 the text lists what is certain, then what a person has to settle', async () => {
    const { out } = await run('江畔新村\n文昌街道\n锦绣苑', folder, ...AT)
    expect(out).toMatch(/Z01 锦绣片区（封01）\s+封控区\s+5月10日/)
    expect(out).not.toMatch(/\d{4}-\d\d-\d\dT/)
    expect(out).toMatch(/江畔新村\s+江畔新村\s+不在任何分区内/)
    expect(out.indexOf('待人工确认')).toBeGreaterThan(out.indexOf('江畔新村'))
    expect(out).toContain('部分在更严分区  Z01 锦绣片区（封01） / 不在任何分区内')
  })

  test('J18 A9 without a list of zones no command says that there is none', async () => {
    const bare = mkdtempSync(join(tmpdir(), 'cordon-no-zones-'))
    const { 'zones.geojson': _, ...others } = files
    for (const { path, bytes } of input(others)) writeFileSync(join(bare, path), bytes)
    const { out } = await run('锦绣苑', bare, ...AT)
    expect(out).toContain('分区未知  没有分区名单，分区未知 / 不在任何分区内')
    const { total } = JSON.parse((await run('锦绣苑', bare, ...AT, '--json')).out)
    expect(total).toEqual({ lines: 1, matched: 0, inZone: 0, open: 1 })
    const assessed = await run('', bare, ...AT, 'assess')
    expect(assessed.out).toContain('没有分区名单，分区未知')
    expect(assessed.out).not.toContain('编号')
    const covered = await run('', bare, ...AT, 'coverage')
    expect(covered.out).toContain('没有分区名单，分区未知')
    rmSync(bare, { recursive: true })
  })

  test('J4 of 0, 0 it says that it is no position', async () => {
    const { out } = await run('0,0', folder, ...AT)
    expect(out).toMatch(/待人工确认[\s\S]*0,0\s+0, 0 不是坐标/)
    expect(out).not.toContain('在本区之外')
  })

  test('J19 a zone is printed by id and name as in every table, with the code of the screens where that is another', () => {
    const zones = [
      { id: 'FK-12', code: { zh: '封12', en: 'S-12' } },
      { id: 'S-12', code: { zh: '管12', en: 'C-12' } },
      { id: 'GK-1', code: { zh: 'GK-1', en: 'GK-1' } },
    ] as unknown as Survey['zones']
    const printed = (zone: string, zoneName: string) => zoneWords({ zone, zoneName }, { zones }, 'en')
    expect(printed('FK-12', 'B')).toBe('FK-12 B (S-12)')
    expect(printed('S-12', 'E')).toBe('S-12 E (C-12)')
    expect(printed('GK-1', 'GK-1')).toBe('GK-1')
  })

  test('H36 a frame that is not known is wrong use; nothing on stdin is no line', async () => {
    expect(await run('', folder, ...AT, '--frame', 'utm')).toMatchObject({ code: 2, out: '' })
    expect(JSON.parse((await run('', folder, ...AT, '--json')).out).lines).toEqual([])
  })
})
