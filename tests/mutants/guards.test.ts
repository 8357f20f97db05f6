import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { GUARDS } from './guards'

test.each(GUARDS.map((guard) => [guard.name, guard] as const))(
  'what is taken out stands once: %s',
  (_, guard) => {
    for (const { file, find } of [guard, ...(guard.second ? [guard.second] : [])])
      expect(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8').split(find)).toHaveLength(2)
  },
)

test('the table of the README has each guard, in the order of the list', () => {
  const rows = readFileSync(new URL('README.md', import.meta.url), 'utf8').match(/^\| .* \| \d+ \|/gm) ?? []
  expect(rows.map((row) => row.split(' | ')[0]!.slice(2))).toEqual(GUARDS.map(({ name }) => name))
})
