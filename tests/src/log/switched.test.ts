import { expect, test } from 'vitest'
import { assess, readMoment } from '#geo'
import type { Body, ZoneRecord } from '../../../src/log/events'
import { fold } from '../../../src/log/fold/fold'
import { undoDrafts } from '../../../src/log/undo'
import { LogPen } from '../../helpers/log'

const ZONE = 'Asia/Shanghai'
const record: ZoneRecord = {
  id: 'Z1',
  name: '甲',
  level: 'sealed',
  from: '2022-05-10T08:00:00+08:00',
  to: null,
  policy: 'cn-2021-three-zone',
  members: [],
  parent: null,
  arrivedFrom: null,
  coordinates: null,
}
const local = {
  id: 'local-1',
  extends: 'cn-2021-three-zone',
  name: { zh: '本地', en: 'local' },
}
const switching: Body[] = [
  { type: 'policy.adopted@1', policy: local },
  {
    type: 'zone.switched@1',
    zone: 'Z1',
    policy: 'local-1',
    at: '2022-05-20T08:00:00+08:00',
    because: '本地',
  },
]

test('L30 a zone that switches its edition keeps its level and its clocks, and its past its edition', () => {
  const pen = new LogPen()
  pen.say({ type: 'zone.drawn@1', zone: record })
  pen.say(...switching)
  const register = fold(pen.events, pen.blocks, { known: null })
  expect(register.unapplied).toEqual([])
  const zoneAt = (text: string) => assess(register, { asOf: readMoment(ZONE, text)!.at }).zones[0]!
  const [before, after] = [zoneAt('2022-05-19T08:00'), zoneAt('2022-05-21T08:00')]
  expect([before.policy, after.policy]).toEqual(['cn-2021-three-zone', 'local-1'])
  expect(after).toMatchObject({ level: 'sealed', since: before.since, designatedAt: before.designatedAt })
  expect(after.forecast.filter(({ recorded }) => recorded)).toEqual(
    before.forecast.filter(({ recorded }) => recorded),
  )
  expect(register.zoneDeeds.at(-1)).toMatchObject({ kind: 'switched', zone: 'Z1', to: 'local-1' })
})

test('L30 undo takes the edition and the switch back together', () => {
  const pen = new LogPen()
  pen.say({ type: 'zone.drawn@1', zone: record })
  pen.say(...switching)
  pen.say(...undoDrafts(pen.events, pen.device))
  const register = fold(pen.events, pen.blocks, { known: null })
  expect(register.policies).toEqual([])
  expect(register.zones.map(({ policy, from }) => [policy, from.at])).toEqual([
    ['cn-2021-three-zone', Date.parse(record.from)],
  ])
})
