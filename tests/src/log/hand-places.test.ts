import { describe, expect, test } from 'vitest'
import { planImport } from '../../../src/import/plan'
import type { Body } from '../../../src/log/events'
import { fold } from '../../../src/log/fold/fold'
import { handFault, isHandSaid } from '../../../src/log/hand/hand-faults'
import { undoDrafts } from '../../../src/log/undo'
import { namesTyped } from '../../../src/views/hand/forms/as-typed'
import { rowDesk } from '../../../src/views/hand/row-desk'
import { LogPen } from '../../helpers/log'

const NOW = Date.parse('2022-05-20T18:00:00+08:00')
const PLACES = [
  { code: '330101', name: '甲区', kind: 'district' },
  { code: '330101001001', name: '东村', kind: 'village', parent: '330101', people: 900 },
  { code: '330101001002', name: '西村', kind: 'village', parent: '330101', aliases: '老西头' },
]
const EAST = '330101001001'
const called = (aliases: string): Body => ({
  type: 'places.corrected@1',
  ...{ row: EAST, set: { aliases }, because: '当地叫法' },
})
function aLog(): LogPen {
  const pen = new LogPen()
  pen.bring('places', PLACES)
  return pen
}
const read = (pen: LogPen) => fold(pen.events, pen.blocks, { known: null })
const east = (pen: LogPen) => read(pen).places.find(({ code }) => code === EAST)!
const CASES = `id,reportedAt,kind,place
C1,2022-05-20 09:00,confirmed,东头新村
`
const planned = (pen: LogPen) =>
  planImport([{ path: 'cases.csv', bytes: new TextEncoder().encode(CASES) }], {
    existing: read(pen),
    clock: NOW,
  })

describe('L115 people, households and aliases of a place are corrected by hand', () => {
  test('a name that was taught is understood in the file of the next morning', async () => {
    const pen = aLog()
    const before = await planned(pen)
    expect(before.problems.map(({ code }) => code)).toContain('unknown-place')
    pen.say(called('东头新村'))
    const after = await planned(pen)
    expect(after.problems.map(({ code }) => code)).not.toContain('unknown-place')
    expect(after.files[0]).toMatchObject({ taken: 1, refused: 0 })
  })

  test('it stands when the file comes again, and undone nothing is left of it', () => {
    const pen = aLog()
    const before = JSON.stringify(read(pen).places)
    pen.say(called('东头新村;东头'))
    pen.bring('places', PLACES)
    expect(east(pen)).toMatchObject({ aliases: ['东头新村', '东头'], people: 900 })
    const lone = aLog()
    lone.say(called('东头新村'))
    lone.say({ type: 'places.corrected@1', row: EAST, set: { people: 912 }, because: '复核' })
    expect(east(lone)).toMatchObject({ people: 912, aliases: ['东头新村'] })
    for (let n = 0; n < 2; n += 1) lone.say(...undoDrafts(lone.events, 'd1'))
    expect(JSON.stringify(read(lone).places)).toBe(before)
  })

  test.each<[Record<string, string | number>, string, string]>([
    [{ aliases: '西村' }, 'aliases', 'alias-taken'],
    [{ aliases: '东头;老西头' }, 'aliases', 'alias-taken'],
    [{ aliases: '王家 13812345678' }, 'aliases', 'personal'],
    [{ people: -1 }, 'people', 'no-whole-number'],
    [{ households: 1.5 }, 'households', 'no-whole-number'],
  ])('%o is said at its field', (set, field, code) => {
    const body: Body = { type: 'places.corrected@1', row: EAST, set, because: '复核' }
    expect(isHandSaid(body) && handFault(body, read(aLog()), NOW)).toEqual({ field, code })
  })

  test('its own name as an alias is no fault; names are typed as people part them', () => {
    const own = called('东村')
    expect(isHandSaid(own) && handFault(own, read(aLog()), NOW)).toBeNull()
    expect(namesTyped('东头、东头新村，; 东头')).toBe('东头;东头新村')
  })

  test('the row is shown with its figures and its history', () => {
    const pen = aLog()
    pen.say(called('东头'))
    const register = read(pen)
    const { origin } = east(pen)
    const desk = rowDesk({ list: 'places', row: EAST, at: origin }, register, register.rowHistory)
    expect(desk).toMatchObject({ stands: true, values: { name: '东村', people: 900, aliases: '东头' } })
    expect(desk!.history.map(({ kind }) => kind)).toEqual(['corrected'])
  })
})
