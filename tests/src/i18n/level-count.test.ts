import { describe, expect, test } from 'vitest'
import { levelCount } from '../../../src/i18n/level-count'
import { aSurvey } from '../../helpers/a-survey'

describe('V92 how many lie in no zone', () => {
  const normal = aSurvey.levels.find(({ level }) => level === 'normal')!
  const counted = (change: Partial<typeof normal>, compounds = 797) => {
    const level = { ...normal, ...change }
    const levels = aSurvey.levels.map((one) => (one.level === 'normal' ? level : one))
    return levelCount(level, { ...aSurvey, levels, district: { ...aSurvey.district, compounds } })
  }

  test('is villages where no zone touches some, else the places of the ground in their own unit: never a false 0', () => {
    expect(counted({ places: 500 })).toEqual({ text: '83', unit: 'villages' })
    expect(counted({ villages: 0, places: 9 })).toEqual({ text: '9', unit: 'compounds' })
    expect(counted({ villages: 0, places: 1.57, holdsUnlisted: true }, 0)).toEqual({
      text: '≤2',
      unit: 'villages',
    })
    expect(counted({ villages: 0, places: 0 })).toEqual({ text: '0', unit: 'villages' })
    expect(counted({ villages: null, places: null })).toEqual({ text: '—', unit: 'villages' })
    expect(levelCount(aSurvey.levels[0]!, aSurvey)).toEqual({ text: '7', unit: 'zones' })
  })
})
