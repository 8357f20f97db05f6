import { expect, test } from 'vitest'
import { BUILT_IN_POLICIES } from '#geo'
import { factsUnasked } from '../../../src/import/facts-asked'
import { readFile } from '../../../src/import/files/read-file'
import { KINDS } from '../../../src/records/records'

async function unasked(...facts: string[]) {
  const rows = facts.map((fact) => `Z1,2022-05-27 08:00,${fact},false`)
  const bytes = new TextEncoder().encode(['zone,at,fact,value', ...rows, ''].join('\n'))
  const kind = Object.values(KINDS).find(({ list }) => list === 'facts')!
  const file = { path: 'facts.csv', bytes, role: 'list', beside: new Map(), kind } as const
  const { lists } = await readFile(file, { zone: 'Asia/Shanghai', frame: 'wgs84', isFrameStated: true })
  return factsUnasked(lists, BUILT_IN_POLICIES)
}

test('L85 a fact for which no rule asks is told once, with the name most like it', async () => {
  expect(await unasked('contactNegative', 'contactsNegative', 'contactNegative')).toMatchObject([
    {
      code: 'fact-unasked',
      severity: 'note',
      row: 2,
      seen: 'contactNegative',
      suggestion: 'contactsNegative',
    },
  ])
  expect(await unasked('responseLevel')).toMatchObject([{ seen: 'responseLevel', suggestion: null }])
  expect(await unasked('asOf.cases', 'contactsNegative')).toEqual([])
})
