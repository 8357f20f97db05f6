import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { logFiles } from '../../../src/export/pack'
import { runCommand } from '../../helpers/command'
import { Machine } from '../../helpers/exchange'

const root = mkdtempSync(join(tmpdir(), 'cordon-backup-'))
afterAll(() => rmSync(root, { recursive: true }))

const run = (...args: readonly string[]) => runCommand('backup', ...args)

test('X76 a log is backed up whole, proven, and no file stands where it is not whole', async () => {
  const machine = new Machine('a1')
  machine.bring('cases', [{ id: 'C1', kind: 'confirmed' }])
  for (const [path, text] of logFiles(machine)) {
    mkdirSync(join(root, 'segments'), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  const log = join(root, 'log.ndjson')
  const done = await run(log, '--to', join(root, 'out'), '--json')
  expect(done.code).toBe(0)
  expect(readdirSync(join(root, 'out'))).toEqual([done.document.file])
  expect(done.document).toMatchObject({ schema: 'cordon-backup/1', removed: [] })

  const cut = join(root, 'cut.ndjson')
  writeFileSync(cut, readFileSync(log, 'utf8').slice(0, 200))
  const refused = await run(cut, '--to', join(root, 'none'))
  expect([refused.code, refused.out]).toEqual([1, ''])
  expect(refused.err).not.toBe('')
  expect(existsSync(join(root, 'none'))).toBe(false)
})
