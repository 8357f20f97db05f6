import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { AssessAnswer } from '#geo'
import { main } from '../../../src/cli/main'
import { aCollection, aFeature, aSquare, type Content, input } from '../../helpers/pack-input'

const folder = mkdtempSync(join(tmpdir(), 'cordon-'))
afterAll(() => rmSync(folder, { recursive: true }))

const local = {
  id: 'local',
  extends: 'cn-9th-2022',
  name: { zh: '本地' },
  levels: [{ id: 'H', ttlHours: 240 }],
  transitions: [
    {
      id: 'high-to-medium',
      when: {
        all: [
          {
            id: 'noNewCase',
            authority: 'local',
            days: { since: { clock: 'inPlace' }, gte: 9 },
          },
        ],
      },
    },
  ],
  deadlines: [
    {
      id: 'd',
      zh: '划定区域核酸',
      en: 'Area round',
      from: 'zone.designated',
      done: 'round.finished',
      hours: 24,
      source: 'S51',
    },
  ],
}
const FILES: Record<string, Content> = {
  'pack.json': {
    format: 'cordon-pack',
    use: 'review',
    version: 1,
    timezone: 'Asia/Shanghai',
    frame: 'wgs84',
    policy: 'local',
  },
  'policies/local.json': local,
  'places.geojson': aCollection(aFeature({ code: 'T', kind: 'town' }, aSquare(120, 30))),
  'zones.geojson': aCollection(aFeature({ id: 'Z1', level: 'H', from: '2022-07-10', members: ['T'] })),
  'cases.csv': 'id,reportedAt,zone\nC1,2022-07-10,Z1\n',
  'rounds.csv':
    'zone,round,startedAt,finishedAt,listed,sampled,resulted,result\nZ1,1,2022-07-17,2022-07-17,9,9,9,negative\n',
}

async function run(...args: string[]): Promise<string> {
  let out = ''
  const code = await main(args, { out: (text) => (out += text), err: () => '', env: { LANG: 'C' } })
  expect(code).toBe(0)
  return out
}

test('H10 terms, time limits and zones held longer are printed, and are in the JSON', async () => {
  for (const { path, bytes } of input(FILES)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), bytes)
  }
  const text = await run('assess', folder, '--as-of', '2022-07-18T12:00')
  expect(text).toMatch(/Z1 +High risk to medium risk → Medium risk +17 Jul +19 Jul +2/)
  expect(text).toMatch(/Z1 +High risk +20 Jul/)
  const answer: AssessAnswer = JSON.parse(
    await run('assess', folder, '--as-of', '2022-07-18T12:00', '--json'),
  )
  expect(answer.heldLonger).toEqual([
    { zone: 'Z1', transition: 'high-to-medium', nationalAt: '2022-07-17', localAt: '2022-07-19', days: 2 },
  ])
  expect(answer.zones[0]).toMatchObject({
    expiresAt: '2022-07-20',
    deadlines: [],
    schedule: expect.arrayContaining([{ kind: 'pcr', dayNumber: 1, day: '2022-07-10', done: false }]),
  })
  const earlier = await run('assess', folder, '--as-of', '2022-07-14')
  expect(earlier).toMatch(/Z1 +Area round +Z1 +11 Jul +over/)
})
