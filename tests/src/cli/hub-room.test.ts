import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { endLeftBehind, pidFile } from '../../../src/cli/hub/left-behind'
import { isOtherRoom, RESERVE, roomFor } from '../../../src/cli/hub/room'
import { startedHub } from '../../helpers/cordon-hub'
import { hasNatsServer } from '../../helpers/nats-server'

const folder = mkdtempSync(join(tmpdir(), 'cordon-hub-room-'))
const started: ChildProcess[] = []
afterAll(() => {
  for (const one of started) one.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

test('H70 the store is let grow to what the disk has beyond a reserve; its room is said anew near the end and once there is room', () => {
  const { most, free } = roomFor(folder)
  expect(most).toBe(Math.max(1, free - RESERVE))
  expect([isOtherRoom(false, RESERVE - 1), isOtherRoom(false, RESERVE + 1)]).toEqual([true, false])
  expect([isOtherRoom(true, RESERVE + 1), isOtherRoom(true, RESERVE * 2)]).toEqual([false, true])
})

test('H71 a process that only has the number of a server that is gone is left alone', async () => {
  const other = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'])
  started.push(other)
  writeFileSync(pidFile(folder), String(other.pid))
  await endLeftBehind(folder, join(folder, 'hub.conf'))
  expect([other.exitCode, other.signalCode]).toEqual([null, null])
})

test.skipIf(!hasNatsServer || !existsSync('/proc/self/cmdline'))(
  'H72 a hub whose command was killed starts again on the same data and ports',
  async () => {
    const data = join(folder, 'data')
    const first = await startedHub(['--data', data, '--port', '0'])
    first.child.kill('SIGKILL')
    await first.ended
    const second = await startedHub(['--data', data, '--port', String(first.port)])
    expect(second.port).toBe(first.port)
    second.child.kill('SIGTERM')
    await second.ended
  },
)
