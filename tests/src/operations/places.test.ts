import { describe, expect, test } from 'vitest'
import { invalidPart } from '../../../src/log/outside/schema'
import { begun } from '../../../src/operations/places/changing'
import { mergingDraft, notMerged } from '../../../src/operations/places/merge-places'
import { notRenamed, renamingDraft } from '../../../src/operations/places/rename-place'
import { notSplit, splittingDraft } from '../../../src/operations/places/split-place'
import { aFacts, aPlace } from '../../helpers/facts'
import { LogPen } from '../../helpers/log'
import { aBegun, aChange } from '../../helpers/place-changes'

const places = [
  aPlace({ code: 'D', kind: 'district' }),
  aPlace({ code: 'T', kind: 'town', parent: 'D' }),
  ...['A', 'B', 'C'].map((code) => aPlace({ code, kind: 'village', parent: 'T' })),
]
const facts = aFacts({ places })
const changing = { facts, at: '2022-05-10', because: ' 县政府文件 ', own: async () => true }
const valid = (body: Parameters<LogPen['say']>[0]) => invalidPart(new LogPen().say(body)[0])

describe('L83 merging, splitting and renaming places say why not, and write one event', () => {
  test('merge: into another place, or a new one', () => {
    const merging = { ...changing, places: ['A', 'B'], into: begun('B') }
    expect(notMerged(merging)).toBeNull()
    expect(mergingDraft(merging)).toMatchObject({
      ...{ type: 'place.merged@1', places: ['A', 'B'], at: '2022-05-10', because: '县政府文件' },
    })
    expect(valid(mergingDraft(merging))).toBeNull()
    expect(notMerged({ ...merging, into: begun('N') })).toBeNull()
    expect(notMerged({ ...merging, places: ['B'] })).toEqual({ code: 'no-other-place' })
    expect(notMerged({ ...merging, at: '' })).toEqual({ code: 'no-date' })
    expect(notMerged({ ...merging, places: ['A', 'T'], into: begun('T') })).toEqual({
      code: 'different-parents',
    })
  })

  test('split: two parts or more, each with a code', () => {
    const splitting = { ...changing, place: 'A', into: [begun('A1', { people: 300 }), begun('A2')] }
    expect(notSplit(splitting)).toBeNull()
    expect(valid(splittingDraft(splitting))).toBeNull()
    expect(notSplit({ ...splitting, into: [begun('A1'), begun('')] })).toEqual({ code: 'too-few-parts' })
    expect(notSplit({ ...splitting, into: [begun('A1'), begun('A1')] })).toEqual({ code: 'too-few-parts' })
    expect(notSplit({ ...splitting, place: 'D' })).toEqual({ code: 'of-the-district' })
  })

  test('rename: a name and a day', () => {
    const renaming = { ...changing, place: 'A', name: ' 新村 ' }
    expect(notRenamed(renaming)).toBeNull()
    expect(renamingDraft(renaming)).toMatchObject({ name: '新村' })
    expect(valid(renamingDraft(renaming))).toBeNull()
    expect(notRenamed({ ...renaming, name: ' ' })).toEqual({ code: 'no-name' })
    expect(notRenamed({ ...renaming, at: '31 June' })).toEqual({ code: 'no-date' })
  })

  test('what would undo a later change is not made', () => {
    const later = aChange({ kind: 'merged', at: '2022-05-20', ends: ['A', 'B'], begins: [aBegun('B')] })
    const given = aFacts({ places, placeChanges: [later] })
    expect(notSplit({ ...changing, facts: given, place: 'A', into: [begun('A1'), begun('A2')] })).toEqual({
      ...{ code: 'breaks-later', params: { n: 1 } },
    })
  })
})
