import { type ChildProcess, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { logFiles } from '../../../src/export/pack'
import { hasOpenSsl, makeCertificate } from '../../helpers/certificate'
import { startedHub } from '../../helpers/cordon-hub'
import { Machine } from '../../helpers/exchange'
import { aDay } from '../../helpers/log'
import { hasNatsServer } from '../../helpers/nats-server'

const CORDON = resolve(__dirname, '../../../src/cli/cordon.mjs')
const folder = mkdtempSync(join(tmpdir(), 'cordon-secured-'))
const running = new Set<ChildProcess>()
afterAll(() => {
  for (const child of running) child.kill('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
})

/** A process of its own: what it trusts is read once, at its start. */
function cordon(args: readonly string[], env: Record<string, string> = {}) {
  const ran = spawnSync(process.execPath, [CORDON, ...args], {
    env: { ...process.env, LC_ALL: 'C', ...env },
    encoding: 'utf8',
  })
  return { code: ran.status, err: ran.stderr, ...(ran.stdout.startsWith('{') ? JSON.parse(ran.stdout) : {}) }
}

function aLog(name: string): string {
  const machine = new Machine(name)
  machine.bring('cases', [{ id: 'C1', kind: 'confirmed', reportedAt: aDay('2022-05-20') }])
  for (const [path, text] of logFiles(machine)) {
    mkdirSync(dirname(join(folder, name, path)), { recursive: true })
    writeFileSync(join(folder, name, path), text)
  }
  return join(folder, name, 'log.ndjson')
}

describe.skipIf(!(hasNatsServer && hasOpenSsl))('a hub with a certificate', () => {
  test('X68 the command line meets it over tls where it trusts the certificate, with a ticket too; where it does not, and where there is none, that is a sentence', async () => {
    const { cert, key } = makeCertificate(folder)
    const trusting = { NODE_EXTRA_CA_CERTS: cert }
    const data = join(folder, 'data')
    const args = ['--data', data, '--port', '0', '--tls', cert, key]
    const open = async (more: readonly string[]) => {
      const hub = await startedHub(more)
      running.add(hub.child)
      return hub
    }
    const mine = aLog('a1')
    const hub = await open(args)
    expect(hub.said()).toContain(`tls://127.0.0.1:${hub.port + 2}`)
    const url = `tls://127.0.0.1:${hub.port + 2}/county`
    const meet = (path: string, env = {}, more: readonly string[] = []) =>
      cordon(['exchange', path, '--hub', url, '--json', ...more], env)
    expect(meet(mine, trusting)).toMatchObject({ code: 0, given: { events: 1, segments: 1 } })
    const theirs = join(folder, 'theirs', 'log.ndjson')
    mkdirSync(dirname(theirs))
    expect(meet(theirs, trusting)).toMatchObject({ code: 0, taken: { news: 1 } })
    expect(readFileSync(theirs)).toEqual(readFileSync(mine))
    expect(meet(mine)).toMatchObject({ code: 1, err: expect.stringContaining('does not trust') })
    hub.child.kill('SIGTERM')
    await hub.ended

    const ticket = join(folder, 'ticket.json')
    const at = `wss://127.0.0.1:${hub.port + 1}`
    expect(cordon(['ticket', ticket, '--data', data, '--hub', at, '--device', 'cli.x'])).toMatchObject({
      code: 0,
    })
    const again = await open([...args.slice(0, 3), String(hub.port), ...args.slice(4)])
    expect(meet(mine, trusting, ['--ticket', ticket]).err).toBe('')
    expect(meet(mine, trusting)).toMatchObject({ code: 1 })
    again.child.kill('SIGTERM')
    await again.ended

    const plain = await open(['--data', join(folder, 'plain'), '--port', '0'])
    const bare = cordon(['exchange', mine, '--hub', `tls://127.0.0.1:${plain.port + 2}/county`])
    expect(bare).toMatchObject({ code: 1, err: expect.stringContaining('or there is none') })
    plain.child.kill('SIGTERM')
    await plain.ended
  }, 120_000)
})
