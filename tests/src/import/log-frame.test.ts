import { describe, expect, test } from 'vitest'
import { answersOf, readAsOf } from '#geo'
import { logFiles } from '../../../src/export/pack'
import type { InputFile } from '../../../src/import/files/zip'
import { planImport } from '../../../src/import/plan'
import { sentenceOf } from '../../../src/import/sentences/sentences'
import { fold } from '../../../src/log/fold/fold'
import { PACK_UNDESCRIBED } from '../../../src/log/fold/register'
import { inOrder } from '../../../src/log/order'
import type { SourceRow } from '../../../src/log/rows/columns'
import { aDay, LogPen } from '../../helpers/log'
import { input } from '../../helpers/pack-input'

const PACK = { ...PACK_UNDESCRIBED, policy: 'cn-2021-three-zone' }
const AS_OF = readAsOf('Asia/Shanghai', '2022-05-25T12:00')!

function aLog(over: object = {}): LogPen {
  const pen = new LogPen()
  pen.say({ type: 'pack.described@1', pack: { ...PACK, ...over } })
  return pen
}

const zone = (id: string, parent: string | null): SourceRow['values'] => ({
  ...{ id, name: id, level: 'sealed', from: aDay('2022-05-12'), members: 'A', parent },
})

/** A log as its file says, with a piece of its text replaced. */
function filesOf(pen: LogPen, [from, to]: readonly [string, string] = ['', '']): InputFile[] {
  const files = logFiles({ events: inOrder(pen.events), blocks: pen.blocks })
  return input(
    Object.fromEntries(
      [...files].map(([path, content]) => {
        const text = typeof content === 'string' ? content : new TextDecoder().decode(content)
        return [path, path === 'log.ndjson' ? text.replace(from, to) : text]
      }),
    ),
  )
}

const said = async (files: readonly InputFile[]): Promise<string[]> =>
  (await planImport(files)).problems.map(
    ({ code, column, seen, detail }) =>
      `${code} ${column ?? '–'} ${seen ?? '–'}${detail ? ` × ${detail.count}` : ''}`,
  )

const known = { known: null }

describe('what an import of files refuses and a log already holds', () => {
  test('I35 a guard distance beyond 1 km is said and not used', async () => {
    const pen = aLog({ perimeter: { guardDistanceM: 5000 } })
    const { problems, isEmpty } = await planImport(filesOf(pen))
    expect(problems).toMatchObject([{ code: 'guard-distance-in-log', seen: '5000', suggestion: '50' }])
    expect([sentenceOf(problems[0]!, 'zh'), isEmpty]).toEqual([
      'log.ndjson：日志里的守护距离 5000 米超过 1 公里。日志照常读取，按 50 米计算。请核对后重新导入 pack.json。',
      false,
    ])
    const register = fold(pen.events, pen.blocks, known)
    expect(register.pack).toEqual(PACK)
    expect(answersOf(register, { asOf: AS_OF }).coverage.guardDistanceM).toBe(50)
    expect(await said(filesOf(aLog({ perimeter: { guardDistanceM: 1000 } })))).toEqual([])
  })

  test('I35 places and zones in a circle are said once, and every question is answered', async () => {
    const pen = aLog()
    const circle = [
      ['A', 'B'],
      ['B', 'C'],
      ['C', 'A'],
    ] as const
    pen.bring(
      'places',
      circle.map(([code, parent]) => ({ code, kind: 'town', parent })),
    )
    pen.bring('zones', [zone('Z1', 'Z2'), zone('Z2', 'Z1'), zone('Z3', 'Z3')])
    expect(await said(filesOf(pen))).toEqual([
      'circle-in-log places.parent A → B → C → A × 3',
      'circle-in-log zones.parent Z1 → Z2 → Z1 × 3',
    ])
    const { assess } = answersOf(fold(pen.events, pen.blocks, known), { asOf: AS_OF })
    expect(assess.zones.map(({ id }) => id)).toEqual(['Z1', 'Z2', 'Z3'])
  })

  test('I35 a line of parents without end is said, and overflows nothing', async () => {
    const pen = aLog()
    pen.bring(
      'places',
      Array.from({ length: 20_000 }, (_, i) => ({ code: `P${i}`, kind: 'town', parent: `P${i + 1}` })),
    )
    expect(await said(filesOf(pen))).toEqual([
      expect.stringMatching(/^depth-in-log places\.parent P0 → P1 → P2 → P3 … × 199\d\d$/),
    ])
    expect(() => answersOf(fold(pen.events, pen.blocks, known), { asOf: AS_OF })).not.toThrow()
  })

  test('I35 policies that extend themselves are said, and their zones are judged by nothing', async () => {
    const pen = aLog({ policy: 'a' })
    pen.say(
      { type: 'policy.adopted@1', policy: { id: 'a', extends: 'b' } },
      { type: 'policy.adopted@1', policy: { id: 'b', extends: 'a' } },
      { type: 'policy.adopted@1', policy: { id: 'c', extends: 'cn-2021-three-zone' } },
    )
    pen.bring('zones', [zone('Z1', null)])
    expect((await said(filesOf(pen))).map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      'policy-circle-in-log a',
      'policy-circle-in-log b',
    ])
    const { assess } = answersOf(fold(pen.events, pen.blocks, known), { asOf: AS_OF })
    expect(assess.zones.map(({ transitions }) => transitions)).toEqual([[]])
  })

  test('I35 what was taken back is not said', async () => {
    const pen = aLog()
    const [brought] = pen.bring('places', [{ code: 'A', kind: 'town', parent: 'A' }])
    pen.say({ type: 'event.reversed@1', event: brought!.id })
    expect(await said(filesOf(pen))).toEqual([])
  })
})

test.each([
  ['a number', ['"guardDistanceM":50', '"guardDistanceM":1e400'], 'pack.perimeter.guardDistanceM'],
  ['half a pair of surrogates', ['"policy":"cn-2021-three-zone"', '"policy":"\\ud800"'], 'pack.policy'],
  ['half a pair in what nobody knows', ['"pack":{', '"x":{"y":["\\udfff"]},"pack":{'], 'x.y.0'],
] as const)('I35 an event with %s that no document can hold is set aside', async (_, edit, part) => {
  const files = filesOf(aLog(), edit)
  const plan = await planImport(files)
  expect(plan.problems).toContainEqual(expect.objectContaining({ code: 'not-valid', column: part, row: 1 }))
  expect(plan.isEmpty).toBe(true)
  expect(plan.pack).toEqual(PACK_UNDESCRIBED)
})
