import { describe, expect, test } from 'vitest'
import { fold } from '../../../src/log/fold/fold'
import { aBlock, aTime, LogPen } from '../../helpers/log'

const all = { known: null }
const LINE = [[Float64Array.of(120, 31, 120.01, 31.01)]]

describe('a list that is not whole states nothing', () => {
  test('a segment that is gone leaves its list unknown, whatever else is left of it', () => {
    const pen = new LogPen()
    pen.bring('cases', [{ id: 'C1', reportedAt: aTime('2022-05-01T08:00+08:00') }])
    pen.bring('cases', [{ id: 'C2', reportedAt: aTime('2022-05-20T08:00+08:00') }])
    const blocks = new Map(pen.blocks)
    expect(fold(pen.events, blocks, all).stated.has('cases')).toBe(true)
    blocks.delete([...blocks.keys()].at(-1)!)
    const { stated, cases, unapplied } = fold(pen.events, blocks, all)
    expect(stated.has('cases')).toBe(false)
    expect(cases.length).toBe(1)
    expect(unapplied.map(({ code }) => code)).toEqual(['missing-segment'])
  })

  test('Z81 a step without a decision is no step, and stays open as it may have declined', () => {
    const pen = new LogPen()
    const step = { zone: 'S-01', transition: 'unseal', step: 'approve', at: aTime('2022-05-27T10:00+08:00') }
    pen.bring('transitions', [step, { ...step, step: 'apply', decision: 'given' }])
    const { steps, unread } = fold(pen.events, pen.blocks, all)
    expect(steps.map((one) => one.step)).toEqual(['apply'])
    expect(unread).toMatchObject([
      { list: 'transitions', why: 'no-decision', zone: 'S-01', transition: 'unseal', isTaken: true },
    ])
  })

  test('a road is the same road when only its name or class has changed', () => {
    const before = aBlock('roads', [{ name: '一路', class: 'track', line: LINE }])
    const after = aBlock('roads', [{ name: '解放路', class: 'primary', line: LINE }])
    expect(after.ids).toEqual(before.ids)
    expect(aBlock('roads', [{ line: [[Float64Array.of(120, 31, 120.02, 31.01)]] }]).ids).not.toEqual(
      before.ids,
    )
  })
})
