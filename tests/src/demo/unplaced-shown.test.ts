import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Answers, type AssessAnswer, answersOf, readAsOf, type Survey, type UnplacedRow } from '#geo'
import { calloutLines } from '../../../src/briefing/callout-lines'
import { headlineDetails, headlineText, zoneReason } from '../../../src/briefing/sentences'
import { unplacedLine, unplacedWhere } from '../../../src/briefing/unplaced/unplaced'
import { zoneDate } from '../../../src/briefing/zone-date'
import { unplacedLines } from '../../../src/cli/printed/unplaced-lines'
import { readInput } from '../../../src/cli/read-pack'
import { MemoryLog } from '../../helpers/pack-input'

const DEMO = join(import.meta.dirname, '../../../public/demo/lanxi')

/** The answers on the demo with more lines in its cases. */
async function answersWith(lines: readonly string[], asOf = '2022-05-27T14:00'): Promise<Answers> {
  const text = readFileSync(join(DEMO, 'cases.csv'), 'utf8').trimEnd()
  const bytes = new TextEncoder().encode(`${[text, ...lines].join('\n')}\n`)
  const log = new MemoryLog()
  await log.take(
    readInput(DEMO).map((file) => (file.path === 'cases.csv' ? { path: file.path, bytes } : file)),
  )
  return answersOf(log.register(), { asOf: readAsOf('Asia/Shanghai', asOf)! })
}

const atZero = (id: string, at = '2022-05-27T12:00:00+08:00'): string =>
  `${id},${at},,,confirmed,,local,community,,,0,0,,,,`

let survey: Survey
let zones: AssessAnswer['zones']
let rows: readonly UnplacedRow[]
const zone = (code: string) => survey.zones.find((one) => one.code.zh === code)!

beforeAll(async () => {
  const answers = await answersWith([atZero('LX22-999')])
  survey = answers.survey
  zones = answers.assess.zones
  rows = answers.assess.unplaced!
}, 120_000)

describe('the demo with a case at 0, 0, as its screens say it', () => {
  test('S20 one line: the case, the zones held themselves or through others, and since when', () => {
    expect(unplacedLine(survey, 'zh')).toBe('未落位 1 例 · 挂起 7 区 · 2 小时')
    expect(unplacedLine(survey, 'en')).toBe('Unplaced: 1 case · holds 7 zones · 2 h')
    const [told] = unplacedLines(rows, () => zones, 'zh')
    const ids = survey.zones.filter(({ held }) => held).map(({ id }) => id)
    expect(told!.split('\n')[0]).toBe(`未落位 1 行，挂起 7 区：${ids.sort().join(' ')}`)
    const own = survey.zones.filter(({ held }) => held?.own).map(({ code }) => code.zh)
    const through = survey.zones.filter(({ held }) => held && !held.own)
    expect(own.sort()).toEqual(['封01', '封03', '封06', '封07'])
    expect(through.map(({ code, held }) => [code.zh, held!.through]).sort()).toEqual([
      ['管02', ['S-03']],
      ['管04', ['S-06']],
      ['管05', ['S-07']],
    ])
    expect(unplacedWhere(survey, 'zh')).toBe('封03 封01 封06 封07 管04 管02 管05 · 坐标为 0/0，无地点')
    expect(survey.unplaced).toMatchObject({ rows: 1, minutes: 120, weight: 'new' })
  })

  test('S21 a held zone keeps its word and has the date that holds once the case is placed', () => {
    const row = (code: string) => [zone(code).word, zoneDate(zone(code), survey, 'zh').date]
    expect(row('封03')).toEqual(['toApprove', '落位后最早 今日'])
    expect(row('封06')).toEqual(['unmet', '落位后最早 今日 18:00'])
    expect(row('管02')).toEqual(['unmet', '落位后最早 5/28'])
    expect(zoneReason(zone('封03'), survey, 'zh')).toBe('降为管控区，并入管02')
    expect(zoneReason(zone('封01'), survey, 'zh')).toBe('269 人未采样')
    expect(zoneReason(zone('封06'), survey, 'zh')).toBe('落位前不执行（原批准 5/27 18:00 生效）')
    expect(zone('封05').held).toBeNull()
    expect(calloutLines(zone('封03'), survey, 'zh')).toEqual(['封03 纺织厂家属区 · 落', '待审批：先落位'])
    expect(calloutLines(zone('封01'), survey, 'zh')[1]).toMatch(/^补采 269 人，落位后最早 /)
  })

  test('S21 nothing held is counted as approved, waiting for approval, met or due on the day', () => {
    expect(survey.headline).toMatchObject({ approved: 0, toApprove: 0, met: 0 })
    expect(headlineText(survey, 'zh')).toBe('今日 18:00 的降级须先落位，1 例未落位，挂起 7 区')
    expect(headlineDetails(survey, 'zh').slice(0, 2)).toEqual([
      '封06 落位前不执行',
      '封03 待审批，落位前不能批准',
    ])
    expect(survey.zones.filter(({ word }) => word === 'met' || word === 'approved')).toEqual([])
  })
})

test('S20 twenty rows of one cause are one item, a refused row another, and it weighs more by the hour', async () => {
  const many = Array.from({ length: 20 }, (_, i) => atZero(`LX22-9${i + 10}`, '2022-05-27T09:00:00+08:00'))
  const said = (await answersWith([...many, 'LX22-999,2022-02-30,,,confirmed,,local,community,,,0,0,,,,']))
    .survey
  expect(said.unplaced!.items.map(({ why, rows, refused }) => [why, rows.length, refused])).toEqual([
    ['position-at-zero', 20, false],
    ['no-such-day', 1, true],
  ])
  expect(unplacedLine(said, 'zh')).toBe('未落位 21 行 · 挂起 7 区 · 5 小时')
  expect(said.unplaced!.weight).toBe('long')
  const level = said.levels.find(({ zh }) => zh === '未落位')
  expect(level).toMatchObject({ cases: 20, count: null })
  const total = said.levels.reduce((sum, { cases }) => sum + cases, 0)
  expect(total).toBe(said.cases!.cumulative.total)
}, 120_000)
