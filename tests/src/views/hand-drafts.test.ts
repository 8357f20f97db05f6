import { describe, expect, test } from 'vitest'
import { memoryStorage } from '../../../src/storage/memory'
import { isTyped, keptDraft, restored } from '../../../src/views/hand/drafts/kept-draft'

const blank = { place: null, at: '2022-05-27 14:00', tubes: '1', id: '' }

describe('L105 what was typed and not written is kept beside the log', () => {
  test('as its fields stand; what looks like a person, and a pasted list, is not', () => {
    const place = { code: 'V1', position: null }
    const typed = { ...blank, place, tubes: '3', id: '13812345678', paper: '张三' }
    expect(keptDraft({ ...typed, pasted: '王小明 东村' })).toEqual({ place, at: blank.at, tubes: '3' })
  })

  test('it stands in the form again, but for fields that the form has no more or has otherwise', () => {
    const draft = { place: { code: 'V1', position: null }, tubes: '3', colour: 'red', id: 7 }
    expect(restored(blank, draft)).toEqual({ place: draft.place, tubes: '3' })
    expect(restored(blank, undefined)).toEqual({})
  })

  test('what the form fills in by itself is no draft', () => {
    expect(isTyped({ ...blank, at: '2022-05-27 15:00' }, blank, ['at'])).toBe(false)
    expect(isTyped({ ...blank, tubes: '2' }, blank, ['at'])).toBe(true)
  })

  test('one workspace has no drafts of another, and they change no log', async () => {
    const storage = memoryStorage()
    const made = { title: '甲', readOnly: false, origin: 'own', use: 'live' } as const
    const [one, other] = [await storage.create(made, 0), await storage.create(made, 0)]
    await storage.keepDrafts(one.id, { C: { id: 'C1' } })
    expect(await storage.readDrafts(one.id)).toEqual({ C: { id: 'C1' } })
    expect(await storage.readDrafts(other.id)).toEqual({})
    expect(await storage.readEvents(one.id)).toEqual([])
  })
})
