import { describe, expect, test } from 'vitest'
import { admit } from '../../../src/log/admit'
import type { Body } from '../../../src/log/events'
import { fold } from '../../../src/log/fold/fold'
import { CORRECTED_LISTS, type CorrectedList } from '../../../src/log/hand/correction-faults'
import { handFault, isHandSaid } from '../../../src/log/hand/hand-faults'
import { rowIdentity } from '../../../src/log/hand/row-identity'
import { undoDrafts } from '../../../src/log/undo'
import { correctedOf, rowDesk } from '../../../src/views/hand/row-desk'
import { aDay, aTime, LogPen } from '../../helpers/log'

const NOON = '2022-05-20T12:00:00+08:00'
const NOW = Date.parse('2022-05-20T18:00:00+08:00')
const read = (pen: LogPen) => fold(pen.events, pen.blocks, { known: null })

const BROUGHT = {
  contacts: [{ case: 'C1', kind: 'close', place: 'V1', result: 'pending', exposedAt: aDay('2022-05-18') }],
  rounds: [{ zone: 'Z', round: '7', startedAt: aTime(NOON), listed: 1_000, sampled: 900, excused: 10 }],
  facts: [{ zone: 'Z', at: aTime(NOON), fact: 'environmentNegative', value: 'true' }],
  metrics: [{ place: 'V1', at: aTime(NOON), metric: 'positivity', value: 3 }],
  reports: [{ place: 'V1', day: '2022-05-20', fever: '12' }],
  checks: [{ checkpoint: 'K1', at: aTime(NOON), missing: 'medic1' }],
} as const
type Brought = keyof typeof BROUGHT
const SET: Readonly<Record<Brought, Record<string, string | number>>> = {
  contacts: { result: 'negative' },
  rounds: { sampled: 800 },
  facts: { value: 'false' },
  metrics: { value: 4.5 },
  reports: { fever: '0' },
  checks: { missing: 'police1' },
}
const LISTS = Object.keys(BROUGHT) as Brought[]

function aLog(): LogPen {
  const pen = new LogPen()
  pen.bring('places', [{ code: 'V1', name: '东村', kind: 'village' }])
  pen.bring('zones', [{ id: 'Z', level: 'sealed', from: aDay('2022-05-10'), members: 'V1' }])
  pen.bring('cases', [{ id: 'C1', kind: 'confirmed', place: 'V1', reportedAt: aDay('2022-05-18') }])
  for (const list of LISTS) pen.bring(list, BROUGHT[list] as never)
  return pen
}
/** The identity of the only row of a list, and where it came from. */
function rowOf(pen: LogPen, list: Brought) {
  const event = pen.events.find(({ type }) => type === `${list}.imported@1`) as { segment: string }
  const at = { file: `${list}.csv`, row: 1, segment: event.segment }
  const log = { ordered: pen.events, blocks: pen.blocks }
  return { at, row: rowIdentity(log, { list, at, timezone: 'Asia/Shanghai' })! }
}
const corrected = (list: CorrectedList, row: string, set: object, because = '核对'): Body =>
  ({ type: `${list}.corrected@1`, row, set, because }) as Body
const deskOf = (pen: LogPen, list: Brought) =>
  rowDesk({ list, ...rowOf(pen, list) }, read(pen), read(pen).rowHistory)!

describe('L103 a row of any list that people write is corrected and withdrawn with the reason, also one of a file', () => {
  test.each(LISTS)('%s', (list) => {
    const pen = aLog()
    const before = deskOf(pen, list)
    expect(before).toMatchObject({ list, stands: true, history: [] })
    const { row } = rowOf(pen, list)
    const [[field, value]] = Object.entries(SET[list]) as [[string, string | number]]
    expect(correctedOf(before)).toContain(field)
    expect(before.values[field]).not.toBe(value)
    pen.say(corrected(list, row, SET[list]))
    expect(read(pen).unapplied).toEqual([])
    expect(deskOf(pen, list)).toMatchObject({ stands: true, values: { [field]: value } })

    const offered = new LogPen('other')
    const draft = offered.importing(list, BROUGHT[list] as never)
    const { drafts, blocks } = admit({ drafts: [draft], blocks: offered.blocks }, pen.events, pen.blocks)
    for (const [hash, block] of blocks) pen.blocks.set(hash, block)
    pen.say(...drafts)
    expect(deskOf(pen, list).values[field], 'after the file came again').toBe(value)

    pen.say({ type: `${list}.retracted@1`, row, because: '误报' })
    expect(deskOf(pen, list)).toMatchObject({ stands: false })
    expect(deskOf(pen, list).history.map(({ kind, because }) => [kind, because])).toEqual([
      ['corrected', '核对'],
      ['retracted', '误报'],
    ])
    pen.say(...undoDrafts(pen.events, 'd1'))
    expect(deskOf(pen, list)).toMatchObject({ stands: true, values: { [field]: value } })
  })

  test('every one of them can be said on the command line', () => {
    for (const list of CORRECTED_LISTS) {
      expect(isHandSaid(corrected(list, 'x', {}))).toBe(true)
      expect(isHandSaid({ type: `${list}.retracted@1`, row: 'x', because: 'y' })).toBe(true)
    }
    expect(isHandSaid({ type: 'zones.retracted@1', row: 'x', because: 'y' })).toBe(false)
  })
})

describe('L104 what cannot stand in a corrected field is said at it', () => {
  const facts = read(aLog())
  test.each<[CorrectedList, Record<string, unknown>, string, string]>([
    ['contacts', {}, 'set', 'nothing-set'],
    ['contacts', { place: 'V9' }, 'place', 'no-such-place'],
    ['contacts', { exposedAt: '2032-05-20' }, 'exposedAt', 'implausible-time'],
    ['contacts', { result: 'clean' }, 'result', 'not-a-value'],
    ['contacts', { case: '13812345678' }, 'case', 'personal'],
    ['rounds', { sampled: 1.5 }, 'sampled', 'no-whole-number'],
    ['rounds', { sampled: 1_001 }, 'sampled', 'more-than-listed'],
    ['rounds', { listed: 899 }, 'listed', 'more-than-listed'],
    ['rounds', { listed: null }, 'listed', 'no-whole-number'],
    ['rounds', { excused: 1_001 }, 'excused', 'more-than-listed'],
    ['rounds', { resulted: 901 }, 'resulted', 'more-than-sampled'],
    ['facts', { zone: 'Q' }, 'zone', 'no-such-zone'],
    ['facts', { at: 'soon' }, 'at', 'no-time'],
    ['facts', { paper: '电话 13812345678' }, 'paper', 'personal'],
    ['metrics', { value: Number.NaN }, 'value', 'no-figure'],
  ])('%s %j', (list, set, field, code) => {
    expect(handFault(corrected(list, 'Z||7', set) as never, facts, NOW)).toEqual({ field, code })
  })
  test.each(LISTS)('%s: what can stand needs its reason', (list) => {
    expect(handFault(corrected(list, 'Z||7', SET[list]) as never, facts, NOW)).toBe(null)
    const bare = corrected(list, 'Z||7', SET[list], ' ')
    expect(handFault(bare as never, facts, NOW)).toEqual({ field: 'because', code: 'no-reason' })
  })
})
