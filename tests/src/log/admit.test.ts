import { describe, expect, test } from 'vitest'
import { admit, type Offer } from '../../../src/log/admit'
import { fold } from '../../../src/log/fold/fold'
import type { SourceRow } from '../../../src/log/rows/columns'
import { aDay, LogPen } from '../../helpers/log'

type Values = SourceRow['values']

const aCase = (id: string, kind: string | null = null): Values => ({
  id,
  kind,
  reportedAt: aDay('2022-05-01'),
})

function offer(rows: readonly Values[], name = 'cases.csv'): Offer {
  const pen = new LogPen()
  return { drafts: [pen.importing('cases', rows, name)], blocks: pen.blocks }
}

function bring(pen: LogPen, offered: Offer) {
  const admission = admit(offered, pen.events, pen.blocks)
  for (const [hash, block] of admission.blocks) pen.blocks.set(hash, block)
  pen.say(...admission.drafts)
  return admission
}

const idsOf = (pen: LogPen) => {
  const { cases } = fold(pen.events, pen.blocks, { known: null })
  return Array.from(cases.id.codes, (code) => cases.id.values[code])
}

describe('admit', () => {
  test('L11 a grown file adds only what is new, and an equal one nothing', () => {
    const pen = new LogPen()
    bring(pen, offer([aCase('C1'), aCase('C2')]))
    const grown = bring(pen, offer([aCase('C1'), aCase('C3'), aCase('C2')]))
    expect(grown.counts).toEqual([{ list: 'cases', file: 'cases.csv', added: 1, changed: 0, equal: 2 }])
    expect(grown.drafts).toMatchObject([{ type: 'cases.imported@1', rows: 1 }])
    expect([...grown.blocks.values()].map(({ ids, rows }) => [ids, [...rows]])).toEqual([[['C3'], [2]]])
    expect(bring(pen, offer([aCase('C1'), aCase('C3'), aCase('C2')], 'another-name.csv')).drafts).toEqual([])
    expect(idsOf(pen)).toEqual(['C1', 'C2', 'C3'])
  })

  test('a changed row is one revision; a row that is absent stays', () => {
    const pen = new LogPen()
    bring(pen, offer([aCase('C1', 'asymptomatic'), aCase('C2')]))
    const next = bring(pen, offer([aCase('C1', 'confirmed')]))
    expect(next.drafts).toMatchObject([{ type: 'cases.revised@1', rows: 1 }])
    const { cases, unapplied } = fold(pen.events, pen.blocks, { known: null })
    expect(cases.kind.values[cases.kind.codes[0]!]).toBe('confirmed')
    expect(idsOf(pen)).toEqual(['C1', 'C2'])
    expect(unapplied).toEqual([])
    expect(bring(pen, offer([aCase('C1', 'asymptomatic')])).drafts).toMatchObject([
      { type: 'cases.revised@1' },
    ])
    expect(bring(pen, offer([aCase('C1', 'confirmed')])).drafts).toMatchObject([{ type: 'cases.revised@1' }])
  })

  test('a correction by hand outlives the same file brought again', () => {
    const pen = new LogPen()
    bring(pen, offer([aCase('C1', 'asymptomatic'), aCase('C2')]))
    pen.say({ type: 'cases.corrected@1', row: 'C1', set: { kind: 'confirmed' }, because: '复核' })
    pen.say({ type: 'cases.retracted@1', row: 'C2', because: '外区' })
    expect(bring(pen, offer([aCase('C1', 'asymptomatic'), aCase('C2')])).drafts).toEqual([])
    expect(idsOf(pen)).toEqual(['C1'])
  })

  test('an empty file states its list once', () => {
    const pen = new LogPen()
    expect(bring(pen, offer([])).drafts).toMatchObject([{ rows: 0, segment: null }])
    expect(bring(pen, offer([])).drafts).toEqual([])
  })

  test('an import that was undone is new again', () => {
    const pen = new LogPen()
    bring(pen, offer([aCase('C1')]))
    pen.say({ type: 'event.reversed@1', event: pen.events[0]!.id })
    expect(idsOf(pen)).toEqual([])
    bring(pen, offer([aCase('C1')]))
    expect(idsOf(pen)).toEqual(['C1'])
  })
})
