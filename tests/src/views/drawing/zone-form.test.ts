import { expect, test } from 'vitest'
import { readMoment } from '#geo'
import { EMPTY_DRAFT } from '../../../../src/map/drawing/draft'
import { previewOf } from '../../../../src/map/drawing/preview'
import { nextZoneId, printedCode, suggestedLevel } from '../../../../src/views/desk/drawing/zone-code'
import {
  missingField,
  newForm,
  type SheetFacts,
  saveDrafts,
  sheetKind,
} from '../../../../src/views/desk/drawing/zone-form'
import { SQUARES, squares } from '../../../helpers/drawing'
import { aZone, SHANGHAI } from '../../../helpers/facts'

const FROM = '2022-05-13T20:00:00+08:00'
const facts = {
  ...SQUARES,
  zones: [
    aZone({
      id: 'S-01',
      name: '甲片',
      level: 'sealed',
      from: FROM,
      members: ['1111', '1112', '1121', '1122'],
    }),
    aZone({ id: 'S-08', name: '乙片', level: 'sealed', from: FROM, to: '2022-05-14', members: ['1111'] }),
    aZone({ id: 'C-01', name: '丙片', level: 'controlled', from: FROM, members: ['111'] }),
  ],
}
const asOf = readMoment(SHANGHAI, '2022-05-27T14:00')!.at

function sheetOf(draft: Partial<typeof EMPTY_DRAFT>): SheetFacts {
  const whole = { ...EMPTY_DRAFT, ...draft }
  return { facts, asOf, policy: null, draft: whole, preview: previewOf(whole, squares(facts)) }
}
const members = (...codes: string[]) => ({ kind: 'members', codes }) as const

test('the next code is above every number in use, ended zones included', () => {
  expect(nextZoneId(facts, { prefix: { zh: '封', en: 'S' } })).toBe('S-09')
  expect(nextZoneId(facts, { prefix: { zh: '防', en: 'P' } })).toBe('P-01')
  expect(nextZoneId(facts, null)).toBe('Z-01')
  const sealed = { id: 'sealed', prefix: { zh: '封', en: 'S' } }
  const other = { ...facts.zones[0]!, id: 'A12', level: 'sealed' }
  expect(printedCode('A12', sealed).en).toBe('S-12')
  expect(nextZoneId({ zones: [...facts.zones, other] }, sealed)).toBe('S-13')
  const numbered = { ...other, id: '20220513001' }
  expect(nextZoneId({ zones: [...facts.zones, numbered] }, sealed)).toBe('S-09')
  expect(printedCode('S-09', { prefix: { zh: '封', en: 'S' } })).toEqual({ zh: '封09', en: 'S-09' })
})

test('a ring is one level milder than the zone it lies round, never below the mildest', () => {
  const levels = ['sealed', 'controlled', 'precaution'].map((id, i) => ({ id, rank: 3 - i }))
  expect(suggestedLevel(levels, { tool: 'polygon', of: null })).toBe('sealed')
  expect(suggestedLevel(levels, { tool: 'ring', of: 'sealed' })).toBe('controlled')
  expect(suggestedLevel(levels, { tool: 'ring', of: 'precaution' })).toBe('precaution')
  expect(suggestedLevel(levels, { tool: 'place', of: 'controlled' })).toBe('controlled')
})

test('a new zone needs a name and a code of its own', () => {
  const sheet = sheetOf({ tool: 'place', work: { ground: members('1122'), line: [], other: null } })
  const form = newForm(sheet, 'sealed')
  expect(missingField(form, sheet)).toBe('name')
  expect(missingField({ ...form, name: '丁', id: 'S-01' }, sheet)).toBe('code')
  expect(missingField({ ...form, name: '丁', from: 'soon' }, sheet)).toBe('from')
  expect(saveDrafts({ ...form, name: ' 丁 ', id: 'S-09' }, sheet)).toEqual([
    {
      type: 'zone.drawn@1',
      zone: expect.objectContaining({
        id: 'S-09',
        name: '丁',
        from: '2022-05-27T14:00:00+08:00',
        members: ['1122'],
      }),
    },
  ])
})

test('an edit is from now on, or a correction since the stay began, and says why', () => {
  const sheet = sheetOf({
    tool: 'place',
    zone: 'S-01',
    work: { ground: members('1111'), line: [], other: null },
  })
  const form = newForm(sheet, 'sealed')
  expect(sheetKind(sheet.draft)).toBe('edit')
  expect(missingField(form, sheet)).toBe('because')
  const now = saveDrafts({ ...form, because: '复核' }, sheet)
  expect(now).toEqual([
    expect.objectContaining({
      type: 'zone.reshaped@1',
      zone: 'S-01',
      at: '2022-05-27T14:00:00+08:00',
      members: ['1111'],
    }),
  ])
  const [since] = saveDrafts({ ...form, because: '复核', since: 'beginning' }, sheet)
  expect(since).toMatchObject({ at: FROM, because: '复核' })
})

test('a split is one append: the first part stays the zone, the other is its heir', () => {
  const line = [
    [119.999, 31.0019],
    [120.005, 31.0019],
  ] as const
  const ground = members('1111', '1112', '1121', '1122')
  const sheet = sheetOf({ tool: 'split', zone: 'S-01', work: { ground, line, other: null } })
  const form = newForm(sheet, 'sealed')
  expect(form.others).toHaveLength(1)
  const drafts = saveDrafts({ ...form, because: '分段', others: [{ id: 'S-09', name: '南' }] }, sheet)
  expect(drafts).toEqual([
    expect.objectContaining({ type: 'zone.reshaped@1', zone: 'S-01', members: ['1112', '1122'] }),
    {
      type: 'zone.drawn@1',
      zone: expect.objectContaining({
        id: 'S-09',
        heirOf: ['S-01'],
        members: ['1111', '1121'],
        level: 'sealed',
      }),
    },
  ])
})

test('a merge is one append: the clocks of both run on, a member within a member goes into it', () => {
  const sheet = sheetOf({ tool: 'merge', zone: 'S-01', work: { ground: null, line: [], other: 'C-01' } })
  const drafts = saveDrafts({ ...newForm(sheet, 'sealed'), because: '连片' }, sheet)
  expect(drafts).toEqual([
    expect.objectContaining({
      type: 'zone.reshaped@1',
      zone: 'S-01',
      heirOf: ['S-01', 'C-01'],
      members: ['111', '1121', '1122'],
    }),
    { type: 'zone.merged@1', zone: 'C-01', into: 'S-01', at: '2022-05-27T14:00:00+08:00' },
  ])
})
