import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, test } from 'vitest'

const root = mkdtempSync(join(tmpdir(), 'cordon-start-'))
afterAll(() => rmSync(root, { recursive: true }))
writeFileSync(join(root, 'index.html'), '<!doctype html>')
const start = pathToFileURL(join(import.meta.dirname, '../../../src/cli/start.mjs')).href

/** What the server prints until it serves, or until it ends with a code. */
function started(...args: string[]): Promise<{ code: number | null; printed: string }> {
  const task = `const { start } = await import(${JSON.stringify(start)})
    process.exitCode = await start({ root: ${JSON.stringify(root)}, missing: '', args: ${JSON.stringify(args)} })`
  const child = spawn(process.execPath, ['--input-type=module', '-e', task])
  return new Promise((resolve) => {
    let printed = ''
    const take = (text: Buffer) => {
      printed += text
      if (printed.includes('Ctrl+C')) child.kill()
    }
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    child.on('close', (code) => resolve({ code, printed }))
  })
}

test('H50 a port that is taken is said, with what that means for the data, and another is served', async () => {
  const other = createServer()
  await new Promise<void>((go) => other.listen(0, '127.0.0.1', go))
  const { port } = other.address() as { port: number }
  const { printed } = await started('--port', String(port))
  other.close()
  expect(printed).toContain(`Port ${port} is taken or not allowed`)
  expect(printed).toMatch(/http:\/\/127\.0\.0\.1:(?!0)\d+/)
  expect(printed).not.toContain(`127.0.0.1:${port}`)
})

test('H50 what is no certificate or no key ends in a sentence and code 2, without a trace', async () => {
  writeFileSync(join(root, 'cert.pem'), 'no certificate')
  const { code, printed } = await started(
    '--port',
    '0',
    '--tls',
    join(root, 'cert.pem'),
    join(root, 'cert.pem'),
  )
  expect(code).toBe(2)
  expect(printed).toContain('certificate or key cannot be used, the order is CERT KEY')
  expect(printed).not.toContain(' at ')
  const none = await started('--tls', join(root, 'none.pem'), join(root, 'none.pem'))
  expect([none.code, none.printed.includes('cannot be read')]).toEqual([2, true])
})
