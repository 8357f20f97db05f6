import { describe, expect, test } from 'vitest'
import { BUILT_IN_POLICIES, type Policy, resolvePolicy } from '#geo'
import { explainPolicy } from '../../../../geo/zones/explain/explain'
import type { PolicySentence } from '../../../../geo/zones/explain/explanation'
import { onePolicy } from '../../../helpers/policies'

const IDS = (BUILT_IN_POLICIES as Policy[]).map((one) => one.id)
const policyOf = (id: string, documents: readonly unknown[] = BUILT_IN_POLICIES): Policy =>
  resolvePolicy(id, documents).policy!
const explained = (id: string) => explainPolicy(policyOf(id))
const sentencesIn = (policy: Policy): PolicySentence[] =>
  explainPolicy(policy).blocks.flatMap(({ items }) => items.flatMap(({ sentences }) => sentences))
const under = (id: string, about: string, role: string): string[] =>
  explained(id)
    .blocks.flatMap(({ items }) => items)
    .filter((item) => item.about === about)
    .flatMap(({ sentences }) => sentences)
    .filter((one) => one.role === role)
    .map(({ zh }) => zh)

/** Every word of the document that is an id: no reader should meet one. */
function idsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(idsIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, below]) =>
    ['id', 'event', 'flag', 'name', 'clock', 'unit', 'within', 'level', 'to', 'from'].includes(key) &&
    typeof below === 'string'
      ? [below]
      : idsIn(below),
  )
}

describe('a policy as sentences', () => {
  test.each(IDS)('Y24 %s: no sentence or title shows an id, none is empty', (id) => {
    const policy = policyOf(id)
    const ids = new Set(
      idsIn({ ...policy, sources: [], subject: null, valid: null, clusterSize: [] }).filter((word) =>
        /[A-Z._-]|\d/.test(word),
      ),
    )
    const { blocks, name } = explainPolicy(policy)
    const words = [
      name,
      ...blocks.flatMap(({ title, items }) => [
        title,
        ...items.flatMap((item) => [...(item.title ? [item.title] : []), ...item.sentences]),
      ]),
    ].filter((one) => !('role' in one && one.role === 'source'))
    expect(words.length).toBeGreaterThan(15)
    for (const { zh, en } of words) {
      expect(zh.trim() && en.trim()).toBeTruthy()
      for (const text of [zh, en]) {
        expect(text).not.toMatch(/\{\w+\}|undefined|null|NaN/)
        for (const word of text.match(/[\w.-]+/g) ?? [])
          expect(ids.has(word) && word.length > 1, `${word} in ${text}`).toBe(false)
      }
    }
  })

  test.each(IDS)('Y24 %s: Chinese is Chinese and English is English', (id) => {
    for (const { zh, en, role, path } of sentencesIn(policyOf(id))) {
      if (path.endsWith('prefix')) continue
      if (role === 'source') {
        expect(zh.split(/[：（]/)[0], zh).toMatch(/\p{Script=Han}/u)
        expect(en, en).toMatch(/^[A-Z0-9]/)
        continue
      }
      expect(zh, zh).toMatch(/\p{Script=Han}/u)
      expect(en, en).not.toMatch(/\p{Script=Han}/u)
    }
  })

  test.each(IDS)('Y25 %s: every leaf has its sentence with mark, authority and source', (id) => {
    const policy = policyOf(id)
    const conditions = sentencesIn(policy).filter(({ role }) => role === 'condition')
    expect(conditions.length).toBeGreaterThan(1)
    for (const one of conditions) {
      expect(one.authority && one.mark, one.path).toBeTruthy()
      expect(one.sources.length, one.path).toBeGreaterThan(0)
      expect(one.unverified).toBe(one.sources.includes('G'))
    }
  })

  test('Y26 the sentence says the numbers of the data', () => {
    expect(under('cn-9th-2022', 'high-to-medium', 'condition')).toEqual([
      '自划定、最近一次感染者报告中最晚者起满 7 天',
      '第 7 天或其后（自划定、最近一次感染者报告中最晚者算起），完成 1 轮全员核酸，均为阴性',
    ])
    expect(under('cn-10-measures', 'high-to-low', 'condition')).toEqual([
      '自划定、最近一次感染者报告（不计居家隔离者的同住人）中最晚者起满 5 天',
    ])
    expect(under('eu-hpai', 'merge-protection', 'condition')).toEqual([
      '自最近一次初步清洗消毒完成（每次疫点报告之后都须有）起满 21 个整天（首日不计）',
      '自最近一次疫点报告起满 21 个整天（首日不计）；名册齐全而从未发生的，视为满足',
      '区内养殖场走访结果均合格',
    ])
    expect(under('cn-hpai', 'threatened', 'delimit')).toEqual(['疫区外 5 公里以内（疫区除外）'])
    expect(under('us-ny-2020-10', 'red', 'condition')[0]).toBe('7日检测阳性率（%）大于 4，连续 10 天')
  })

  test('Y26 any, restarts, raises, chains, filings, terms, migration and grace are said', () => {
    expect(under('cn-guangzhou-2022', 'unseal', 'join')).toEqual(['以下任一项成立：'])
    expect(under('cn-guangzhou-2022', 'unseal', 'restart')).toEqual([
      '重新起算：感染者报告、密接暴露、密接转运集中隔离',
    ])
    expect(under('cn-2021-three-zone', 'uncontrol', 'restart')[0]).toBe('感染者报告则转为封控区')
    expect(under('cn-xian-2022', 'standard', 'approval')[3]).toBe(
      '4. 报市指挥部备案（市指挥部）：备案，不等待',
    )
    expect(under('cn-20-measures', 'temporary', 'term')).toEqual(['最长 24 小时；到期不会自行变动'])
    const migration = explained('cn-20-measures').blocks.find(({ id }) => id === 'migration')!
    expect(migration.items[0]!.sentences[0]!.zh).toContain('中风险区 → 低风险区')
    expect(migration.items[0]!.sentences[0]!.en).toContain('4 days of grace')
    const [head] = explained('cn-xian-2022').blocks
    expect(head!.items[0]!.sentences.map(({ zh }) => zh)).toContainEqual(
      '以“第八版·封控区/管控区/防范区（2021年9月）”为基础改订；以下是合并后的全文',
    )
  })

  test('Y26 what a filter keeps and leaves out is said; one that keeps nothing lets nothing through', () => {
    const said = (filter: object) => {
      const days = { since: { event: 'case', filter }, gte: 7 }
      const one = sentencesIn(policyOf('test-one', [onePolicy({ days })])).find(
        ({ role }) => role === 'condition',
      )!
      return [one.zh, one.en]
    }
    expect(said({ only: ['confirmed', 'imported'] })).toEqual([
      '自最近一次感染者报告（只计确诊病例、境外输入）起满 7 天',
      '7 days since the last report of an infection (counting only confirmed cases and imported from abroad)',
    ])
    expect(said({ only: [] })).toEqual([
      '自最近一次感染者报告（一概不计）起满 7 天',
      '7 days since the last report of an infection (counting none)',
    ])
    const plain = ['自最近一次感染者报告起满 7 天', '7 days since the last report of an infection']
    expect(said({ not: [] })).toEqual(plain)
    expect(said({})).toEqual(plain)
  })

  test('Y26 alternatives that are several conditions at once are kept together', () => {
    const red = explained('eu-ecdc-2020-1475')
      .blocks.find(({ id }) => id === 'classes')!
      .items.find(({ about }) => about === 'red')!.sentences
    expect(red.map(({ role, depth, en }) => `${depth} ${role} ${en}`)).toEqual([
      '0 join One of these:',
      '1 join All of these together:',
      '2 condition New cases in 14 days per 100,000: at least 50',
      '2 condition Positivity, %: at least 4',
      '1 condition New cases in 14 days per 100,000: above 150',
    ])
  })

  test('Y27 what no dictionary knows is said in the policy’s own words, without figures', () => {
    const leaf = {
      ...{
        id: 'ours',
        mark: '井',
        authority: 'local',
        zh: '水井已检 {n} 小时（第 {have}/{of}）',
        en: 'Wells tested ({have})',
      },
      ...{ flag: 'wellsTested', withinHours: 48 },
    }
    const bare = { id: 'bare', mark: '井', flag: 'wellsClosed' }
    const own = onePolicy({ all: [leaf, bare] })
    const [first, second] = sentencesIn(policyOf('test-one', [own])).filter(
      ({ role }) => role === 'condition',
    )
    expect(first).toMatchObject({ zh: '水井已检 48 小时', en: 'Wells tested', authority: 'local' })
    expect(second).toMatchObject({ zh: '“wellsClosed”', authority: 'national' })
  })

  test('Y28 what rests on general knowledge stands in a block of its own', () => {
    for (const id of IDS) {
      const { blocks } = explained(id)
      const unverified = blocks.find((one) => one.id === 'unverified')?.items[0]?.sentences ?? []
      const count = policyOf(id).sources.filter((line) => / · .*\bG\b.* · /.test(line)).length
      expect(unverified.length, id).toBe(count)
      expect(unverified.every((one) => one.unverified)).toBe(true)
    }
  })
})
