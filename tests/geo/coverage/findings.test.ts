import { describe, expect, test } from 'vitest'
import { assess, coverage, type Facts, findingsOf, readAsOf } from '#geo'
import { smallDistrict } from '../survey/small-district'

const asOf = readAsOf('Asia/Shanghai', '2022-05-27T14:00')!
const found = (facts: Facts, zone: string) =>
  findingsOf(facts, { asOf, coverage: coverage(facts, { asOf }) })(zone).map(
    ({ mark, state, reason, figures }) => [mark, state, reason, figures.missing ?? null],
  )

describe('findings', () => {
  test('R5 silent villages and unguarded crossings of a zone are told', () => {
    expect(found(smallDistrict, 'F1')).toEqual([
      ['报', 'met', null, 0],
      ['口', 'unmet', 'unguarded', 1],
    ])
    expect(found(smallDistrict, 'F2')[0]).toEqual(['报', 'unmet', 'silent', 1])
    expect(found(smallDistrict, 'nowhere')).toEqual([])
  })

  test('R5 without the list they are unknown', () => {
    const bare = { ...smallDistrict, stated: new Set(['places', 'zones'] as const) }
    expect(found(bare, 'F1').map(([, state]) => state)).toEqual(['unknown', 'unknown'])
  })

  test('R5 reports that were taken are not missing data where nobody says who reports by when', () => {
    const unasked = { ...smallDistrict, pack: { ...smallDistrict.pack, reporting: null } }
    expect(found(unasked, 'F1')[0]).toEqual(['报', 'unknown', 'reporters-unknown', null])
    const without = new Set([...smallDistrict.stated].filter((list) => list !== 'reports'))
    expect(found({ ...unasked, stated: without }, 'F1')[0]).toEqual(['报', 'unknown', 'list-unknown', null])
  })

  test('R5 X8 the crossings of a zone that nobody drew are unknown, and not none', () => {
    const undrawn = { ...smallDistrict.zones[0]!, id: 'F9', members: [], shape: null }
    const facts = { ...smallDistrict, zones: [...smallDistrict.zones, undrawn] }
    expect(found(facts, 'F9')[1]).toEqual(['口', 'unknown', 'line-unknown', null])
    expect(coverage(facts, { asOf }).perimeter!.find(({ id }) => id === 'F9')).toMatchObject({
      ...{ crossings: [], guarded: null, unguarded: null, closed: null },
    })
    expect(coverage(facts, { asOf }).perimeterTotal).toEqual({
      ...coverage(smallDistrict, { asOf }).perimeterTotal,
      untold: 1,
    })
  })

  test('X8 a zone of which only part is drawn is not said to be guarded; one inside a stricter zone is known to have no line', () => {
    const member = smallDistrict.places.find(({ kind }) => kind === 'village')!
    const undrawn = { ...member, code: 'X9', shape: null }
    const part = {
      ...smallDistrict.zones[0]!,
      id: 'F9',
      members: [member.code, 'X9'],
      shape: null,
      drawn: null,
    }
    const facts = {
      ...smallDistrict,
      places: [...smallDistrict.places, undrawn],
      zones: [part],
      facilities: smallDistrict.facilities,
    }
    const { perimeter: lines, perimeterTotal } = coverage(facts, { asOf })
    const line = lines!.find(({ id }) => id === 'F9')!
    expect([line.isPartlyDrawn, perimeterTotal!.untold]).toEqual([true, 1])
    expect(found(facts, 'F9')[1]!.slice(0, 2)).not.toEqual(['口', 'met'])
    const nested = {
      ...facts,
      zones: [
        { ...part, members: [member.code] },
        { ...part, id: 'G9', members: [member.code] },
      ],
    }
    const inner = coverage(nested, { asOf }).perimeter!.filter(({ kind }) => kind === 'zone')
    expect(
      inner.map(({ crossings, unguarded }) => unguarded === null || crossings.length < unguarded),
    ).toEqual([false, false])
  })

  test('X13 a line at which a road ends is not said to be guarded, though every crossing is', () => {
    const said = coverage(smallDistrict, { asOf })
    const guarded = said.perimeter!.map((line) => ({ ...line, unguarded: 0 }))
    const crossingsOf = (endsAtLine: typeof said.endsAtLine) =>
      findingsOf(smallDistrict, { asOf, coverage: { ...said, perimeter: guarded, endsAtLine } })('F1')[1]!
    expect(crossingsOf([])).toMatchObject({ state: 'met', reason: null })
    const end = { id: 'F1', kind: 'zone', position: [113, 33], road: null, class: 'track' } as const
    expect(crossingsOf([end])).toMatchObject({ state: 'unmet', reason: 'ends-at-line', figures: { ends: 1 } })
    expect(crossingsOf([{ ...end, id: 'F2' }])).toMatchObject({ state: 'met' })
  })

  test('R5 they change no state and no date', () => {
    const findings = findingsOf(smallDistrict, { asOf, coverage: coverage(smallDistrict, { asOf }) })
    const plain = assess(smallDistrict, { asOf })
    const noted = assess(smallDistrict, { asOf, findings })
    expect(noted.zones[0]!.transitions[0]!.findings).toHaveLength(2)
    const bare = noted.zones.map((zone) => ({
      ...zone,
      transitions: zone.transitions.map((one) => ({ ...one, findings: [] })),
    }))
    expect(bare).toEqual(plain.zones)
  })
})
