import { describe, expect, test } from 'vitest'
import { editionsOf } from '../../../geo/editions/editions'
import { readMoment } from '../../../geo/time/calendar'
import { demoFacts } from '../../helpers/demo-facts'

const at = (text: string): number => readMoment('Asia/Shanghai', text)!.at

describe('editions of the demo district', async () => {
  const facts = await demoFacts()
  const editions = editionsOf(facts, at('2022-05-27T14:00'))
  const find = (id: string) => editions.find((one) => one.id === id)!

  test('P41 the one that zones follow stands first, with how many do', () => {
    expect(editions[0]).toMatchObject({
      id: 'lanxi-2022-05',
      zones: 16,
      isPacks: true,
      origin: 'pack',
      extends: 'cn-2021-three-zone',
      inForce: true,
    })
    expect(editions.slice(1).every(({ zones }) => zones === 0)).toBe(true)
  })

  test('P41 those of the country and disease of the pack come before all others', () => {
    const near = editions.map((one) => one.near)
    expect(near.indexOf(false)).toBe(near.lastIndexOf(true) + 1)
    expect(find('cn-9th-2022').near).toBe(true)
    expect(find('cn-asf-2020').near).toBe(false)
    expect(find('it-2021-08').near).toBe(false)
  })

  test('P42 in force is said for the day of the as-of', () => {
    expect(find('cn-2021-three-zone').inForce).toBe(true)
    expect(find('cn-9th-2022').inForce).toBe(false)
    const later = editionsOf(facts, at('2022-07-10T08:00'))
    expect(later.find(({ id }) => id === 'cn-9th-2022')!.inForce).toBe(true)
    expect(later.find(({ id }) => id === 'cn-2021-three-zone')!.inForce).toBe(false)
  })

  test('P43 grades of sources are those the document gives, general knowledge among them', () => {
    expect(find('cn-9th-2022').grades).toEqual(['A', 'B', 'G'])
    expect(editions.filter(({ faults }) => faults.length > 0)).toEqual([])
  })

  test('P43 an edition that cannot be used is listed with its faults', () => {
    const broken = { id: 'broken', extends: 'nowhere', name: { zh: '坏' } }
    const listed = editionsOf({ ...facts, policies: [...facts.policies, broken] }, at('2022-05-27T14:00'))
    const found = listed.find(({ id }) => id === 'broken')!
    expect(found.zh).toBe('坏')
    expect(found.faults.map(({ code }) => code)).toContain('unknown-policy')
  })
})
