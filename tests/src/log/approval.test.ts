import { describe, expect, test } from 'vitest'
import type { FrozenView } from '#geo'
import { append, tailOf } from '../../../src/log/append'
import type { Author, Body, LogEvent } from '../../../src/log/events'
import { evidenceOf, isWholeEvidence } from '../../../src/log/fold/evidence'
import { fold } from '../../../src/log/fold/fold'
import { logFromNdjson, logToNdjson } from '../../../src/log/log-file'
import { inOrder } from '../../../src/log/order'
import { blockOfBytes } from '../../../src/log/rows/blocks'
import { hashOfBlock } from '../../../src/log/rows/segment'
import { verify } from '../../../src/log/verify'
import { seeded } from '../../helpers/seeded'

const view: FrozenView = {
  asOf: '2022-05-27T14:00:00+08:00',
  known: null,
  head: 'h',
  policy: { id: 'p', zh: '规则', en: 'rules', digest: 'd' },
  zone: { id: 'S', name: '甲', level: 'sealed', since: '2022-05-15', designatedAt: '2022-05-15' },
  transition: {
    ...{ id: 'unseal', kind: 'downgrade', to: 'controlled', into: null, state: 'due' },
    ...{ eligibleAt: '2022-05-27', nationalAt: null },
  },
  conditions: [],
  findings: [],
  figures: { areaM2: 12.5, people: null },
}
const drawn: Body = {
  type: 'zone.drawn@1',
  zone: {
    ...{ id: 'S', name: '甲', level: 'sealed', from: '2022-05-15', to: null, policy: null },
    ...{ members: ['A'], parent: null, arrivedFrom: null, coordinates: null },
  },
}
const stepOf = (
  type: 'proposed' | 'assessed' | 'approved' | 'declined',
  step: string,
  over: object = {},
): Body =>
  ({
    ...{
      type: `transition.${type}@1`,
      zone: 'S',
      transition: 'unseal',
      step,
      at: '2022-05-27T14:00:00+08:00',
    },
    ...{
      decision: type === 'declined' ? 'declined' : 'given',
      takesEffectAt: null,
      note: null,
      follows: null,
    },
    ...over,
  }) as Body
const moved: Body = {
  type: 'zone.moved@1',
  zone: 'S',
  to: 'controlled',
  at: '2022-05-27T18:00:00+08:00',
  because: '七天无新增',
}

/** Appends as one author on one device, onto a log as that device sees it. */
function by(author: Author, device: string, log: readonly LogEvent[], ...drafts: Body[]): LogEvent[] {
  const now = Date.parse('2022-05-27T06:00:00Z')
  return [...log, ...append(drafts, tailOf(inOrder(log)), { by: author, device, now })]
}
const ZHOU = { name: '周', unit: '街道' }
const SHEN = { name: '沈', unit: '疾控' }
const register = (log: readonly LogEvent[]) => fold(log, new Map(), { known: null })
const levels = (log: readonly LogEvent[]) => register(log).zones.map(({ level }) => level)
const merged = (...logs: LogEvent[][]): LogEvent[] => inOrder(logs.flat())

describe('what a step saw, in the log', () => {
  test('W16 the digest covers everything that was seen and the picture', () => {
    const evidence = evidenceOf(view, 'abc')
    expect(isWholeEvidence(evidence)).toBe(true)
    expect(isWholeEvidence({ ...evidence, picture: 'abd' })).toBe(false)
    const other = { ...view, figures: { ...view.figures, people: 0 } }
    expect(isWholeEvidence({ ...evidence, seen: other })).toBe(false)
    expect(evidenceOf(structuredClone(view), 'abc').digest).toBe(evidence.digest)
  })

  test('W16 verify names a step whose evidence was altered and hashed again', () => {
    const evidence = evidenceOf(view, null)
    const forged = { ...evidence, seen: { ...view, figures: { ...view.figures, people: 9 } } }
    const whole = by(ZHOU, 'd1', [], drawn, stepOf('proposed', 'apply', { evidence }))
    const altered = by(ZHOU, 'd1', [], drawn, stepOf('proposed', 'apply', { evidence: forged }))
    expect(verify(whole).ok).toBe(true)
    expect(verify(altered).faults).toMatchObject([{ code: 'evidence-altered', line: 2 }])
  })

  test('W16 the picture is a kept file of the same append, and leaves with the log', () => {
    const block = blockOfBytes(Uint8Array.of(137, 80, 78, 71))
    const hash = hashOfBlock(block)
    const file = { name: 'evidence/S.png', hash: 'x', size: 4, encoding: null, frame: null }
    const evidence = evidenceOf(view, hash)
    const log = by(ZHOU, 'd1', [], stepOf('proposed', 'apply', { evidence }), {
      type: 'file.kept@1',
      file,
      block: hash,
    })
    expect(new Set(log.map(({ batch }) => batch)).size).toBe(1)
    expect(verify(log, new Map([[hash, block]])).ok).toBe(true)
    expect(verify(log, new Map()).faults).toMatchObject([{ code: 'segment-missing', hash }])
    expect(logFromNdjson(logToNdjson(log)).events).toEqual(log)
  })
})

describe('the file of a zone', () => {
  test('W17 who, when, why, with what evidence; what was taken back stays in it', () => {
    const opinions = [{ by: '何', unit: null, for: false, text: '再观察' }]
    const first = by(ZHOU, 'd1', [], drawn)
    const log = by(
      SHEN,
      'd1',
      first,
      stepOf('assessed', 'assess', { evidence: evidenceOf(view, null), opinions, note: '可' }),
    )
    const back = by(ZHOU, 'd1', log, { type: 'event.reversed@1', event: log[1]!.id, because: '待补采' })
    const [one, two] = register(back).zoneDeeds
    expect(one).toMatchObject({
      kind: 'drawn',
      zone: 'S',
      to: 'sealed',
      by: ZHOU,
      reversed: null,
      printedAt: '2022-05-15',
    })
    expect(two).toMatchObject({
      kind: 'assessed',
      because: '可',
      by: SHEN,
      reversed: { by: ZHOU, because: '待补采' },
    })
    expect(two!.step).toMatchObject({ opinions, evidence: { digest: evidenceOf(view, null).digest } })
    expect(register(back).steps).toEqual([])
    expect(register(log).steps[0]).toMatchObject({ by: '疾控', person: '沈', opinions })
  })

  test('W17 a deed is in the file of a known instant only once it was recorded', () => {
    const log = by(ZHOU, 'd1', [], drawn, moved)
    expect(fold(log, new Map(), { known: log[0]!.recordedAt }).zoneDeeds.map(({ kind }) => kind)).toEqual([
      'drawn',
    ])
  })
})

describe('two authors', () => {
  const base = by(ZHOU, 'd1', [], drawn, stepOf('proposed', 'apply'))
  const apply = base[1]!.id
  const yes = by(
    SHEN,
    'd2',
    base,
    stepOf('approved', 'approve', { follows: apply, takesEffectAt: moved.at }),
    moved,
  )
  const no = by(ZHOU, 'd1', base, stepOf('declined', 'approve', { follows: apply, note: '缺采样' }))

  test('W18 an approval moves its zone in the same append', () => {
    expect(levels(yes)).toEqual(['sealed', 'controlled'])
  })

  test('W18 an approval beside another author’s step moves nothing until a person chooses, and says so', () => {
    const both = merged(yes, no)
    expect(levels(both)).toEqual(['sealed'])
    expect(register(both).unapplied).toMatchObject([{ type: 'zone.moved@1', code: 'contested' }])
    expect(
      register(both)
        .zoneDeeds.filter(({ contested }) => contested)
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['approved', 'declined', 'moved'])
    const declined = no.at(-1)!.id
    const chosen = by(ZHOU, 'd1', both, { type: 'event.reversed@1', event: declined })
    expect(levels(chosen)).toEqual(['sealed', 'controlled'])
    expect(register(chosen).unapplied).toEqual([])
  })

  test('W18 any order of arrival gives the same state, and undoing a move in a conflict is still possible', () => {
    const both = merged(yes, no)
    const wanted = register(both)
    const random = seeded(7)
    for (let turn = 0; turn < 20; turn += 1) {
      const shuffled = both.map((event) => ({ event, key: random.next() })).sort((a, b) => a.key - b.key)
      expect(register(shuffled.map(({ event }) => event))).toEqual(wanted)
    }
  })
})
