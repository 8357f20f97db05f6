import { expect, test } from 'vitest'
import { placeArea, placeZones } from '../../../src/views/desk/place-zone'
import { aSurvey } from '../../helpers/a-survey'

const none = { zone: null, zoneName: null, level: null, policy: null, rule: null, since: null }

test('V34 a zone of a place has its printed code and the name of its level; in none it has neither', () => {
  const zone = aSurvey.zones[0]!
  const level = aSurvey.levels.find((one) => one.level === zone.level)!
  const zones = [{ ...none, zone: zone.id, zoneName: 'old', level: zone.level, since: '2022-05-10' }, none]
  const [first, rest] = placeZones({ zones }, aSurvey, 'zh')
  expect(first).toEqual({
    ...{ id: zone.id, code: zone.code.zh, name: zone.name, level: zone.level, levelName: level.zh },
    ...{ since: '2022-05-10', unknown: null },
  })
  expect(rest).toMatchObject({ id: null, code: null, levelName: null })
  const unlisted = { ...none, zone: 'gone', zoneName: '旧片区', level: 'unheard of' }
  expect(placeZones({ zones: [unlisted] }, aSurvey, 'en')[0]).toMatchObject({
    ...{ code: 'gone', name: '旧片区', levelName: 'unheard of' },
  })
})

test('V35 the ground of a small place is in m², never 0.00 km²; unknown is a dash', () => {
  expect(placeArea(34_341)).toEqual({ value: '34,341', unit: 'm²' })
  expect(placeArea(1_910_000)).toEqual({ value: '1.91', unit: 'km²' })
  expect(placeArea(null)).toEqual({ value: '—', unit: '' })
})
