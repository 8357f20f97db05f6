import { describe, expect, test } from 'vitest'
import { briefingFacts } from '../../../src/briefing/facts'
import { wrap } from '../../../src/briefing/fit'
import { type BriefingLayout, layOutSlide } from '../../../src/briefing/layout'
import { levelStyles } from '../../../src/ui/levels'
import { aSurvey } from '../../helpers/a-survey'

const measure = (text: string, size: number): number =>
  [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x2e00 ? size : size * 0.56), 0)
const frame = {
  by: '区指挥部',
  madeAt: '2022年5月27日 14:06',
  head: 'ab'.repeat(32),
  events: 41,
  synthetic: true,
  exercise: false,
  supposed: false,
  issue: '15',
  policy: null,
}
const words = {
  peak: (count: number) => `峰值 ${count} 例`,
  today: '今日至14时',
  zero: '社会面 0 例',
  unit: '例',
  day: (day: string) => day.slice(5),
}

function sheet(locale: 'zh' | 'en', survey = aSurvey): BriefingLayout {
  const facts = briefingFacts(survey, { ...frame, locale })
  return layOutSlide({
    facts,
    survey,
    styles: levelStyles(survey.levels),
    measure,
    hasMap: true,
    curveWords: words,
  })
}

describe.each(['zh', 'en'] as const)('briefing slide, %s', (locale) => {
  const { items, width, height } = sheet(locale)
  test('V40 no text leaves the sheet', () => {
    for (const item of items) {
      if (item.kind !== 'text') continue
      const wide = measure(item.text, item.size)
      const left =
        item.align === 'right' ? item.x - wide : item.align === 'center' ? item.x - wide / 2 : item.x
      expect(left, item.text).toBeGreaterThanOrEqual(0)
      expect(left + wide, item.text).toBeLessThanOrEqual(width)
      expect(item.y, item.text).toBeLessThanOrEqual(height)
    }
  })
  test('V41 it is stamped internal, says its time, who made it and from which head', () => {
    const texts = items.flatMap((item) => (item.kind === 'text' ? [item.text] : []))
    expect(
      texts.some((text) => text === (locale === 'zh' ? '内部资料 不得外传' : 'INTERNAL, NOT FOR RELEASE')),
    ).toBe(true)
    expect(texts.some((text) => text.includes('abababababab') && text.includes('区指挥部'))).toBe(true)
    expect(
      texts.some((text) => text.includes(locale === 'zh' ? '演示数据（虚构）' : 'Demo data (fictional)')),
    ).toBe(true)
  })
  test('V42 bars of the curve stand for the survey: one height a case', () => {
    const heights = items.flatMap((item) =>
      item.kind === 'rect' && item.fill === 'ink' && item.width > 13.5 ? [item.height] : [],
    )
    const counts = aSurvey.cases!.daily.map(({ community }) => community).filter((count) => count > 0)
    expect(heights.length).toBe(counts.length)
    heights.forEach((bar, index) => expect(bar / counts[index]!).toBeCloseTo(heights[0]! / counts[0]!, 6))
  })
})

test('V43 a line never begins with closing punctuation nor ends with an opening bracket', () => {
  const text = '5月26日0—24时，我区新增确诊病例 1 例（其中 1 例由无症状感染者转为确诊）、无症状感染者 1 例。'
  for (let width = 60; width < 700; width += 7) {
    const lines = wrap(text, width, (part) => measure(part, 19))
    expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
    for (const line of lines.slice(1)) expect(line[0]).not.toMatch(/[，。、；）]/)
    for (const line of lines.slice(0, -1)) expect(line.at(-1)).not.toMatch(/[（]/)
  }
})

test('V43 a name with an apostrophe is broken at its rooms only', () => {
  const text = "Hamlet E’s End 21, O'Hara Village, Café D’Été (C-11)"
  for (let width = 60; width < 400; width += 3)
    for (const line of wrap(text, width, (part) => measure(part, 19)))
      expect(line, String(width)).not.toMatch(/^[a-zé]|['’]$/)
})

test('V77 a figure of the curve lies under no bar, however few days there are', () => {
  const few = aSurvey.cases!.daily.filter(({ partial }) => !partial).slice(-3)
  const flat = few.map((day) => ({ ...day, community: 4, controlled: 0, unknownFound: 0, total: 4 }))
  const survey = { ...aSurvey, cases: { ...aSurvey.cases!, daily: flat } }
  const drawn = sheet('zh', survey).items
  const bars = drawn.flatMap((item) =>
    item.kind === 'rect' && item.fill === 'ink' && item.width > 40 ? [item] : [],
  )
  expect(bars.length).toBe(3)
  const words = drawn.flatMap((item) =>
    item.kind === 'text' && item.ink === 'ink3' && item.size === 14 && /^\d/.test(item.text) ? [item] : [],
  )
  expect(words.length).toBeGreaterThan(0)
  for (const word of words)
    for (const one of bars) {
      const isBeside = word.x + measure(word.text, 14) <= one.x || word.x >= one.x + one.width
      expect(isBeside || word.y <= one.y, word.text).toBe(true)
    }
})

test('V44 a pack without zones says so and leads with its cases', () => {
  const bare = { ...aSurvey, zones: [], levels: aSurvey.levels.filter(({ rank }) => rank === 0) }
  const facts = briefingFacts(bare, { ...frame, locale: 'zh' })
  expect(facts.title).toContain('还没有分区')
  expect(facts.sentences[0]).toContain('新增确诊病例')
})

test('V86 without a list of zones the table counts none, and says of no level what lies in it', () => {
  const facts = briefingFacts({ ...aSurvey, zones: [], zonesUnknown: 'no-list' }, { ...frame, locale: 'zh' })
  expect(facts.title).toContain('没有分区名单')
  const [total] = facts.rows
  expect(facts.rows.length).toBe(1)
  expect(total!.cells.map((cell) => cell === '—')).toEqual([true, false, false, false, true, true])
})

test('V45 without a list of cases the figure is a dash, never 0', () => {
  const facts = briefingFacts({ ...aSurvey, cases: null }, { ...frame, locale: 'zh' })
  expect(facts.rows.every(({ cells }) => cells[3] === '—')).toBe(true)
  expect(facts.title).toContain('病例数据未接入')
})
