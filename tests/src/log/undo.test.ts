import { expect, test } from 'vitest'
import { PACK_UNDESCRIBED } from '../../../src/log/fold/register'
import { redoDrafts, reversibleOf, undoDrafts } from '../../../src/log/undo'
import { aFile, LogPen } from '../../helpers/log'

const A_CASE = { id: 'c1', reportedAt: '2022-05-20', kind: 'confirmed' }

test('L50 an undo says beforehand which files and rows of which lists go', () => {
  const pen = new LogPen()
  pen.say(
    { type: 'pack.described@1', pack: PACK_UNDESCRIBED },
    pen.importing('cases', [A_CASE, { ...A_CASE, id: 'c2' }], '七月 病例.csv'),
    pen.importing('cases', [{ ...A_CASE, id: 'c3' }], 'more.csv'),
    pen.importing('rounds', [], 'rounds.csv'),
    {
      type: 'contacts.revised@1',
      ...{ file: aFile('contacts.csv'), segment: 'a'.repeat(64), rows: 4, because: 'again' },
    },
    { type: 'policy.adopted@1', policy: { id: 'p' } },
  )
  expect(reversibleOf(pen.events, 'd1')).toEqual({
    undo: {
      id: pen.events[0]!.id,
      brought: {
        files: ['contacts.csv', 'more.csv', 'rounds.csv', '七月 病例.csv'],
        rows: [
          { list: 'cases', added: 3, changed: 0 },
          { list: 'rounds', added: 0, changed: 0 },
          { list: 'contacts', added: 0, changed: 4 },
        ],
        policies: 1,
      },
    },
    canRedo: false,
  })
})

test('L50 a deed that is no import is not asked about, nor what another device brought', () => {
  const pen = new LogPen()
  pen.bring('cases', [A_CASE])
  const [renamed] = pen.say({ type: 'zone.renamed@1', zone: 'z', name: 'n' })
  expect(reversibleOf(pen.events, 'd1').undo).toEqual({ id: renamed!.id, brought: null })
  expect(reversibleOf(pen.events, 'd2')).toEqual({ undo: null, canRedo: false })
  pen.say(...undoDrafts(pen.events, 'd1'))
  expect(reversibleOf(pen.events, 'd1').undo?.brought?.files).toEqual(['cases.csv'])
  expect(reversibleOf(pen.events, 'd1').canRedo).toBe(true)
})

test('L50 only the step that was shown is taken back', () => {
  const pen = new LogPen()
  const [first] = pen.bring('cases', [A_CASE])
  const shown = reversibleOf(pen.events, 'd1').undo!.id
  expect(shown).toBe(first!.id)
  pen.say({ type: 'zone.renamed@1', zone: 'z', name: 'n' })
  expect(undoDrafts(pen.events, 'd1', shown)).toEqual([])
  pen.say(...undoDrafts(pen.events, 'd1'))
  expect(undoDrafts(pen.events, 'd1', shown)).toHaveLength(1)
  expect(redoDrafts(pen.events, 'd1')).toHaveLength(1)
})
