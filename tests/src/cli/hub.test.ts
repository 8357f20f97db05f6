import type { ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { jetstreamManager } from '@nats-io/jetstream'
import { connect } from '@nats-io/transport-node'
import { afterAll, describe, expect, test } from 'vitest'
import { main } from '../../../src/cli/main'
import { hubWay } from '../../../src/exchange/hub/hub-way'
import { bucketOf, streamOf } from '../../../src/exchange/hub/names'
import { logFiles } from '../../../src/export/pack'
import { runHub, startedHub } from '../../helpers/cordon-hub'
import { Machine } from '../../helpers/exchange'
import { aDay } from '../../helpers/log'
import { freePort, hasNatsServer } from '../../helpers/nats-server'

const folder = mkdtempSync(join(tmpdir(), 'cordon-hub-'))
const page = join(folder, 'dist')
mkdirSync(page)
writeFileSync(join(page, 'index.html'), '<!doctype html>')
const running = new Set<ChildProcess>()
const run = (args: readonly string[], env: Record<string, string> = {}) => {
  const ran = runHub(args, env)
  running.add(ran.child)
  return ran
}
const started = async (args: readonly string[]) => {
  const ran = await startedHub([...args, '--page', page])
  running.add(ran.child)
  return ran
}
afterAll(() => {
  for (const child of running) child.kill('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
})

describe.skipIf(!hasNatsServer)('cordon hub', () => {
  test('H55 it serves the page open to exactly its own WebSocket, keeps what it was given, and stops without a trace', async () => {
    const data = join(folder, 'data')
    const first = await started(['--data', data, '--port', '0'])
    const answer = await fetch(`http://127.0.0.1:${first.port}/`)
    const policy = answer.headers.get('content-security-policy')!
    expect(policy).toContain(`connect-src 'self' ws://127.0.0.1:${first.port + 1};`)
    const one = new Machine('a1')
    one.bring('cases', [{ id: 'C1', kind: 'confirmed', reportedAt: aDay('2022-05-20') }])
    const servers = `nats://127.0.0.1:${first.port + 2}`
    const connection = await connect({ servers })
    const way = await hubWay(connection, { seat: { workspace: 'county', unit: '', device: 'a1' } })
    await one.giveTo(way, await way.find())
    const manager = await jetstreamManager(connection, { timeout: 1_000 })
    await expect(manager.streams.delete(streamOf('county'))).rejects.toThrow()
    await expect(manager.streams.delete(`OBJ_${bucketOf('county')}`)).rejects.toThrow()
    await connection.close()
    first.child.kill('SIGINT')
    expect(await first.ended).toBe(0)
    expect(first.said()).toContain('数据都在')
    const again = await started(['--data', data, '--port', String(first.port)])
    const other = new Machine('b1')
    const back = await connect({ servers })
    await other.takeFrom(await hubWay(back, { seat: { workspace: 'county', unit: '', device: 'b1' } }))
    expect(other.state()).toBe(one.state())
    await back.close()
    again.child.kill('SIGTERM')
    expect(await again.ended).toBe(0)
  }, 120_000)

  test('H56 a taken port, a folder in use or not to be written, a bad certificate, no nats-server: a sentence, 2', async () => {
    const taken = createServer()
    const port = await freePort()
    await new Promise<void>((done) => taken.listen(port + 1, '127.0.0.1', done))
    const at = run(['--data', join(folder, 'taken'), '--port', String(port)])
    expect([await at.ended, at.said()]).toEqual([2, expect.stringContaining(`端口 ${port + 1} 不能用`)])
    taken.close()
    const file = join(folder, 'file')
    writeFileSync(file, 'x')
    const none = run(['--data', join(file, 'below')])
    expect([await none.ended, none.said()]).toEqual([2, expect.stringContaining('不能读写')])
    const cert = run(['--data', join(folder, 'tls'), '--port', '0', '--tls', file, file])
    expect([await cert.ended, cert.said()]).toEqual([2, expect.stringContaining('证书或私钥不能用')])
    const bare = run(['--data', join(folder, 'bare'), '--port', '0'], { PATH: folder })
    expect([await bare.ended, bare.said()]).toEqual([
      2,
      expect.stringContaining('apt-get install nats-server'),
    ])
    const data = join(folder, 'twice')
    const first = await started(['--data', data, '--port', '0'])
    const second = run(['--data', data, '--port', '0'])
    expect([await second.ended, second.said()]).toEqual([2, expect.stringContaining('已有一个中枢在用')])
    first.child.kill('SIGTERM')
    expect(await first.ended).toBe(0)
    expect([await run([]).ended]).toEqual([2])
  }, 120_000)
})

describe.skipIf(!hasNatsServer)('cordon exchange --hub', () => {
  test('H57 logs of two machines are joined over a hub, byte for byte; nothing twice; a hub that is none is a sentence', async () => {
    const { port, child, ended } = await started(['--data', join(folder, 'joined'), '--port', '0'])
    const url = `nats://127.0.0.1:${port + 2}/county`
    const one = new Machine('a1')
    one.bring('cases', [{ id: 'C1', kind: 'confirmed', reportedAt: aDay('2022-05-20') }])
    const mine = join(folder, 'mine', 'log.ndjson')
    const theirs = join(folder, 'theirs', 'log.ndjson')
    for (const [path, text] of logFiles(one)) {
      mkdirSync(join(folder, 'mine', path, '..'), { recursive: true })
      writeFileSync(join(folder, 'mine', path), text)
    }
    mkdirSync(join(folder, 'theirs'))
    const exchange = async (path: string) => {
      let [out, err] = ['', '']
      const code = await main(['exchange', path, '--hub', url, '--json'], {
        out: (text) => (out += text),
        err: (text) => (err += text),
        env: { LANG: 'C' },
      })
      return { code, err, ...(out ? JSON.parse(out) : {}) }
    }
    expect(await exchange(mine)).toMatchObject({ code: 0, way: 'hub', given: { events: 1, segments: 1 } })
    expect(await exchange(mine)).toMatchObject({ code: 0, given: { events: 0 }, taken: { news: 0 } })
    expect(await exchange(theirs)).toMatchObject({ code: 0, taken: { news: 1 }, given: { events: 0 } })
    expect(readFileSync(theirs)).toEqual(readFileSync(mine))
    child.kill('SIGTERM')
    await ended
    const gone = await exchange(mine)
    expect([gone.code, gone.err]).toEqual([1, expect.stringContaining('the hub is not running')])
  }, 120_000)
})
