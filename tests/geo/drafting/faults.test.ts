import { describe, expect, test } from 'vitest'
import { areaM2, type DraftGround, draftFaults, type Facts, policiesOf, repairOf, type Shape } from '#geo'
import { aFacts, aPlace, aZone, box, moment, ring } from '../../helpers/facts'

const district = aPlace({
  code: 'd',
  kind: 'district',
  shape: [[...box(120, 31, 120.1, 31.1)[0]!, ...box(120.04, 31.04, 120.05, 31.05)[0]!]],
})
const facts = aFacts({
  places: [district, aPlace({ code: 'bare', kind: 'village', parent: 'd' })],
  zones: [aZone({ id: 'S', from: '2022-05-01', drawn: box(120.08, 31.08, 120.09, 31.09) })],
})
const ask = (ground: DraftGround, over: Facts = facts) =>
  draftFaults(over, ground, {
    asOf: moment('2022-05-25').at,
    policyOf: policiesOf(over),
    level: 'controlled',
  })
const drawn = (...flats: number[][]): DraftGround => ({
  kind: 'drawn',
  shape: flats.map((flat) => [ring(flat)]),
})
const shape = (ground: DraftGround): Shape => (ground.kind === 'drawn' ? ground.shape : [])

/** The only fault of that code, and the ground that its repair proposes. */
function mended(ground: DraftGround, code: string) {
  const fault = ask(ground).find((one) => one.code === code)!
  const before = shape(ground).map((rings) => rings.map((one) => [...one]))
  const proposal = repairOf(facts, ground, fault)
  expect(shape(ground).map((rings) => rings.map((one) => [...one]))).toEqual(before)
  return { fault, proposal }
}

describe('what is wrong with a drawn ground', () => {
  test('B16 a figure-eight is shown where it crosses, refused, and mended into its two halves', () => {
    const { fault, proposal } = mended(
      drawn([120, 31, 120.01, 31.01, 120.01, 31, 120, 31.01, 120, 31]),
      'figure-eight',
    )
    expect(fault).toMatchObject({
      weight: 'repair',
      at: [[expect.closeTo(120.005, 9), expect.closeTo(31.005, 9)]],
    })
    expect(shape(proposal!)).toHaveLength(2)
    expect(ask(proposal!)).toEqual([])
  })

  test('B16 a spike is refused and taken off; a needle is only said', () => {
    const spike = drawn([120, 31, 120.01, 31, 120.03, 31, 120.01, 31, 120.01, 31.01, 120, 31.01, 120, 31])
    const { fault, proposal } = mended(spike, 'spike')
    expect(fault).toMatchObject({ weight: 'repair', at: [[120.03, 31]] })
    expect(areaM2(shape(proposal!))).toBeCloseTo(areaM2(box(120, 31, 120.01, 31.01)), 1)
    const needle = mended(
      drawn([120, 31, 120.01, 31, 120.03, 31.00005, 120.01, 31.0001, 120.01, 31.01, 120, 31.01, 120, 31]),
      'needle',
    )
    expect(needle.fault.weight).toBe('say')
    expect(shape(needle.proposal!)[0]![0]!.length).toBe(12)
  })

  test('B16 two clicks on one spot are said, and one of them goes', () => {
    const twice = drawn([120, 31, 120.01, 31, 120.01, 31, 120.01, 31.01, 120, 31.01, 120, 31])
    const { fault, proposal } = mended(twice, 'repeated-click')
    expect(fault).toMatchObject({ weight: 'say', at: [[120.01, 31]] })
    expect(shape(proposal!)[0]![0]!.length).toBe(10)
  })

  test('B16 too few points, no area and no member are refused, and nothing is proposed', () => {
    for (const [ground, code] of [
      [drawn([120, 31, 120.01, 31, 120, 31]), 'too-few-points'],
      [drawn([120, 31, 120.01, 31, 120.02, 31, 120, 31]), 'no-area'],
      [{ kind: 'members', codes: [] }, 'no-ground'],
    ] as const) {
      const fault = ask(ground as DraftGround).find((one) => one.code === code)
      expect(fault?.weight).toBe('repair')
      expect(repairOf(facts, ground as DraftGround, fault!)).toBeNull()
    }
  })

  test('B16 a hole that leaves its ground and parts over each other are refused and mended', () => {
    const [outer] = box(120, 31, 120.03, 31.03)[0]!
    const hole = box(120.02, 31.01, 120.04, 31.02)[0]![0]!
    const { fault, proposal } = mended({ kind: 'drawn', shape: [[outer!, hole]] }, 'hole-outside')
    expect(fault.weight).toBe('repair')
    const left = areaM2([[outer!]]) - areaM2(box(120.02, 31.01, 120.03, 31.02))
    expect(areaM2(shape(proposal!)) / left).toBeCloseTo(1, 6)
    const over = mended({ kind: 'drawn', shape: [[outer!], [hole]] }, 'parts-overlap')
    expect(shape(over.proposal!)).toHaveLength(1)
    expect(ask(over.proposal!)).toEqual([])
    expect(ask({ kind: 'drawn', shape: [[outer!], ...box(120.03, 31.01, 120.035, 31.02)] })).toEqual([])
  })

  test('B17 a part outside the district is said with its size; a ground wholly outside is refused', () => {
    const { fault, proposal } = mended(
      { kind: 'drawn', shape: box(120.09, 31.02, 120.11, 31.03) },
      'outside-district',
    )
    expect(fault.weight).toBe('say')
    expect(fault.areaM2! / areaM2(box(120.1, 31.02, 120.11, 31.03))).toBeCloseTo(1, 9)
    expect(ask(proposal!)).toEqual([])
    const away = ask({ kind: 'drawn', shape: box(121, 31, 121.01, 31.01) })
    expect(away).toMatchObject([{ code: 'outside-district', weight: 'repair' }])
  })

  test('B17 ground over a hole of the district is said apart from ground outside it', () => {
    const { fault, proposal } = mended(
      { kind: 'drawn', shape: box(120.035, 31.035, 120.06, 31.06) },
      'over-hole',
    )
    expect(fault.areaM2! / areaM2(box(120.04, 31.04, 120.05, 31.05))).toBeCloseTo(1, 6)
    expect(shape(proposal!)[0]).toHaveLength(2)
  })

  test('B18 crumbs and stricter zones are said, and a crumb can go', () => {
    const crumb = drawn(
      [...box(120.01, 31.01, 120.02, 31.02)[0]![0]!],
      [...box(120.03, 31.03, 120.03001, 31.03001)[0]![0]!],
    )
    expect(shape(mended(crumb, 'sliver').proposal!)).toHaveLength(1)
    const under = ask({ kind: 'drawn', shape: box(120.085, 31.085, 120.095, 31.095) })
    expect(under).toMatchObject([{ code: 'under-stricter', weight: 'say', about: 'S' }])
  })

  test('B18 a crumb in the hole of a part goes alone', () => {
    const [big] = box(120, 31, 120.02, 31.02)
    const ringed = [...box(120.03, 31, 120.034, 31.004)[0]!, ...box(120.031, 31.001, 120.033, 31.003)[0]!]
    const [crumb] = box(120.032, 31.002, 120.03201, 31.00201)
    const { proposal } = mended({ kind: 'drawn', shape: [big!, ringed, crumb!] }, 'sliver')
    expect(shape(proposal!)).toEqual([big, ringed])
  })

  test('B18 unknown members are refused, those without ground said', () => {
    expect(
      ask({ kind: 'members', codes: ['d', 'nowhere', 'bare'] }).map(({ code, weight, about }) => [
        code,
        weight,
        about,
      ]),
    ).toEqual([
      ['unknown-member', 'repair', 'nowhere'],
      ['member-without-ground', 'say', 'bare'],
      ['under-stricter', 'say', 'S'],
    ])
  })

  test('B19 a good ring of 5,000 vertices has no fault and keeps them', () => {
    const flat: number[] = []
    for (let i = 0; i < 5000; i++) {
      const angle = (2 * Math.PI * i) / 5000
      const reach = 0.01 + 0.002 * Math.sin(40 * angle)
      flat.push(120.07 + reach * Math.cos(angle), 31.03 + reach * Math.sin(angle))
    }
    const ground = drawn([...flat, flat[0]!, flat[1]!])
    expect(ask(ground)).toEqual([])
    expect(shape(ground)[0]![0]!.length).toBe(10_002)
  })
})
