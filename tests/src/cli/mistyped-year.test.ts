import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { main } from '../../../src/cli/main'
import { formatFullDay } from '../../../src/i18n/format'
import { aCollection, aFeature, aSquare, input } from '../../helpers/pack-input'

const folder = mkdtempSync(join(tmpdir(), 'cordon-'))
afterAll(() => rmSync(folder, { recursive: true }))

const DAYS = Array.from({ length: 14 }, (_, i) => `2022-05-${String(10 + i)}`)

/** A pack of one town with a case a day, and with one case and the end of its zone as they were mistyped. */
function pack(name: string, typed: { caseOn?: string; to?: string } = {}): string {
  const zone = { id: 'S-01', level: 'sealed', from: '2022-05-12', members: ['A'], ...typed }
  const days = typed.caseOn ? [...DAYS, typed.caseOn] : DAYS
  const files = {
    'pack.json': JSON.stringify({
      ...{ format: 'cordon-pack', version: 1, title: { zh: '甲' }, timezone: 'Asia/Shanghai' },
      ...{ frame: 'wgs84', policy: 'cn-2021-three-zone', use: 'review' },
    }),
    'places.geojson': aCollection(aFeature({ code: 'A', kind: 'town' }, aSquare(120, 30))),
    'zones.geojson': aCollection(aFeature(zone, null)),
    'cases.csv': `id,reportedAt,place\n${days.map((day, i) => `C${i},${day},A`).join('\n')}\n`,
  }
  for (const { path, bytes } of input(files)) {
    mkdirSync(dirname(join(folder, name, path)), { recursive: true })
    writeFileSync(join(folder, name, path), bytes)
  }
  return join(folder, name)
}

async function run(...args: string[]): Promise<{ code: number; out: string; ms: number }> {
  let out = ''
  const begun = process.cpuUsage().user
  const code = await main(args, { out: (text) => (out += text), err: () => {}, env: { LANG: 'zh_CN.UTF-8' } })
  return { code, out, ms: (process.cpuUsage().user - begun) / 1000 }
}

const right = pack('right')
const AS_OF = ['--as-of', '2022-05-23']

describe.each(['assess', 'coverage', 'clusters'])('cordon %s', (command) => {
  test.each(['0001-05-14', '1922-05-14', '2202-05-14', '9999-12-31'])(
    'S32 with a case of %s',
    async (day) => {
      await run(command, right, ...AS_OF, '--json')
      const sound = await run(command, right, ...AS_OF, '--json')
      const typed = pack(`${command}-${day}`, { caseOn: day, to: '9999-12-31' })
      const answer = await run(command, typed, ...AS_OF, '--json')
      expect([answer.code, JSON.parse(sound.out).outside.count]).toEqual([0, 0])
      expect(JSON.parse(answer.out).outside).toMatchObject({
        ...{
          from: expect.stringMatching(/^2021-04-1[01]$/),
          to: expect.stringMatching(/^2023-06-/),
          count: 2,
        },
        times: [
          { list: 'cases', field: 'reportedAt', count: 1, first: day, file: 'cases.csv', row: 16 },
          { list: 'zones', field: 'to', count: 1, first: '9999-12-31' },
        ],
      })
      expect(answer.ms).toBeLessThan(4 * sound.ms + 400)
      const { out } = await run(command, typed, ...AS_OF)
      expect(out).toContain('另有 2 条时间在 2021年4月1')
      expect(out).toContain(formatFullDay(day, 'zh'))
    },
  )
})
