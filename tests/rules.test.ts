import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = resolve(__dirname, '..')
const BOOKS = [
  ...['geo/README.md', 'src/log/README.md', 'src/map/README.md', 'src/formats/README.md'],
  'src/exchange/README.md',
]

function testFiles(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) return testFiles(path)
    return name.endsWith('.test.ts') && name !== 'rules.test.ts' ? [path] : []
  })
}

const written = BOOKS.flatMap((book) =>
  [...readFileSync(join(ROOT, book), 'utf8').matchAll(/^- \*\*([A-Z]\d+)\*\*/gm)].map((m) => m[1]!),
)
/** What stands in brackets after `test.each`, `describe.skipIf` …, up to three deep. */
const BRACKETS = String.raw`\((?:[^()]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))*\)`
const TITLE = new RegExp(
  String.raw`(?:test|it|describe)(?:\.\w+(?:<[^>]*>)?(?:${BRACKETS})?)*\(\s*['"\x60]([A-Z]\d+(?:[, ]+[A-Z]\d+)*)\b`,
  'g',
)
const quoted = new Set(
  testFiles(join(ROOT, 'tests')).flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(TITLE)].flatMap((found) => found[1]!.split(/[, ]+/)),
  ),
)

test('every rule has an id of its own', () => {
  expect(written.filter((id, i) => written.indexOf(id) !== i)).toEqual([])
})

test('every rule is quoted by a test', () => {
  expect(written.filter((id) => !quoted.has(id))).toEqual([])
})

test('every id that a test of geo or log quotes is a rule', () => {
  const prefixes = new Set(written.map((id) => id[0]))
  expect([...quoted].filter((id) => prefixes.has(id[0]) && !written.includes(id))).toEqual([])
})
