import { describe, expect, test } from 'vitest'
import {
  compareEditions,
  explainPolicy,
  type Policy,
  policyDocuments,
  readMoment,
  resolvePolicy,
  staysAt,
  thresholdsOf,
} from '#geo'
import { adoptionDrafts, followsNone } from '../../../src/operations/editions/adopt'
import type { EditionText } from '../../../src/stores/use-editions'
import { comparisonRows, sortedRows, zonesElsewhere } from '../../../src/views/rules/comparison-rows'
import {
  changesOf,
  freeId,
  isChanged,
  type LocalForm,
  thresholdKey,
} from '../../../src/views/rules/local-draft'
import { printedExplanation } from '../../../src/views/rules/printed-explanation'
import { laidOut } from '../../../src/views/rules/sentence-rows'
import { aSurvey } from '../../helpers/a-survey'
import { demoFacts } from '../../helpers/demo-facts'

const policy = resolvePolicy('cn-9th-2022', policyDocuments({ policies: [] })).policy as Policy
const text: EditionText = {
  id: policy.id,
  explanation: explainPolicy(policy),
  document: {},
  levels: [],
  thresholds: thresholdsOf(policy),
  chains: {},
  transitions: [],
}
const form: LocalForm = {
  id: 'mine',
  name: { zh: '本地', en: 'local' },
  ...{ numbers: {}, chains: {}, labels: {}, added: [] },
}
const t = (key: string, params: Record<string, string | number> = {}): string =>
  [key, ...Object.values(params)].join(' ')

describe('a local edition as it is typed', () => {
  test('an untouched form changes nothing; a number set back is no change', () => {
    const [one] = text.thresholds
    expect(isChanged(changesOf(form, text, '2022-07-01'))).toBe(false)
    const same = { ...form, numbers: { [thresholdKey(one!)]: one!.value } }
    expect(isChanged(changesOf(same, text, '2022-07-01'))).toBe(false)
    const more = changesOf({ ...form, numbers: { [thresholdKey(one!)]: one!.value + 1 } }, text, '2022-07-01')
    expect(more.thresholds).toEqual([
      { transition: one!.transition, condition: one!.condition, key: one!.key, value: one!.value + 1 },
    ])
    expect(more).not.toHaveProperty('chains')
  })

  test('added conditions are local, each with an id of its own', () => {
    const words = { zh: '文字', en: 'words' }
    const added = [
      { transition: 'a', kind: 'days' as const, n: 9, fact: '', words },
      { transition: 'a', kind: 'round' as const, n: 48, fact: '', words },
      { transition: 'b', kind: 'flag' as const, n: 0, fact: 'fenceChecked', words },
    ]
    const { conditions } = changesOf({ ...form, added }, text, '2022-07-01')
    expect(conditions!.map(({ condition }) => condition.id)).toEqual(['local1', 'local2', 'local3'])
    expect(conditions!.every(({ condition }) => condition.authority === 'local')).toBe(true)
    expect(conditions![1]!.condition).toMatchObject({ rounds: { withinHours: 48, result: 'negative' } })
    expect(conditions![2]!.condition).toMatchObject({ flag: 'fenceChecked' })
  })

  test('days are counted by the clock the rule itself uses for cases', () => {
    const caseClock = { event: 'case', agg: 'last' as const, filter: { not: ['central'] } }
    const transition = { ...{ id: 'a', zh: '', en: '', from: [], cameFrom: [], to: '', approval: null } }
    const ruled = { ...text, transitions: [{ ...transition, caseClock, hasRule: true }] }
    const words = { zh: '文字', en: 'words' }
    const added = ['a', 'b'].map((id) => ({ transition: id, kind: 'days' as const, n: 9, fact: '', words }))
    const { conditions } = changesOf({ ...form, added }, ruled, '2022-07-01')
    expect(conditions!.map(({ condition }) => 'days' in condition && condition.days.since)).toEqual([
      caseClock,
      { event: 'case', agg: 'last' },
    ])
  })

  test('its id is one that no edition has', () => {
    expect(freeId('a', new Set(['a']))).toBe('a-local')
    expect(freeId('a', new Set(['a', 'a-local', 'a-local-2']))).toBe('a-local-3')
  })
})

describe('an edition on the page', () => {
  test('every sentence stands in the print, in both languages, none with an undefined word', () => {
    for (const locale of ['zh', 'en'] as const) {
      const print = printedExplanation(text.explanation, locale)
      for (const { items } of text.explanation.blocks)
        for (const { sentences } of items)
          for (const sentence of sentences) expect(print).toContain(sentence[locale])
      expect(print).not.toContain('undefined')
    }
  })

  test('a role is named where its run begins', () => {
    for (const { items } of laidOut(text.explanation))
      for (const { rows } of items) {
        if (rows[0]) expect(rows[0].opens).toBe(true)
        for (const [i, row] of rows.entries())
          if (i > 0 && row.sentence.role === rows[i - 1]!.sentence.role) expect(row.opens).toBe(false)
      }
  })
})

describe('a comparison on the page', async () => {
  const facts = await demoFacts()
  const asOf = readMoment('Asia/Shanghai', '2022-05-27T14:00')!.at
  const comparison = compareEditions(facts, { asOf, from: 'lanxi-2022-05', to: 'cn-9th-2022' })
  const rows = comparisonRows(comparison, { t, locale: 'zh', survey: aSurvey })

  test('every zone is a row; the differences add up to the totals', () => {
    expect(rows.map(({ id }) => id)).toEqual(comparison.zones.map(({ id }) => id))
    const { earlier, later, same, unknown } = comparison.totals
    expect([
      rows.filter(({ days }) => days !== null && days < 0).length,
      rows.filter(({ days }) => days !== null && days > 0).length,
      rows.filter(({ days }) => days === 0).length,
      rows.filter(({ days }) => days === null).length,
    ]).toEqual([earlier, later, same, unknown])
  })

  test('those that move most come first, what is not known last; by zone it is by zone', () => {
    const moved = sortedRows(rows, comparison, 'days').map(({ days }) => days)
    const known = moved.filter((days) => days !== null).map(Math.abs)
    expect(known).toEqual([...known].sort((a, b) => b - a))
    expect(moved.slice(known.length).every((days) => days === null)).toBe(true)
    expect(sortedRows(rows, comparison, 'zone').map(({ id }) => id)).toEqual(rows.map(({ id }) => id))
  })

  test('zones follow only an edition that has their level', () => {
    const zones = comparison.zones.map(({ id, from }) => ({ ...aSurvey.zones[0]!, id, level: from.level! }))
    const survey = { ...aSurvey, zones }
    expect(zonesElsewhere(comparison, survey)).toBe(zones.length)
    const own = compareEditions(facts, { asOf, from: 'lanxi-2022-05', to: 'cn-2021-three-zone' })
    expect(zonesElsewhere(own, survey)).toBe(0)
  })

  test('adopting says the document, and only if asked the pack’s edition and every zone', () => {
    const survey = aSurvey
    const adoption = { document: { id: 'mine' }, id: 'mine', name: '本地', own: async () => true }
    expect(adoptionDrafts({ ...adoption, switching: null }, facts).map(({ type }) => type)).toEqual([
      'policy.adopted@1',
    ])
    const drafts = adoptionDrafts({ ...adoption, switching: survey }, facts)
    expect(drafts[1]).toMatchObject({
      type: 'pack.described@1',
      pack: { policy: 'mine', title: facts.pack.title },
    })
    expect(drafts.slice(2)).toEqual(
      survey.zones.map(({ id }) => ({
        type: 'zone.switched@1',
        zone: id,
        policy: 'mine',
        at: survey.asOf,
        because: '本地',
      })),
    )
  })

  test('an edition that is known is not kept once more; zones whose level it lacks keep the one they have', () => {
    const adoption = { document: null, id: 'cn-9th-2022', name: '第九版', own: async () => true }
    const all = adoptionDrafts({ ...adoption, switching: aSurvey }, facts)
    expect(all.map(({ type }) => type)).toEqual([
      'pack.described@1',
      ...aSurvey.zones.map(() => 'zone.switched@1'),
    ])
    const [first, second] = staysAt(facts, asOf)
    const zones = [first!, second!].map(({ id }) => ({ ...aSurvey.zones[0]!, id }))
    const survey = { ...aSurvey, zones, asOf: '2022-05-26T14:00:00+08:00' }
    const mixed = {
      ...facts,
      pack: { ...facts.pack, policy: 'cn-2021-three-zone' },
      zones: facts.zones.map((stay) => ({ ...stay, policy: stay.id === first!.id ? null : 'lanxi-2022-05' })),
    }
    const drafts = adoptionDrafts({ ...adoption, switching: survey, isForNewZones: true }, mixed)
    const stays = mixed.zones.filter(({ policy, from }) => policy === null && from.at <= asOf)
    expect(drafts).toEqual([
      ...stays.map(({ id }) =>
        expect.objectContaining({ type: 'zone.switched@1', zone: id, policy: 'cn-2021-three-zone' }),
      ),
      expect.objectContaining({ type: 'pack.described@1' }),
    ])
    const none = { ...mixed, pack: { ...mixed.pack, policy: null } }
    expect([followsNone(none, survey.asOf), followsNone(mixed, survey.asOf)]).toEqual([true, false])
  })
})
