import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const CORDON = fileURLToPath(new URL('../../../src/cli/cordon.mjs', import.meta.url))
const DEMO = fileURLToPath(new URL('../../../public/demo/lanxi', import.meta.url))

test('a reader that closes the pipe after the first bytes leaves no fault behind', () => {
  const asked = `"${process.execPath}" "${CORDON}" assess "${DEMO}" --as-of 2022-05-27 --json`
  const said = execFileSync('sh', ['-c', `{ ${asked} | head -c 1; } 2>&1`], { encoding: 'utf8' })
  expect(said).toBe('{')
}, 60_000)
