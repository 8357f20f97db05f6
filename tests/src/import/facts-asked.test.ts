import { expect, test } from 'vitest'
import { BUILT_IN_POLICIES } from '#geo'
import { factsUnasked } from '../../../src/import/facts-asked'
import { readList } from '../../../src/import/read-list'
import { KINDS } from '../../../src/log/kinds'

function unasked(...facts: string[]) {
  const rows = facts.map((fact) => `Z1,2022-05-27 08:00,${fact},false`)
  const bytes = new TextEncoder().encode(['zone,at,fact,value', ...rows, ''].join('\n'))
  const kind = Object.values(KINDS).find(({ list }) => list === 'facts')!
  const file = { path: 'facts.csv', bytes, role: 'list', format: 'csv', kind } as const
  return factsUnasked([readList(file, { zone: 'Asia/Shanghai', frame: 'wgs84' })], BUILT_IN_POLICIES)
}

test('L85 a fact for which no rule asks is told once, with the name most like it', () => {
  expect(unasked('contactNegative', 'contactsNegative', 'contactNegative')).toMatchObject([
    {
      code: 'fact-unasked',
      severity: 'note',
      row: 2,
      seen: 'contactNegative',
      suggestion: 'contactsNegative',
    },
  ])
  expect(unasked('responseLevel')).toMatchObject([{ seen: 'responseLevel', suggestion: null }])
  expect(unasked('asOf.cases', 'contactsNegative')).toEqual([])
})
