import { describe, expect, test } from 'vitest'
import type { Body, SourceFile } from '../../../../src/log/events'
import { fold } from '../../../../src/log/fold/fold'
import type { Register } from '../../../../src/log/fold/register'
import { fileGround, folderGround, Machine } from '../../../helpers/exchange'
import { aDay, LogPen } from '../../../helpers/log'
import { addDeed, randomOf, shuffled } from '../../../helpers/random-log'

const CASE = { id: 'C1', kind: 'confirmed', reportedAt: aDay('2022-05-20'), place: 'V1' }
const corrected = (set: Record<string, string>, sees?: readonly string[]): Body => ({
  type: 'cases.corrected@1',
  row: 'C1',
  set,
  because: '核对',
  ...(sees ? { sees } : {}),
})

async function byFile(from: Machine, to: Machine): Promise<void> {
  const tray = fileGround()
  await from.giveTo(tray.open(from), { heads: to.heads(), blocksLacking: [] })
  await to.takeFrom(tray.open(to), true)
}

/** What a file changes of rows that its machine holds. */
function revising(pen: LogPen, rows: Parameters<LogPen['importing']>[1], name: string): Body {
  const {
    file,
    segment,
    rows: count,
  } = pen.importing('cases', rows, name) as {
    readonly file: SourceFile
    readonly segment: string
    readonly rows: number
  } & Body
  return { type: 'cases.revised@1', file, segment, rows: count, because: '' }
}

/** Two machines that begin with one list, each in its own minute. */
function two(): { readonly one: LogPen; readonly other: LogPen; readonly joined: () => Register } {
  const one = new LogPen('d1')
  one.bring('cases', [CASE, { ...CASE, id: 'C2' }])
  const other = new LogPen('d2')
  other.events = [...one.events]
  for (const [hash, block] of one.blocks) other.blocks.set(hash, block)
  other.now = one.now + 60_000
  return { one, other, joined: () => foldOf(one, other) }
}
function foldOf(...pens: readonly LogPen[]): Register {
  const blocks = new Map(pens.flatMap((pen) => [...pen.blocks]))
  return fold(
    pens.flatMap(({ events }) => events),
    blocks,
    { known: null },
  )
}
const told = ({ differences = [] }: Register) =>
  differences.map(({ row, field, stands, statements }) => [
    row,
    field,
    stands,
    statements.map(({ device, value, file }) => `${device} ${file ?? '-'} ${String(value)}`),
  ])

describe('stated differently', () => {
  test('X70 two machines that correct one field otherwise are shown with both values, who, when and why; the later counts', () => {
    const { one, other, joined } = two()
    one.say(corrected({ kind: 'asymptomatic' }))
    expect(told(foldOf(one))).toEqual([])
    other.say(corrected({ kind: 'suspected' }))
    const register = joined()
    expect(told(register)).toEqual([['C1', 'kind', 'suspected', ['d1 - asymptomatic', 'd2 - suspected']]])
    expect(register.differences![0]!.statements[0]).toMatchObject({ by: { name: '林' }, because: '核对' })
  })

  test('X70 the same value, another field or another row is no difference', () => {
    const { one, other, joined } = two()
    one.say(corrected({ kind: 'suspected' }))
    other.say(corrected({ kind: 'suspected' }), corrected({ foundIn: 'home' }))
    other.say({ type: 'cases.corrected@1', row: 'C2', set: { kind: 'asymptomatic' }, because: '核对' })
    expect(told(joined())).toEqual([])
  })

  test('X71 a correction that was made in knowledge of the other is none, and one that saw both decides; taken back, both are open again', () => {
    const { one, other, joined } = two()
    const [first] = one.say(corrected({ kind: 'asymptomatic' }))
    other.events = [...one.events]
    const [second] = other.say(corrected({ kind: 'suspected' }, [first!.id]))
    expect(told(joined())).toEqual([])
    const [third] = one.say(corrected({ kind: 'confirmed' }))
    expect(told(joined())).toHaveLength(1)
    other.now += 60_000
    const [act] = other.say(corrected({ kind: 'asymptomatic' }, [second!.id, third!.id]))
    expect(told(joined())).toEqual([])
    expect(joined().cases.kind).toBeDefined()
    other.say({ type: 'event.reversed@1', event: act!.id })
    expect(told(joined())).toHaveLength(1)
  })

  test('X72 files of two machines that say one row otherwise are shown with their names and row numbers; the same list on both is one', () => {
    const one = new LogPen('d1')
    const other = new LogPen('d2')
    other.now += 60_000
    one.bring('cases', [CASE], 'town-a.csv')
    other.bring('cases', [CASE], 'town-a.csv')
    expect(told(foldOf(one, other))).toEqual([])
    const third = new LogPen('d3')
    third.now += 120_000
    third.bring(
      'cases',
      [
        { ...CASE, id: 'C9' },
        { ...CASE, place: 'V2' },
      ],
      'town-b.csv',
    )
    const register = foldOf(one, other, third)
    expect(told(register)).toEqual([['C1', 'place', 'V2', ['d1 town-a.csv V1', 'd3 town-b.csv V2']]])
    expect(register.differences![0]!.statements.map(({ row }) => row)).toEqual([1, 2])
    third.say(
      corrected(
        { place: 'V1' },
        register.differences![0]!.statements.map(({ event }) => event),
      ),
    )
    expect(told(foldOf(one, other, third))).toEqual([])
  })

  test('X72 a file revised on the machine that has both settles it, and what one file leaves out of what the other says is shown', () => {
    const one = new LogPen('d1')
    const other = new LogPen('d2')
    other.now += 60_000
    one.bring('cases', [CASE], 'a.csv')
    other.bring('cases', [{ id: 'C1', kind: 'confirmed', reportedAt: aDay('2022-05-20') }], 'b.csv')
    expect(told(foldOf(one, other))).toEqual([['C1', 'place', null, ['d1 a.csv V1', 'd2 b.csv null']]])
    other.events = [...one.events, ...other.events]
    const revised = revising(other, [CASE], 'c.csv')
    other.say(revised)
    expect(told(foldOf(one, other))).toEqual([])
  })

  test('X73 what a person corrected and a file has since brought otherwise stands beside each other until somebody decides', () => {
    const { one, other, joined } = two()
    const [mine] = one.say(corrected({ place: 'V3' }))
    const revised = revising(other, [{ ...CASE, place: 'V2' }], 'new.csv')
    const [brought] = other.say(revised)
    expect(told(joined())).toEqual([['C1', 'place', 'V3', ['d1 - V3', 'd2 new.csv V2']]])
    one.now += 120_000
    one.say(corrected({ place: 'V3' }, [mine!.id, brought!.id]))
    expect(told(joined())).toEqual([])
  })

  test('X74 one report, one number of a case, one round at one hour told on two machines; figures of another hour are not', () => {
    const { one, other, joined } = two()
    const report = (value: string): Body => ({
      ...{ type: 'report.filed@1', place: 'V1', day: '2022-05-20', filedAt: '2022-05-20T09:00' },
      items: { fever: value },
    })
    one.say(report('1'))
    other.say(report('2'))
    expect(told(joined())).toMatchObject([[expect.any(String), 'fever', '2', ['d1 - 1', 'd2 - 2']]])
    const aCase = (kind: 'confirmed' | 'asymptomatic'): Body => ({
      type: 'case.reported@1',
      case: {
        ...{ id: 'C77', kind, place: 'V1', position: null, reportedAt: '2022-05-20T09:00', sampledAt: null },
        ...{ foundIn: null, origin: null, signal: null },
      } as never,
    })
    one.say(aCase('confirmed'))
    other.say(aCase('asymptomatic'))
    expect(told(joined())).toContainEqual([
      'C77',
      'kind',
      'confirmed',
      ['d1 - confirmed', 'd2 - asymptomatic'],
    ])
  })

  test('X75 any order of the same events gives the same list', () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const random = randomOf(seed)
      const pens = ['d1', 'd2', 'd3'].map((device, i) => {
        const pen = new LogPen(device)
        pen.now += i * 400
        for (let deed = 0; deed < 30; deed += 1) addDeed(pen, random)
        return pen
      })
      const blocks = new Map(pens.flatMap((pen) => [...pen.blocks]))
      const events = pens.flatMap((pen) => pen.events)
      const list = fold(events, blocks, { known: null }).differences
      for (let again = 0; again < 3; again += 1)
        expect(fold(shuffled(events, random), blocks, { known: null }).differences).toEqual(list)
      if (seed === 1) expect(list?.length).toBeGreaterThan(0)
    }
  })

  test('X75 machines that exchange in any order, by file or folder, show the same list', async () => {
    for (let seed = 1; seed <= 6; seed += 1) {
      const random = randomOf(seed)
      const ground = folderGround()
      const overFolder = async (machine: Machine): Promise<void> => {
        const way = ground.open(machine)
        const { found } = await machine.takeFrom(way)
        await machine.giveTo(way, found)
      }
      const machines = ['a1', 'b1', 'c1'].map((device, i) => {
        const machine = new Machine(device)
        machine.now += i * 500
        return machine
      })
      machines[0]!.bring('cases', [CASE, { ...CASE, id: 'C2' }])
      for (const machine of machines.slice(1)) {
        machine.events = [...machines[0]!.events]
        for (const [hash, block] of machines[0]!.blocks) machine.blocks.set(hash, block)
        machine.now += 1000
      }
      for (const machine of shuffled(machines, random))
        machine.say(
          corrected({ kind: ['asymptomatic', 'suspected', 'confirmed'][machines.indexOf(machine)]! }),
        )
      for (let round = 0; round < 3; round += 1)
        for (const machine of shuffled(machines, random))
          if (seed % 2 === 0) await overFolder(machine)
          else for (const to of machines) if (to !== machine) await byFile(machine, to)
      const lists = machines.map((machine) => told(foldOf(machine)))
      expect(lists[0]).toHaveLength(1)
      expect(lists[1]).toEqual(lists[0])
      expect(lists[2]).toEqual(lists[0])
    }
  })
})
