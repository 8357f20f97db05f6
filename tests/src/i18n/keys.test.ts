import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { messagesOf } from '../../../src/i18n'

const SOURCE = resolve(__dirname, '../../../src')
const sources = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(ts|vue)$/.test(name) && !/^i18n[\\/](zh|en)[\\/]/.test(name))
  .map((name) => readFileSync(join(SOURCE, name), 'utf8'))
  .join('\n')

function keysOf(messages: object, above: string): string[] {
  return Object.entries(messages).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? keysOf(value, `${above}${name}.`)
      : [`${above}${name}`],
  )
}

/** `approval.sheet.${state}` as the pattern of every key that it can be. */
function patternOf(template: string): RegExp {
  const parts = template.split(/\$\{[^}]*\}/).map((part) => part.replace(/[.*+?^$()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('[\\w.-]+')}$`)
}

test('every sentence of the dictionaries is used by some screen', () => {
  const written = new Set(
    [...sources.matchAll(/['"`]([a-z][\w-]*(?:\.[\w-]+)+)['"`]/gi)].map(([, key]) => key),
  )
  const composed = [...sources.matchAll(/`([a-z][\w-]*\.[^`\n]*\$\{[^`\n]*)`/gi)].map(([, key]) =>
    patternOf(key!),
  )
  const unused = keysOf(messagesOf('zh'), '').filter(
    (key) => !written.has(key) && !composed.some((pattern) => pattern.test(key)),
  )
  expect(unused).toEqual([])
})
