import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answers, answersOf, compareEditions, type Facts } from '#geo'
import { type BriefingFrame, briefingFacts } from '../../../src/briefing/facts'
import { foundFigures } from '../../../src/briefing/found'
import { headlineDetails, headlineText } from '../../../src/briefing/sentences'
import { zoneDate } from '../../../src/briefing/zone-date'
import { main } from '../../../src/cli/main'
import { levelWords } from '../../../src/cli/printed/level-words'
import { readPack } from '../../../src/cli/read-pack'
import { groundFigures, zoneGround } from '../../../src/i18n/ground-figures'
import { createTranslator } from '../../../src/i18n/index'
import { comparisonRows } from '../../../src/views/rules/comparison-rows'
import { gapsOf } from '../../../src/views/wall/gaps'
import { townLines, townTotal } from '../../../src/views/wall/towns/town-rows'
import { zoneList } from '../../../src/views/wall/zones/zone-rows'
import { madeUpPack } from '../../helpers/made-up-pack'
import { hasSharedData, sharedData } from '../../helpers/shared-data'

const FRAME: BriefingFrame = {
  ...{ locale: 'zh', by: '', madeAt: '', head: '', events: 0, synthetic: false, exercise: false },
  ...{ supposed: false, issue: '1', policy: null },
}
const DEMO = join(import.meta.dirname, '../../../public/demo/lanxi')
const made = mkdtempSync(join(tmpdir(), 'figures-'))
for (const [name, text] of Object.entries(madeUpPack())) writeFileSync(join(made, name), text)
afterAll(() => rmSync(made, { recursive: true }))

const SCREENS: readonly (readonly [name: string, pack: string, asOf: string, isHere: boolean])[] = [
  ['demo at 14:00', DEMO, '2022-05-27T14:00+08:00', true],
  ['demo on the seventh day', DEMO, '2022-05-18T09:00+08:00', true],
  ['Tainan at 24:00', sharedData('tainan-2015'), '2015-09-15T00:00+08:00', hasSharedData('tainan-2015')],
  ['a pack without rules', made, '2022-05-27T14:00+08:00', true],
]

const hundredths = (text: string): number => Math.round(Number(text.replaceAll(',', '')) * 100)
const whole = (text: string): number => Number(text.replace(/[≥,]/g, ''))

describe.each(SCREENS.filter(([, , , isHere]) => isHere))('figures of %s', (_, pack, asOf) => {
  let facts: Facts
  let answers: Answers
  let printed: { coverage: string; assess: string }
  beforeAll(async () => {
    const read = await readPack(pack)
    facts = read.factsKnown(null)
    answers = answersOf(facts, { asOf: Date.parse(asOf), known: null })
    printed = { coverage: '', assess: '' }
    for (const command of ['coverage', 'assess'] as const)
      await main([command, pack, '--as-of', asOf], {
        ...{ out: (text) => (printed[command] += text), err: () => undefined, env: { LANG: 'zh_CN.UTF-8' } },
      })
  })

  test('S38 ground and people of wall, inspector, briefing and command line are the same, and add up', () => {
    const { survey } = answers
    const ground = groundFigures(survey)
    const rows = briefingFacts(survey, FRAME).rows
    const isTold = survey.zonesUnknown !== 'no-list'
    expect(rows.length > 1).toBe(isTold)
    for (const { level, rank } of isTold ? survey.levels.filter((one) => one.level !== 'unplaced') : []) {
      const [, area, people] = rows.find((row) => row.level === level)!.cells
      expect([area, people]).toEqual([ground.levels.get(level)!.area, ground.levels.get(level)!.people])
      if (rank <= 0) continue
      const own = survey.zones.filter((zone) => zone.level === level)
      const sum = own.reduce((all, zone) => all + hundredths(zoneGround(survey, zone).area), 0)
      expect(sum).toBe(hundredths(area!))
      const heads = own.reduce((all, zone) => all + whole(zoneGround(survey, zone).people), 0)
      expect(heads).toBe(whole(people!))
    }
    const total = rows.at(-1)!.cells
    const parts = survey.levels.map(({ level }) => ground.levels.get(level)!)
    expect(parts.reduce((all, { area }) => all + hundredths(area), 0)).toBe(hundredths(total[1]!))
    expect(parts.reduce((all, { people }) => all + (people === '—' ? 0 : whole(people)), 0)).toBe(
      whole(total[2]!),
    )
    const lines = printed.coverage.split('\n').map((line) => line.trim().split(/\s{2,}/))
    const district = lines.find(([first, second]) => first === '=' && second === total[1])!
    expect(district.slice(1, 3)).toEqual([total[1], total[2]])
    for (const { level } of survey.levels.filter((one) => ground.levels.get(one.level)!.area !== '0.00')) {
      const word = isTold ? levelWords(facts, null, 'zh').level(level) : '—'
      const areas = lines.filter(([first]) => first === word).map((line) => hundredths(line.at(-4)!))
      expect(areas.reduce((all, one) => all + one, 0)).toBe(hundredths(ground.levels.get(level)!.area))
    }
  })

  test('S38 the date of a zone is the same on the wall, in the comparison and on the command line', () => {
    const { survey, assess } = answers
    const list = zoneList(survey, assess, { locale: 'zh', limit: 99 })
    const { t } = (createTranslator('zh') as unknown as { global: { t: never } }).global
    const own = survey.policy.id
    const compared = own
      ? comparisonRows(compareEditions(facts, { asOf: Date.parse(asOf), from: own, to: own }), {
          ...{ t, locale: 'zh' as const, survey },
        })
      : []
    for (const row of list.rows) {
      const zone = survey.zones.find(({ id }) => id === row.id)!
      const { date, left } = zoneDate(zone, survey, 'zh')
      if (!row.held) expect([row.date, row.left]).toEqual([date, left])
      const other = compared.find(({ id }) => id === row.id)
      if (other && !zone.metSince && date !== '—') expect([other.from, other.to]).toEqual([date, date])
      if (other && date === '—') expect(other.from).not.toMatch(/\d\/\d/)
      if (zone.decisive && date !== '—')
        expect(printed.assess).toContain([date, left].filter(Boolean).join(' '))
    }
  })

  test('S39 no sentence of the sheet says a figure that another corrects', () => {
    const { survey } = answers
    const { title, sentences, curveLegend } = briefingFacts(survey, FRAME)
    const { yesterday, cumulative } = survey.cases!
    const { other } = foundFigures(yesterday)
    const said = [title, headlineText(survey, 'zh'), ...headlineDetails(survey, 'zh'), ...sentences].join(
      '\n',
    )
    if (other > 0) {
      expect(said).not.toContain('社会面新增')
      expect(said).not.toMatch(/(?<!\d)0 例在社会面/)
      expect(title).toContain(`新增 ${yesterday.total.toLocaleString('en')} 例`)
    } else expect(title).toContain(`社会面新增 ${yesterday.community} 例`)
    const silent = foundFigures(cumulative).community === null
    expect(curveLegend.some(({ text }) => text.endsWith('—'))).toBe(silent)
    expect(curveLegend.some(({ series }) => series === 'other')).toBe(cumulative.unknownFound > 0)
  })

  test('S38 the towns and what lies in none are the total', () => {
    const { survey } = answers
    const lines = townLines(survey, 'zh')
    const total = townTotal(survey)
    for (const column of ['cases', 'silent', 'contactsToMove', 'unguarded'] as const) {
      if (total[column] === null) expect(lines.every((line) => line[column] === null)).toBe(true)
      else expect(lines.reduce((all, line) => all + (line[column] ?? 0), 0)).toBe(total[column])
    }
  })
})

describe('a pack without rules', () => {
  test('S39 no rule is chosen, and a list that was taken is never no data', async () => {
    const facts = (await readPack(made)).factsKnown(null)
    const { survey, coverage } = answersOf(facts, { asOf: Date.parse('2022-05-27T14:00+08:00'), known: null })
    expect(survey.cases).toMatchObject({ finds: 'noRules' })
    expect(headlineText(survey, 'zh')).toBe('未选用规则，1 区未作判定')
    expect(briefingFacts(survey, FRAME).title).toBe('昨日新增 5 例，未选用规则，不分社会面，分区未作判定')
    expect(coverage.reporting).toBeNull()
    expect(coverage.reportsFiled).toMatchObject({ day: '2022-05-27', places: 2 })
    expect(gapsOf(survey, 'zh').find(({ id }) => id === 'silent')!.title.key).toBe('reportsFiled')
    const without = answersOf(
      { ...facts, stated: new Set([...facts.stated].filter((list) => list !== 'reports')) },
      { asOf: Date.parse('2022-05-27T14:00+08:00'), known: null },
    ).survey
    expect(gapsOf(without, 'zh').find(({ id }) => id === 'silent')!.title.key).toBe('noReports')
  })
})
