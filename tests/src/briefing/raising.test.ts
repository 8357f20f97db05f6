import { describe, expect, test } from 'vitest'
import type { Survey, SurveyZone } from '#geo'
import { bulletin, bulletinTitle } from '../../../src/briefing/bulletin'
import { calloutLines } from '../../../src/briefing/callout-lines'
import { raiseDetails, raiseReasons } from '../../../src/briefing/raising'
import {
  headline,
  headlineDetails,
  headlineText,
  situationOf,
  zoneReason,
} from '../../../src/briefing/sentences'
import { rowsDecide } from '../../../src/briefing/unplaced/row-decides'
import { standingPhrase, zoneDate, zoneWord } from '../../../src/briefing/zone-date'
import { transitionWord } from '../../../src/i18n/transition-words'
import { calledOut } from '../../../src/layers/zones/called-out'
import { verdictOf } from '../../../src/views/desk/inspector/verdict'
import { zoneList } from '../../../src/views/wall/zones/zone-rows'
import { aSurvey } from '../../helpers/a-survey'

const row = { file: 'cases.csv', row: 39, at: '2022-05-18T09:30:00+08:00', value: 'LJ-38' }
const precaution = aSurvey.zones.find(({ level }) => level === 'precaution')!
const raised = (over: Partial<SurveyZone> = {}): SurveyZone => ({
  ...precaution,
  ...{ word: 'toRaise', loweringWord: 'unmet' },
  raises: [
    {
      ...{ transition: 'positive-in-precaution', kind: 'split', to: 'sealed' },
      ...{ since: row.at, evidence: [{ ...row, isUnplaced: true }] },
    },
  ],
  ...over,
})
const survey: Survey = {
  ...aSurvey,
  zones: [raised(), ...aSurvey.zones.filter((one) => one !== precaution)],
  headline: { ...aSurvey.headline, toRaise: 1 },
}
const code = precaution.code

describe('a zone that must become stricter, as the screens say it', () => {
  test('V80 its word, since when, what it must become and by which row', () => {
    const zone = raised()
    expect([transitionWord(zone.word, 'zh'), transitionWord(zone.word, 'en')]).toEqual([
      '应升级',
      'To be raised',
    ])
    expect(zoneDate(zone, survey, 'zh')).toEqual({ date: '自 5/18 09:30', left: null })
    expect(
      zoneDate(
        raised({ held: { own: true, through: [], oncePlacedAt: null, lists: false, to: 'sealed' } }),
        survey,
        'en',
      ).date,
    ).toBe('since 18 May 09:30')
    expect(zoneReason(zone, survey, 'zh')).toBe('涉及单元划为封控区：cases.csv 第 39 行（LJ-38，未落位）')
    expect(zoneReason(zone, survey, 'en')).toBe(
      'units concerned to sealed: cases.csv row 39 (LJ-38, unplaced)',
    )
    expect(standingPhrase(zone, survey, 'zh')).toBe('应升级 · 自 5/18 09:30')
    const [upgrade] = raiseReasons(
      raised({ raises: [{ ...zone.raises![0]!, kind: 'upgrade', evidence: [row] }] }),
      survey,
      'zh',
    )
    expect(upgrade).toBe('转为封控区：cases.csv 第 39 行（LJ-38）')
  })

  test('V80 it leads the headline, its lines and the briefing, whatever else is said', () => {
    expect(headlineText(survey, 'zh')).toMatch(/^1 区应升级，1 区已批准/)
    expect(headlineText(survey, 'en')).toMatch(/^1 zone to be raised, 1 zone approved/)
    expect(headlineDetails(survey, 'zh')[0]).toBe(`${code.zh} 涉及单元应划为封控区`)
    expect(raiseDetails(survey, 'en')).toEqual([`${code.en}: units concerned must become sealed`])
    expect(bulletinTitle(survey, 'zh')).toContain('1 区应升级')
    expect(bulletin(survey, 'zh').join('')).toContain(`（${code.zh}）涉及单元应划为封控区`)
    const bare = { approved: 0, toApprove: 0, toAssess: 0, met: 0, overdueUnmet: 0 }
    const unknown: Survey = { ...survey, headline: { ...survey.headline, ...bare, unknown: 9 } }
    expect(situationOf(unknown)).toBe('tooMuchUnknown')
    expect(headlineText(unknown, 'zh')).toMatch(/^1 区应升级，16 区中 9 区/)
    const calm: Survey = { ...survey, headline: { ...survey.headline, ...bare, unknown: 0 } }
    expect(headline(calm, 'zh')).toMatchObject({ situation: 'decide', parts: [{ text: '1 区应升级' }] })
  })

  test('V80 callout, list and inspector: never as one that waits to be lowered', () => {
    const zone = raised()
    expect(calloutLines(zone, survey, 'zh')[1]).toBe('应升级：涉及单元划为封控区')
    expect(calledOut(zone, 'precaution')).toBe(true)
    expect(calledOut(precaution, 'precaution')).toBe(false)
    const [first] = zoneList(survey, null, { locale: 'zh', limit: 5, saysOnce: true }).rows
    expect(first).toMatchObject({
      id: zone.id,
      word: 'toRaise',
      date: '自 5/18 09:30',
      left: null,
      held: null,
    })
    expect(verdictOf(zone, null).key).toBe(
      verdictOf({ ...zone, word: 'unmet', loweringWord: undefined }, null).key,
    )
  })

  test('V84 a row by which it is due, or from which its days run, is not told to hold nothing alone', () => {
    expect(rowsDecide([{ file: 'cases.csv', row: 39 }], survey, 'zh')).toEqual([
      `${code.zh} 涉及单元应划为封控区`,
    ])
    expect(rowsDecide([{ file: 'cases.csv', row: 40 }], survey, 'zh')).toEqual([])
    const start = {
      file: 'cases.csv',
      row: 4,
      at: '2022-05-18T10:30:00+08:00',
      value: 'LJ-3',
      isUnplaced: true as const,
    }
    const [first, ...others] = aSurvey.zones
    const days = {
      ...first!.missing[0]!,
      state: 'unmet' as const,
      figures: { since: start.at },
      evidence: [start],
    }
    const begun = { ...aSurvey, zones: [{ ...first!, missing: [days] }, ...others] }
    expect(rowsDecide([{ file: 'cases.csv', row: 4 }], begun, 'zh')).toEqual([
      `${first!.code.zh} 的天数自它起算`,
    ])
    expect(rowsDecide([{ file: 'cases.csv', row: 4 }], begun, 'en')).toEqual([
      `the days of ${first!.code.en} run from it`,
    ])
  })

  test('V85 where nothing beside it says what is missing, the word says how much is unknown', () => {
    const unmet = aSurvey.zones.find(({ word }) => word === 'unmet')!
    const lacks = (states: readonly ('unmet' | 'unknown')[]): SurveyZone => ({
      ...unmet,
      missing: states.map((state, n) => ({ ...unmet.missing[0]!, id: `${n}`, state, reason: null })),
    })
    expect(zoneWord(lacks(['unmet']), 'zh')).toBe('条件未满足')
    expect(zoneWord(lacks(['unmet', 'unknown', 'unknown']), 'zh')).toBe('条件未满足，2 项未知')
    expect(zoneWord(lacks(['unknown']), 'en')).toBe('Not met, 1 unknown')
    const held = { ...unmet.missing[0]!, state: 'unknown' as const, reason: 'unplaced' }
    expect(zoneWord({ ...unmet, missing: [held] }, 'zh'), 'unplaced rows are told by their own mark').toBe(
      '条件未满足',
    )
  })
})
