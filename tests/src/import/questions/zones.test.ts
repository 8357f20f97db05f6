import { describe, expect, test } from 'vitest'
import type { ZonesQuestion } from '../../../../src/import/questions/question'
import { type Content, codesOf, planOf } from '../../../helpers/pack-input'

const CLOCK = Date.parse('2026-11-30T00:00:00Z')

const square = (at: number): string => {
  const [x, y] = [114 + at * 0.02, 33.5]
  return `${x},${y} ${x + 0.01},${y} ${x + 0.01},${y + 0.01} ${x},${y + 0.01} ${x},${y}`
}
const kml = (names: readonly string[]): string =>
  `<kml xmlns="http://www.opengis.net/kml/2.2"><Document>${names
    .map(
      (name, at) =>
        `<Placemark><name>${name}</name><Polygon><outerBoundaryIs><LinearRing><coordinates>${square(at)}</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>`,
    )
    .join('')}</Document></kml>`
const LEDGER = '现住址,报告日期,诊断类型\n东村,2022-07-09,确诊病例'

async function asked(
  files: Record<string, Content>,
  {
    answers = {},
    takesProposed = true,
    edition,
  }: { answers?: Record<string, string>; takesProposed?: boolean; edition?: string } = {},
) {
  const plan = await planOf(files, {
    clock: CLOCK,
    answering: { answers, takesProposed },
    ...(edition ? { edition } : {}),
  })
  const questions = plan.questions.filter((one): one is ZonesQuestion => one.kind === 'zones')
  const zones = plan.problems
    .filter(({ code }) => code === 'level-answered' || code === 'begin-answered')
    .map(({ seen }) => seen)
  return { plan, questions, first: questions[0]!, zones }
}
const taken = (plan: Awaited<ReturnType<typeof asked>>['plan']) =>
  plan.files.find(({ kind }) => kind === 'zones')?.taken

describe('polygons that are zones, without a level', () => {
  test('I98 are one question for the file, with the level that their names say and the begin of the cut-off', async () => {
    const { first, questions, plan, zones } = await asked({
      '范围.kml': kml(['封控区1', '封控区2']),
      '台账.csv': LEDGER,
    })
    expect(questions).toHaveLength(1)
    expect(first.level).toMatchObject({
      proposed: 'sealed',
      answer: 'sealed',
      reason: { code: 'names', count: 2, of: 2 },
    })
    expect(first.begin).toMatchObject({
      proposed: '2022-07-09',
      reason: { code: 'newest-row-of', seen: '台账.csv' },
    })
    expect(first.choices.map(({ zh }) => zh)).toEqual(['封控区', '管控区', '防范区'])
    expect(taken(plan)).toBe(2)
    expect(zones).toEqual(['2022-07-09', '封控区'])
  })

  test('I98 are not taken before somebody answers, and hold', async () => {
    const files = { '封控区范围.kml': kml(['东片', '西片']) }
    for (const given of [{ takesProposed: false }, { answers: { 'level:封控区范围.kml': 'open' } }]) {
      const { plan, first } = await asked(files, given)
      expect(first.level).toMatchObject({ proposed: 'sealed', answer: null, reason: { code: 'file-name' } })
      expect(taken(plan)).toBe(0)
      expect(plan.refusals).toEqual([expect.objectContaining({ list: 'zones', source: '封控区范围.kml' })])
    }
  })

  test('I98 without a day anywhere no begin is proposed, and none is made up', async () => {
    const files = { '封控区范围.kml': kml(['东片', '西片']) }
    const { first, plan } = await asked(files)
    expect(first.begin).toMatchObject({ proposed: null, answer: null })
    expect(taken(plan)).toBe(0)
    expect(codesOf(plan)).toContain('封控区范围.kml:- missing-column')
    const answered = await asked(files, { answers: { 'begin:封控区范围.kml': '2022年7月9日17时' } })
    expect(taken(answered.plan)).toBe(2)
    const faulty = await asked(files, { answers: { 'begin:封控区范围.kml': '2022-02-30' } })
    expect(faulty.first.begin).toMatchObject({ answer: null, unusable: '2022-02-30' })
  })

  test('I98 names of different levels are each taken at their word, and one that says none is left out', async () => {
    const { first, plan } = await asked({
      '范围.kml': kml(['封控区1', '管控区1', '管控区2', '东片']),
      '台账.csv': LEDGER,
    })
    expect(first.level).toMatchObject({ proposed: 'names', reason: { count: 3, of: 4 } })
    expect(first.choices.map(({ named }) => named)).toEqual([1, 2, 0])
    expect(taken(plan)).toBe(3)
    expect(codesOf(plan)).toContain('范围.kml:4 missing')
  })

  test('I98 are written in the words of the edition that is followed', async () => {
    const files = { '范围.kml': kml(['封控区1']), '台账.csv': LEDGER }
    const { first, zones } = await asked(files, { edition: 'cn-9th-2022' })
    expect(first.choices[0]).toMatchObject({ value: 'sealed', zh: '封控区', becomes: { zh: '高风险区' } })
    expect(zones).toEqual(['2022-07-09', 'H'])
    const named = await asked(
      { '范围.kml': kml(['高风险区1']), '台账.csv': LEDGER },
      { edition: 'cn-9th-2022' },
    )
    expect(named.first.level).toMatchObject({ proposed: 'H' })
    expect(named.first.choices[0]!.becomes).toBeNull()
  })

  test('I98 a person may say that they are no zones: nothing is taken and nothing held', async () => {
    const { plan } = await asked(
      { '封控区范围.kml': kml(['东片']), '台账.csv': LEDGER },
      { answers: { 'level:封控区范围.kml': 'none' } },
    )
    expect(plan.files.find(({ file }) => file === '封控区范围.kml')).toMatchObject({
      kind: 'unknown',
      taken: null,
    })
    expect(codesOf(plan)).toContain('封控区范围.kml:- no-zones')
    expect(plan.refusals).toEqual([])
  })

  test('I98 a name that says two levels proposes none of them', async () => {
    const { first } = await asked({ '封控管控区.kml': kml(['东片']), '台账.csv': LEDGER })
    expect(first.level).toMatchObject({ proposed: null, answer: null })
  })

  test('I98 the day in the name of the file is when they begin', async () => {
    const { first } = await asked({ '7月5日封控区.kml': kml(['东片']), '台账.csv': LEDGER })
    expect(first.begin).toMatchObject({ proposed: '2022-07-05', reason: { code: 'file-name' } })
  })
})
