import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { GUARDS } from './guards'

test.each(GUARDS.map((guard) => [guard.name, guard] as const))(
  'what is taken out stands once: %s',
  (_, { file, find }) => {
    expect(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8').split(find)).toHaveLength(2)
  },
)
