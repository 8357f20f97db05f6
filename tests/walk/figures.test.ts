import { expect, test } from 'vitest'
import { compareFigures, differenceText, Notes } from './figures'
import { changeIn, clockIn, countAfter, countIn, dayIn, daysLeftIn, momentIn, stateIn } from './printed'

test('S38 the walk sees one figure that two screens print unlike, and counts what one of them leaves out', () => {
  const [wall, desk] = [new Notes('wall'), new Notes('inspector')]
  wall.say('date', 'C-01', '5/30')
  desk.say('date', 'C-01', '5/29')
  wall.say('people', 'C-01', '120')
  desk.say('people', 'C-01', '120')
  wall.say('area', 'C-01', null)
  desk.say('area', 'C-01', '0.70')
  const { counts, differences } = compareFigures([wall, desk])
  expect(differences.map(differenceText)).toEqual(['date C-01: wall 5/30, inspector 5/29'])
  const of = (group: string) => counts.find((one) => one.group === group)
  expect(of('date')).toEqual({ group: 'date', compared: 1, different: 1, skipped: 0 })
  expect(of('people')).toEqual({ group: 'people', compared: 1, different: 0, skipped: 0 })
  expect(of('area')).toEqual({ group: 'area', compared: 0, different: 0, skipped: 2 })
})

test('S38 the walk reads a figure alike however a screen puts it', () => {
  expect(['33,902人', '人口 33,902 人', '33,902'].map(countIn)).toEqual(['33902', '33902', '33902'])
  expect(['≥1,200 人', '至少 1,200 人（80% 的小区已知）'].map(countIn)).toEqual(['≥1200', '≥1200'])
  expect([countIn('—'), countIn('未知'), countIn('0 例')]).toEqual(['—', null, '0'])
  expect(countAfter('出入口 11 处 · 在岗 10 处', '在岗')).toBe('10')
  const days = [
    '最早 5/30',
    '5月30日 18:00',
    '2022年5月30日',
    '最早 5月30日 降级，并入管04',
    '2022年5月30日 18:00',
  ]
  expect(days.map((text) => dayIn(text, '2022-05-27'))).toEqual(days.map(() => '5/30'))
  expect([dayIn('今日 18:00', '2022-05-27'), clockIn('今日 18:00'), dayIn('—', '2022-05-27')]).toEqual([
    '5/27',
    '18:00',
    '—',
  ])
  expect([daysLeftIn('5/30 · 余 3 天'), daysLeftIn('5/30')]).toEqual(['3', null])
  const states = ['条件未满足', '今日不能降级：还缺 2 项', '时间未到：4/7 天', '已批准：5月27日 18:00 起降级']
  expect(states.map(stateIn)).toEqual(['条件未满足', '条件未满足', '条件未满足', '已批准'])
  expect(stateIn('未落位，暂不能降级')).toBeNull()
  const moments = ['最新 13:40', '5/27 13:40', '5月27日 13:40', '导入 13:40', '最新 5/26', '未知']
  expect(moments.map((text) => momentIn(text, '2022-05-27'))).toEqual([
    ...['5/27 13:40', '5/27 13:40', '5/27 13:40', '5/27 13:40', '5/26', null],
  ])
  expect(['+1,090', '−47', '0', ''].map(changeIn)).toEqual(['1090', '-47', '0', null])
})
