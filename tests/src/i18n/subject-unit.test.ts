import { expect, test } from 'vitest'
import { subjectUnit } from '../../../src/i18n/subject-unit'

test('S37 one of what the rules count has its English noun in the singular', () => {
  const of = (unitEn: string) => ({ zh: '病例', en: unitEn, unit: '例', unitEn })
  expect([0, 1, 2, null].map((n) => subjectUnit(of('cases'), n, 'en'))).toEqual([
    'cases',
    'case',
    'cases',
    'cases',
  ])
  expect([subjectUnit(of('infections'), 1, 'en'), subjectUnit(of('mass'), 1, 'en')]).toEqual([
    'infection',
    'mass',
  ])
  expect(subjectUnit(of('cases'), 1, 'zh')).toBe('例')
})
