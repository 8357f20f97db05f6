import { describe, expect, test } from 'vitest'
import { answersOf, type Instant } from '#geo'
import { listFiles } from '../../../src/export/pack'
import { fold } from '../../../src/log/fold/fold'
import { handFault } from '../../../src/log/hand/hand-faults'
import { beginOf, handOver } from '../../../src/log/handover/hand-over'
import { invalidPart } from '../../../src/log/outside/schema'
import { undoDrafts } from '../../../src/log/undo'
import type { WorkspaceBody } from '../../../src/log/workspace/workspace-body'
import { onDutyAt } from '../../../src/log/workspace/workspace-deeds'
import { settingsFields, statementOf } from '../../../src/views/workspace/settings-fields'
import { aVillageLog, type LogPen } from '../../helpers/log'
import { randomOf, shuffled } from '../../helpers/random-log'

const read = (pen: LogPen) => fold(pen.events, pen.blocks, { known: null })
const stating = (said: Omit<WorkspaceBody, 'type'>): WorkspaceBody => ({
  type: 'workspace.stated@1',
  ...said,
})
const at = (hour: number): Instant => Date.parse('2022-05-20T00:00:00+08:00') + hour * 3_600_000
const TURN = { role: '带班领导', name: '周某', unit: '区政府', phone: '1234567' }
const DAY = { ...TURN, from: '2022-05-20T08:00:00+08:00', to: '2022-05-20T20:00:00+08:00' }
const NIGHT = { ...TURN, name: '韦某', from: '2022-05-20T20:00:00+08:00', to: '2022-05-21T08:00:00+08:00' }
const REPORTING = { kind: 'village', cutoff: '20:00', items: ['发热'] } as const

describe('L117 what a person states of the workspace', () => {
  test('each field changes alone, the last statement of it counts, and a description that comes again changes none', () => {
    const pen = aVillageLog()
    const { pack } = read(pen)
    pen.say(stating({ title: { zh: '甲区', en: null }, guardDistanceM: 30 }))
    pen.say(stating({ reporting: REPORTING }))
    pen.say(stating({ guardDistanceM: 80, issuer: '甲区指挥部' }))
    pen.say({ type: 'pack.described@1', pack: { ...pack, title: { zh: '旧名', en: 'Old' } } })
    const stated = read(pen)
    expect(stated.pack).toMatchObject({
      ...{ title: { zh: '甲区', en: null }, reporting: REPORTING, perimeter: { guardDistanceM: 80 } },
    })
    expect(stated.headquarters).toEqual({ issuer: '甲区指挥部', duty: [] })
    const random = randomOf(7)
    for (let turn = 0; turn < 20; turn++)
      expect(fold(shuffled(pen.events, random), pen.blocks, { known: null }).pack).toEqual(stated.pack)
  })

  test('undone, the description holds again', () => {
    const pen = aVillageLog()
    const before = read(pen)
    pen.say(stating({ guardDistanceM: 30, duty: [DAY] }))
    pen.say(...undoDrafts(pen.events, pen.device))
    expect(read(pen).pack).toEqual(before.pack)
    expect(read(pen).headquarters).toBe(undefined)
  })

  test('who is on duty at an hour; a turn ends before the next begins', () => {
    const pen = aVillageLog()
    pen.say(stating({ duty: [NIGHT, DAY] }))
    const facts = read(pen)
    expect(
      [7, 8, 19.9, 20, 31.9, 32].map((hour) => onDutyAt(facts, at(hour)).map(({ name }) => name)),
    ).toEqual([[], ['周某'], ['周某'], ['韦某'], ['韦某'], []])
  })

  test('a hand-over has who is on duty then and next, without telephones; the lists leave without any of it', () => {
    const pen = aVillageLog()
    pen.say(stating({ duty: [NIGHT, DAY] }))
    const facts = read(pen)
    const [since, asOf] = [beginOf(facts, at(14)), at(14)]
    const before = answersOf(facts, { asOf: since }).survey
    const content = handOver({ facts, since, asOf, before, ...answersOf(facts, { asOf }) })
    expect(content.duty?.map(({ name }) => name)).toEqual(['周某', '韦某'])
    expect(JSON.stringify(content)).not.toContain('1234567')
    pen.say({ type: 'handover.signed@1', role: 'out', of: null, content })
    expect(read(pen).handovers?.[0]?.content.duty).toEqual(content.duty)
    expect([...listFiles(facts).values()].join('\n')).not.toMatch(/周某|韦某|1234567/)
  })

  test.for([
    [{}, 'title', 'nothing-set'],
    [{ title: { zh: ' ', en: null } }, 'title', 'no-name'],
    [{ reporting: { ...REPORTING, cutoff: '25:00' } }, 'cutoff', 'no-clock'],
    [{ guardDistanceM: 0 }, 'guardDistanceM', 'guard-distance'],
    [{ guardDistanceM: Number.NaN }, 'guardDistanceM', 'guard-distance'],
    [{ guardDistanceM: 1001 }, 'guardDistanceM', 'guard-distance'],
    [{ issuer: '张三 13912345678' }, 'issuer', 'personal'],
    [{ duty: [{ ...DAY, role: '' }] }, 'duty.0.role', 'no-duty-role'],
    [{ duty: [DAY, { ...NIGHT, name: ' ' }] }, 'duty.1.name', 'no-person'],
    [{ duty: [{ ...DAY, from: 'x' }] }, 'duty.0.from', 'no-time'],
    [{ duty: [{ ...DAY, to: DAY.from }] }, 'duty.0.to', 'before-start'],
    [{ duty: [DAY], guardDistanceM: 40 }, null, null],
  ] as const)('%j cannot be stated: %s %s', ([said, field, code]) => {
    const fault = handFault(stating(said as Omit<WorkspaceBody, 'type'>), read(aVillageLog()), at(9))
    expect(fault && [fault.field, fault.code]).toEqual(code === null ? null : [field, code])
  })

  test('what is not of its form is set aside when it comes from outside', () => {
    const [event] = aVillageLog().say(stating({ duty: [DAY] }))
    expect(invalidPart(event!)).toBe(null)
    for (const said of [{ duty: [{ ...DAY, from: 'soon' }] }, { guardDistanceM: '30' }, { title: '甲区' }])
      expect(invalidPart({ ...event!, ...said } as never)).not.toBe(null)
  })

  test('a form says only what was changed, and nothing where nothing was', () => {
    const pen = aVillageLog()
    pen.say(stating({ reporting: REPORTING, duty: [DAY] }))
    const facts = read(pen)
    const fields = settingsFields(facts)
    expect(statementOf(fields, facts)).toBe(null)
    expect(statementOf({ ...fields, cutoff: '8：30', items: '发热、咳嗽' }, facts)).toEqual(
      stating({ reporting: { kind: 'village', cutoff: '08:30', items: ['发热', '咳嗽'] } }),
    )
    expect(statementOf({ ...fields, unit: '' }, facts)).toEqual(stating({ reporting: null }))
  })
})
