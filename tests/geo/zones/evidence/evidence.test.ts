import { describe, expect, test } from 'vitest'
import { answersOf, differencesOf, type Facts, type FrozenView, frozenView, readAsOf } from '#geo'
import { lanxiPolicy } from '../../../../src/demo/policy'
import { aFact, aFacts, aPack, aPlace, aRound, aZone, box, cases, SHANGHAI } from '../../../helpers/facts'

const facts = aFacts({
  pack: aPack({ policy: 'lanxi-2022-05' }),
  policies: [lanxiPolicy()],
  places: [
    aPlace({ code: 'D', kind: 'district', shape: box(113, 31, 113.2, 31.2) }),
    aPlace({ code: 'A', parent: 'D', people: 100, shape: box(113.02, 31.02, 113.04, 31.04) }),
  ],
  zones: [aZone({ id: 'S', from: '2022-05-15', members: ['A'] })],
  cases: cases([{ id: 'c1', reportedAt: '2022-05-15T10:00', place: 'A', foundIn: 'community' }]),
  statedFacts: ['allContactsControlled', 'environmentNegative'].map((fact) =>
    aFact({ zone: 'S', at: '2022-05-20', fact }),
  ),
  rounds: [aRound({ zone: 'S', round: '3', startedAt: '2022-05-22T08:00', finishedAt: '2022-05-22T20:00' })],
})
const FRAME = { head: 'h', policy: { id: 'lanxi-2022-05', zh: '规则', en: 'rules', digest: 'd' } }

function seen(of: Facts, asOf: string): FrozenView {
  const answers = answersOf(of, { asOf: readAsOf(SHANGHAI, asOf)! })
  const transition = answers.assess.zones[0]!.transitions.find(({ kind }) => kind === 'downgrade')!.id
  return frozenView(answers, { zone: 'S', transition }, FRAME)!
}
const keys = (before: FrozenView, after: FrozenView): string[] =>
  differencesOf(before, after).map(({ key }) => key)

describe('what a step saw', () => {
  test('W11 holds the figures of the answers, not others', () => {
    const answers = answersOf(facts, { asOf: readAsOf(SHANGHAI, '2022-05-22T22:00')! })
    const view = seen(facts, '2022-05-22T22:00')
    const row = answers.survey.zones[0]!
    const change = answers.assess.zones[0]!.transitions.find(({ id }) => id === view.transition.id)!
    expect(view.conditions).toEqual(change.conditions)
    expect(view.findings).toEqual(change.findings)
    expect(view.figures).toMatchObject({ areaM2: row.areaM2, people: 100, cases: 1, places: 1 })
    expect(view).toMatchObject({ head: 'h', zone: { id: 'S', level: 'sealed', designatedAt: '2022-05-15' } })
  })

  test('W11 a zone or transition that is not there has no view', () => {
    const answers = answersOf(facts, { asOf: readAsOf(SHANGHAI, '2022-05-22T22:00')! })
    expect(frozenView(answers, { zone: 'X', transition: 'unseal' }, FRAME)).toBeNull()
    expect(frozenView(answers, { zone: 'S', transition: 'x' }, FRAME)).toBeNull()
  })

  test('W12 that hours pass is no difference; that a condition lapses is one', () => {
    const evening = seen(facts, '2022-05-22T22:00')
    expect(keys(evening, seen(facts, '2022-05-22T23:30'))).toEqual([])
    const later = keys(evening, seen(facts, '2022-05-26T22:00'))
    const states = evening.conditions.map(({ id }) => `condition.${id}`)
    expect(later.some((key) => states.includes(key))).toBe(true)
    expect(later.filter((key) => key.startsWith('figure.') || key.endsWith('.left'))).toEqual([])
  })

  test('W12 days that go by while nothing turns are no difference', () => {
    const early = {
      ...facts,
      rounds: [],
      stated: new Set([...facts.stated].filter((list) => list !== 'rounds')),
    }
    const [before, after] = [seen(early, '2022-05-17T10:00'), seen(early, '2022-05-18T10:00')]
    const days = (view: FrozenView) => view.conditions.find(({ figures }) => 'left' in figures)!.figures.left
    expect(days(before)).not.toBe(days(after))
    expect(keys(before, after)).toEqual([])
  })

  test('W13 a new case moves the clock, the count and the last day, each under its key', () => {
    const grown = {
      ...facts,
      cases: cases([
        { id: 'c1', reportedAt: '2022-05-15T10:00', place: 'A', foundIn: 'community' },
        { id: 'c2', reportedAt: '2022-05-22T09:00', place: 'A', foundIn: 'community' },
      ]),
    }
    const found = differencesOf(seen(facts, '2022-05-23T10:00'), seen(grown, '2022-05-23T10:00'))
    const of = (key: string) => found.find((one) => one.key === key)
    expect(of('figure.cases')).toEqual({ key: 'figure.cases', kind: 'figure', before: 1, after: 2 })
    expect(of('figure.lastCaseOn')).toMatchObject({ before: '2022-05-15', after: '2022-05-22' })
    const clock = found.find(({ key }) => /^condition\..*\.since$/.test(key))
    expect(clock?.after).toContain('2022-05-22')
    expect(
      found.some(({ kind, before, after }) => kind === 'condition' && before === 'met' && after === 'unmet'),
    ).toBe(true)
  })

  test('W13 ground, level and edition: what is gone is null afterwards', () => {
    const view = seen(facts, '2022-05-22T22:00')
    const moved: FrozenView = {
      ...view,
      policy: { ...view.policy, digest: 'e' },
      zone: { ...view.zone, level: 'controlled' },
      figures: { ...view.figures, areaM2: (view.figures.areaM2 as number) * 1.01 },
      findings: [],
    }
    expect(keys(view, moved)).toEqual(
      expect.arrayContaining(['zone.level', 'policy.digest', 'figure.areaM2']),
    )
    const noise = {
      ...view,
      figures: { ...view.figures, areaM2: (view.figures.areaM2 as number) * (1 + 1e-9) },
    }
    expect(keys(view, noise)).toEqual([])
    const gone = differencesOf(view, { ...view, conditions: view.conditions.slice(1) })
    expect(gone[0]).toMatchObject({ key: `condition.${view.conditions[0]!.id}`, after: null })
  })
})
