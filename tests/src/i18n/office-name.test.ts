import { describe, expect, test } from 'vitest'
import { briefingFacts } from '../../../src/briefing/facts'
import { officeName } from '../../../src/i18n/office-name'
import { aSurvey } from '../../helpers/a-survey'

describe('V90 the headquarters has one name', () => {
  const named = (titleEn?: string) => ({
    ...aSurvey,
    district: { ...aSurvey.district, ...(titleEn ? { titleEn } : {}) },
  })

  test('in English by the English title of the pack, without what stands in brackets, else by the district', () => {
    expect(officeName(named('Lanxi District (fictional)'), 'en')).toBe('Lanxi District Outbreak Headquarters')
    expect(officeName(named('Lanxi District Headquarters'), 'en')).toBe('Lanxi District Headquarters')
    expect(officeName(named(), 'en')).toBe('澜溪区 Outbreak Headquarters')
    expect(officeName(named('(fictional)'), 'en')).toBe('澜溪区 Outbreak Headquarters')
    expect(officeName(named('Lanxi District'), 'zh')).toBe('澜溪区疫情防控指挥部')
  })

  test('and so says the briefing, unless the workspace states who issues', () => {
    const said = { head: 'abcdef', events: 1, by: 'A', madeAt: '2022-05-27 15:00' }
    const frame = { ...said, locale: 'en', issuer: null } as unknown as Parameters<typeof briefingFacts>[1]
    const survey = named('Lanxi District (fictional)')
    expect(briefingFacts(survey, frame).office).toBe(officeName(survey, 'en'))
    expect(briefingFacts(survey, { ...frame, issuer: 'Third shift' }).office).toBe('Third shift')
  })
})
