import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { DOMParser } from '@xmldom/xmldom'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { HEADERS, TYPES } from '../../../src/cli/headers.mjs'
import { iisRecipe, nginxRecipe } from '../../../src/release/recipes'
import { askAt } from '../../helpers/served'

const NGINX = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin']
  .map((folder) => join(folder, 'nginx'))
  .find((path) => existsSync(path))

interface Own {
  serve(options: { root: string }): Promise<{ address: string; stop: () => Promise<void> }>
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => done(port))
    })
  })
}

if (!NGINX) console.log('no nginx on this machine: its recipe is not tried (apt-get install nginx-light)')

describe.skipIf(!NGINX)('nginx by the recipe', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cordon-nginx-'))
  const root = join(folder, 'dist')
  let nginx: ChildProcess
  let theirs = ''
  let own: Awaited<ReturnType<Own['serve']>>

  beforeAll(async () => {
    mkdirSync(join(root, 'assets'), { recursive: true })
    writeFileSync(join(root, 'index.html'), '<!doctype html>')
    writeFileSync(join(root, 'assets/index-B3f_x-9Q.js'), 'export {}')
    writeFileSync(join(folder, 'secret.txt'), 'secret')
    symlinkSync(join(folder, 'secret.txt'), join(root, 'leak.txt'))
    for (const end of Object.keys(TYPES)) writeFileSync(join(root, `one${end}`), 'one')
    const port = await freePort()
    const conf = join(folder, 'nginx.conf')
    const kept = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (name) => `${name}_temp_path ${join(folder, name)};`,
    )
    writeFileSync(join(folder, 'site.conf'), nginxRecipe({ root, listen: `127.0.0.1:${port}` }))
    writeFileSync(
      conf,
      `${process.getuid?.() === 0 ? 'user root;' : ''}
       daemon off; pid ${join(folder, 'pid')}; error_log ${join(folder, 'error.log')};
       events {} http { access_log off; ${kept.join(' ')} include ${join(folder, 'site.conf')}; }`,
    )
    execFileSync(NGINX!, ['-t', '-c', conf, '-e', join(folder, 'error.log')], { stdio: 'pipe' })
    nginx = spawn(NGINX!, ['-c', conf, '-e', join(folder, 'error.log')])
    theirs = `http://127.0.0.1:${port}/`
    for (let tries = 0; tries < 100; tries += 1) {
      const status = await askAt(theirs, '/').then(
        (reply) => reply.status,
        () => 0,
      )
      if (status === 200) break
      await new Promise((later) => setTimeout(later, 50))
    }
    own = await ((await import('../../../src/cli/server.mjs' as string)) as Own).serve({ root })
  })
  afterAll(async () => {
    const ended = new Promise((done) => nginx.once('close', done))
    nginx.kill()
    await ended
    await own.stop()
    rmSync(folder, { recursive: true })
  })

  const NAMES = [...Object.keys(HEADERS), 'Cache-Control', 'Content-Type'].map((name) => name.toLowerCase())
  const sent = async (address: string, path: string): Promise<unknown> => {
    const { status, headers } = await askAt(address, path)
    const told = status < 400 ? NAMES : NAMES.filter((name) => name !== 'content-type')
    return [status, ...told.map((name) => `${name}: ${headers[name]}`)]
  }

  test.each(['/', '/assets/index-B3f_x-9Q.js', ...Object.keys(TYPES).map((end) => `/one${end}`)])(
    'H45 it answers %s as our own server does',
    async (path) => {
      expect(await sent(theirs, path)).toEqual(await sent(own.address, path))
    },
  )
  test.each(['/nowhere', '/leak.txt', '/assets/nowhere-B3f_x-9Q.js', '/assets/'])(
    'H45 what is not there, or leads out, is closed and not kept: %s',
    async (path) => {
      const [status, ...headers] = (await sent(theirs, path)) as [number, ...string[]]
      expect(status).toBeGreaterThanOrEqual(403)
      expect(headers).toEqual(((await sent(own.address, path)) as string[]).slice(1))
    },
  )
  test('H45 it takes no other method', async () => {
    expect((await askAt(theirs, '/', 'POST')).status).toBe(405)
  })
})

test('H45 web.config for IIS holds the headers and types of our own server, and no other', () => {
  const faults: string[] = []
  const read = new DOMParser({ onError: (_level, message) => faults.push(message) }).parseFromString(
    iisRecipe(),
    'text/xml',
  )
  expect(faults).toEqual([])
  const all = (tag: string) => Array.from(read.getElementsByTagName(tag))
  const headers = all('customHeaders').flatMap((one) => Array.from(one.getElementsByTagName('add')))
  expect(
    Object.fromEntries(headers.map((one) => [one.getAttribute('name'), one.getAttribute('value')])),
  ).toEqual(HEADERS)
  expect(
    Object.fromEntries(
      all('mimeMap').map((one) => [one.getAttribute('fileExtension'), one.getAttribute('mimeType')]),
    ),
  ).toEqual(TYPES)
  const kept = all('clientCache').at(-1)!
  expect([kept.getAttribute('cacheControlMaxAge'), kept.getAttribute('cacheControlCustom')]).toEqual([
    '365.00:00:00',
    'immutable',
  ])
})
