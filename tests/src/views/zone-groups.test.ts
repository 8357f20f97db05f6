import { expect, test } from 'vitest'
import type { ConditionAnswer, Survey } from '#geo'
import { dayOfZone, isGrouped, zoneGroups } from '../../../src/views/wall/zones/zone-groups'
import { aSurvey } from '../../helpers/a-survey'

const [pattern] = aSurvey.zones
const missing = (id: string, zh: string): ConditionAnswer => ({
  ...{ id, zh, en: zh, mark: null, authority: 'city', state: 'unknown', at: null, until: null },
  ...{ reason: null, evidence: [], anyOf: null, figures: {} },
})
const [contacts, environment, round] = [
  missing('c', '密接未报'),
  missing('e', '环境未报'),
  missing('r', '核酸未采齐'),
]
/** Zones by what they lack; nothing is missing of one that only waits. */
const surveyOf = (...lists: readonly (readonly ConditionAnswer[])[]): Survey => ({
  ...aSurvey,
  unplaced: null as never,
  headline: {
    ...{ ...aSurvey.headline, approved: 0, toApprove: 0, toAssess: 0, met: 0, overdueUnmet: 0 },
    unknown: lists.filter((list) => list.length > 0).length,
  },
  zones: lists.map((list, at) => ({
    ...pattern!,
    id: `Z${at}`,
    word: list.length > 0 ? 'unmet' : 'waiting',
    missing: list,
    held: null,
  })),
})
const both = [contacts!, environment!]
const survey = surveyOf(both, [...both, round!], both, [...both, round!], both, [round!], [])

test('V67 what many lack is said once, and the zones stand by what else they lack', () => {
  const { shared, groups } = zoneGroups(survey, 'zh')
  expect([shared?.zones.size, shared?.reasons]).toEqual([5, ['密接未报：未知', '环境未报：未知']])
  expect(
    groups.map(({ isShared, reasons, zones }) => [
      isShared,
      reasons.join(),
      zones.map(({ id }) => id).join(),
    ]),
  ).toEqual([
    [true, '', 'Z0,Z2,Z4'],
    [true, '核酸未采齐：未知', 'Z1,Z3'],
    [false, '核酸未采齐：未知', 'Z5'],
    [false, '', 'Z6'],
  ])
})

test('V67 no zone is lost or told twice, and few that lack the same are listed one by one', () => {
  const told = zoneGroups(survey, 'zh').groups.flatMap(({ zones }) => zones.map(({ id }) => id))
  expect([...told].sort()).toEqual(survey.zones.map(({ id }) => id))
  expect(isGrouped(survey, 'zh', 6)).toBe(true)
  expect(isGrouped(survey, 'zh', 7)).toBe(false)
  expect(isGrouped({ ...survey, headline: { ...survey.headline, approved: 1 } }, 'zh', 6)).toBe(false)
  expect(isGrouped(surveyOf(both, both, both, [round!], []), 'zh', 2)).toBe(false)
})

test('V67 waiting for stricter zones is nothing that many share', () => {
  const stricter = { ...missing('s', '区内更严分区'), reason: 'stricter-inside', figures: { zones: 'Z0' } }
  const waiting = surveyOf([stricter], [stricter], [stricter], [stricter], [round!])
  expect(zoneGroups(waiting, 'zh').shared).toBeNull()
  expect(isGrouped(waiting, 'zh', 2)).toBe(false)
})

test('V67 its day is the earliest known, and none is a dash', () => {
  const zone = { ...pattern!, date: null, ifDone: null }
  expect(dayOfZone(zone, aSurvey, 'zh')).toBe('—')
  expect(dayOfZone({ ...zone, date: '2022-05-30' }, aSurvey, 'zh')).toBe('5/30')
})
