import { describe, expect, test } from 'vitest'
import { holdsMinute, readCrew, readShifts } from '../../../geo/coverage/crew'
import { postState } from '../../../geo/coverage/post'
import { readAsOf } from '../../../geo/time/calendar'
import { aCheck, aFacility, SHANGHAI } from '../../helpers/facts'

const SHIFTS = '00-08 police1 medic1 cadre1; 08-16 police1 medic1 cadre1; 16-24 police2 medic1'
const post = aFacility({ id: 'K1', kind: 'checkpoint', shifts: SHIFTS })

const at = (
  asOf: string,
  checks: [at: string, missing: string | null, present?: string | null][] | null,
  over = {},
): string =>
  postState(
    { ...post, ...over },
    {
      timezone: SHANGHAI,
      asOf: readAsOf(SHANGHAI, asOf)!,
      checks:
        checks?.map(([when, missing, present = null]) =>
          aCheck({ checkpoint: 'K1', at: when, missing, present }),
        ) ?? null,
    },
  )

describe('shift plans', () => {
  test('X7 roles with and without a figure, hours with and without minutes, parts without hours', () => {
    expect([...readCrew('police2 medic cadre1 medic')]).toEqual([
      ['police', 2],
      ['medic', 2],
      ['cadre', 1],
    ])
    expect([...readCrew('民警2、医护1')]).toEqual([
      ['民警', 2],
      ['医护', 1],
    ])
    expect(
      readShifts('22:30-06:00 police1；06-22:30 police1; later').map(({ from, to }) => [from, to]),
    ).toEqual([
      [1350, 360],
      [360, 1350],
    ])
    expect(readShifts(null)).toEqual([])
    expect(readShifts('8-99 police1')).toEqual([])
  })

  test('X7 the first minute belongs to a shift, the last to the next; past midnight; all day', () => {
    expect([479, 480, 959, 960].map((m) => holdsMinute({ from: 480, to: 960 }, m))).toEqual([
      false,
      true,
      true,
      false,
    ])
    expect([1319, 1320, 0, 359, 360].map((m) => holdsMinute({ from: 1320, to: 360 }, m))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ])
    expect([0, 720, 1439].every((m) => holdsMinute({ from: 0, to: 1440 }, m))).toBe(true)
  })
})

test('X7 a check that found the post locked speaks as one that found it manned does', () => {
  const locked: [string, null, string] = ['2022-05-20T09:00:00+08:00', null, 'locked']
  expect(at('2022-05-20T10:00:00+08:00', [locked])).toBe('locked')
  expect(at('2022-05-20T16:30:00+08:00', [locked])).toBe('noRecord')
  const manned: [string, null] = ['2022-05-20T09:30:00+08:00', null]
  expect(at('2022-05-20T10:00:00+08:00', [locked, manned])).toBe('onDuty')
})

describe('a post at an hour', () => {
  test.each<[string, string, Parameters<typeof at>[1], object, string]>([
    ['checks are not known: the plan is taken', '2022-05-27T14:00', null, {}, 'planned'],
    [
      'checks are not known and the plan has nobody',
      '2022-05-27T14:00',
      null,
      { shifts: '00-08 police1' },
      'empty',
    ],
    ['checks are not known, nor a plan', '2022-05-27T14:00', null, { shifts: null }, 'noRecord'],
    ['nobody has looked', '2022-05-27T14:00', [], {}, 'noRecord'],
    ['nobody has looked and there is no plan', '2022-05-27T14:00', [], { shifts: null }, 'noRecord'],
    ['seen in this shift', '2022-05-27T14:00', [['2022-05-27T08:00', null]], {}, 'onDuty'],
    ['seen in the shift before', '2022-05-27T14:00', [['2022-05-27T07:59', null]], {}, 'noRecord'],
    ['seen later', '2022-05-27T14:00', [['2022-05-27T14:01', null]], {}, 'noRecord'],
    ['seen to the second', '2022-05-27T14:00', [['2022-05-27T14:00', null]], {}, 'onDuty'],
    ['a role missing', '2022-05-27T14:00', [['2022-05-27T09:00', 'medic1']], {}, 'short'],
    [
      'fewer there than planned',
      '2022-05-27T17:00',
      [['2022-05-27T16:30', null, 'police1 medic1']],
      {},
      'short',
    ],
    ['all there', '2022-05-27T17:00', [['2022-05-27T16:30', null, 'police2 medic1']], {}, 'onDuty'],
    ['all missing', '2022-05-27T14:00', [['2022-05-27T09:00', 'all']], {}, 'empty'],
    [
      'every role missing, one by one',
      '2022-05-27T14:00',
      [['2022-05-27T09:00', 'police1 medic1 cadre1']],
      {},
      'empty',
    ],
    [
      'the later check speaks',
      '2022-05-27T14:00',
      [
        ['2022-05-27T12:00', null],
        ['2022-05-27T09:00', 'all'],
      ],
      {},
      'onDuty',
    ],
    [
      'of equal times the later row',
      '2022-05-27T14:00',
      [
        ['2022-05-27T12:00', 'all'],
        ['2022-05-27T12:00', null],
      ],
      {},
      'onDuty',
    ],
    ['locked', '2022-05-27T23:00', [], { lockedHours: '22-06' }, 'locked'],
    ['locked past midnight', '2022-05-27T05:59', [], { lockedHours: '22-06' }, 'locked'],
    ['unlocked', '2022-05-27T06:00', [], { lockedHours: '22-06' }, 'noRecord'],
    [
      'a night shift began yesterday',
      '2022-05-28T03:00',
      [['2022-05-27T22:30', null]],
      { shifts: '22-06 police1; 06-22 police1' },
      'onDuty',
    ],
    [
      'no shift planned now, seen since the last',
      '2022-05-27T18:00',
      [['2022-05-27T17:00', null]],
      { shifts: '08-16 police1' },
      'onDuty',
    ],
    [
      'no shift planned now, not seen since',
      '2022-05-27T18:00',
      [['2022-05-27T15:00', null]],
      { shifts: '08-16 police1' },
      'empty',
    ],
    [
      'without a plan a check speaks for its day',
      '2022-05-27T18:00',
      [['2022-05-27T01:00', null]],
      { shifts: null },
      'onDuty',
    ],
    ['and not for the next', '2022-05-28T00:30', [['2022-05-27T23:00', null]], { shifts: null }, 'noRecord'],
  ])('X7 %s', (_, asOf, checks, over, expected) => {
    expect(at(asOf, checks, over)).toBe(expected)
  })

  test('X7 a shift keeps its clock time on the day on which summer time begins', () => {
    const zone = 'Europe/Vaduz'
    const state = (check: string): string =>
      postState(post, {
        timezone: zone,
        asOf: readAsOf(zone, '2022-03-27T12:00')!,
        checks: [
          {
            ...aCheck({ checkpoint: 'K1', at: '2022-03-27' }),
            at: { at: readAsOf(zone, check)!, isDay: false },
          },
        ],
      })
    expect(state('2022-03-27T08:00')).toBe('onDuty')
    expect(state('2022-03-27T07:59')).toBe('noRecord')
  })
})
