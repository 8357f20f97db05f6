import { spawn } from 'node:child_process'
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

interface Server {
  readonly address: string
  readonly stop: () => Promise<void>
}
interface Module {
  readonly serve: (of: { root: string; port?: number }) => Promise<Server>
  readonly HEADERS: Readonly<Record<string, string>>
}

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'cordon-serve-')))
const HASHED = 'assets/index-B3f_x-9Q.js'
let module: Module
let server: Server

function filled(root: string): string {
  for (const [path, content] of [
    ['index.html', '<!doctype html>'],
    [HASHED, 'x'.repeat(3_000_000)],
    ['assets/plain.css', 'a{}'],
    ['demo/lanxi/cases.csv', 'id\nC1\n'],
    ['空 a%23b.txt', 'odd'],
  ] as const) {
    mkdirSync(join(root, path, '..'), { recursive: true })
    writeFileSync(join(root, path), content)
  }
  return root
}

beforeAll(async () => {
  module = (await import('../../../src/cli/serve.mjs' as string)) as Module
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  const root = filled(join(folder, 'dist'))
  symlinkSync(join(folder, 'secret.txt'), join(root, 'leak.txt'))
  symlinkSync(folder, join(root, 'up'))
  symlinkSync(join(root, 'index.html'), join(root, 'within.html'))
  symlinkSync(join(root, 'loop'), join(root, 'loop'))
  server = await module.serve({ root })
})
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true })
})

interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

/** One request with its path as it stands: `fetch` would tidy it first. */
function ask(path: string, { method = 'GET', headers = {}, of = server } = {}): Promise<Reply> {
  return new Promise((done, refused) => {
    const { hostname, port } = new URL(of.address)
    const sent = request({ hostname, port, path, method, headers, agent: false }, (response) => {
      let body = ''
      response.setEncoding('utf8').on('data', (part) => (body += part))
      response.on('end', () => done({ status: response.statusCode!, headers: response.headers, body }))
      response.on('error', refused)
    })
    sent.on('error', refused).end()
  })
}

/** What comes back on a bare socket. */
function askRaw(text: string | Uint8Array): Promise<string> {
  return new Promise((done) => {
    let reply = ''
    const socket = connect(Number(new URL(server.address).port), '127.0.0.1', () => socket.write(text))
    socket.setEncoding('utf8').on('data', (part) => (reply += part))
    socket.on('error', () => done(reply)).on('close', () => done(reply))
    socket.setTimeout(1000, () => socket.destroy())
  })
}

const closes = ({ headers }: Reply): void => {
  for (const [name, value] of Object.entries(module.HEADERS)) expect(headers[name.toLowerCase()]).toBe(value)
}

test('H33 a PORT that is none is said, and a free one is taken', async () => {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../../src/cli/serve.mjs')], {
    env: { ...process.env, PORT: 'abc' },
  })
  const said = await new Promise<string>((done) => {
    let all = ''
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (part: string) => {
        all += part
        if (all.includes('Ctrl+C')) done(all)
      })
    child.on('close', () => done(all))
  })
  child.kill()
  expect(said).toMatch(/PORT=abc/)
  expect(said).toMatch(/http:\/\/127\.0\.0\.1:\d+\//)
})

describe('no request ends it', () => {
  test.each([
    ['/%', 400],
    ['/%E0%A4%A', 400],
    ['/%ff%fe', 400],
    ['/a%00b', 400],
    ['/%00', 400],
    [`/${'a'.repeat(10_000)}`, 404],
    [`/${'a/'.repeat(5000)}`, 404],
    [`/${'%2e%2e/'.repeat(900)}etc/passwd`, 404],
    ['/../secret.txt', 404],
    ['/..%2fsecret.txt', 404],
    ['/..%5csecret.txt', 404],
    ['/assets/../../secret.txt', 404],
    ['//secret.txt', 404],
    ['//[::1/', 404],
    ['/assets', 404],
    ['/assets/', 404],
    ['/index.html/', 404],
    ['/.hidden', 404],
    ['http://other.host:99999/', 400],
    ['*', 400],
  ])('H33 a path (%#) that is no file is answered and closed like every other', async (path, status) => {
    const reply = await ask(path)
    expect([reply.status, reply.body]).toEqual([status, ''])
    closes(reply)
    expect((await ask('/')).status).toBe(200)
  })

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'M-SEARCH'])(
    'H33 %s is not allowed, closed like every answer',
    async (method) => {
      const reply = await ask('/', { method })
      expect([reply.status, reply.headers.allow]).toEqual([405, 'GET, HEAD'])
      closes(reply)
    },
  )

  test.each([
    ['no HTTP', 'hello\r\n\r\n', '400'],
    ['bytes', Uint8Array.from({ length: 400 }, (_, i) => (i * 91) % 256), '400'],
    ['an unknown method', 'BREW / HTTP/1.1\r\nHost: x\r\n\r\n', '400'],
    ['a header without end', `GET / HTTP/1.1\r\nX: ${'y'.repeat(20_000)}`, '431'],
    ['a tunnel', 'CONNECT other:80 HTTP/1.1\r\nHost: other\r\n\r\n', '405'],
    ['no host', 'GET /nowhere HTTP/1.1\r\nConnection: close\r\n\r\n', '404'],
    ['an expectation', 'GET / HTTP/1.1\r\nHost: x\r\nExpect: 9\r\nConnection: close\r\n\r\n', '417'],
    ['an upgrade', 'GET /x HTTP/1.1\r\nHost: x\r\nConnection: upgrade, close\r\nUpgrade: h2c\r\n\r\n', '404'],
  ])('H33 %s is answered, closed like every answer', async (_, text, status) => {
    const reply = await askRaw(text)
    expect(reply).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
    for (const [name, value] of Object.entries(module.HEADERS)) expect(reply).toContain(`${name}: ${value}`)
  })

  test('H33 a reader that goes away in the middle, or a file that does, ends nothing', async () => {
    const { port } = new URL(server.address)
    await Promise.all(
      Array.from(
        { length: 20 },
        () =>
          new Promise<void>((done) => {
            const socket = connect(Number(port), '127.0.0.1', () =>
              socket.write(`GET /${HASHED} HTTP/1.1\r\nHost: x\r\n\r\n`),
            )
            socket.once('data', () => socket.resetAndDestroy()).on('error', () => {})
            socket.on('close', () => done())
          }),
      ),
    )
    const going = join(folder, 'dist', 'going.txt')
    for (let round = 0; round < 20; round += 1) {
      writeFileSync(going, 'x'.repeat(200_000))
      const asked = ask('/going.txt').catch(() => null)
      if (round % 2 === 0) await new Promise((later) => setTimeout(later, round / 4))
      rmSync(going)
      await asked
    }
    expect((await ask('/')).status).toBe(200)
  })
})

test.each(['/leak.txt', '/up/secret.txt', '/up/dist/index.html', '/within.html', '/loop', '/up'])(
  'H34 %s, a link, is not found',
  async (path) => {
    const reply = await ask(path)
    expect([reply.status, reply.body]).toEqual([404, ''])
    closes(reply)
  },
)

describe('caching', () => {
  test.each(['dist', 'assets', 'a?b#c %41 中文', 'assets/assets/dist'])(
    'H35 in a folder named %s what is hashed never changes and the rest is asked for again',
    async (name) => {
      const root = filled(join(folder, 'copies', name))
      const copy = await module.serve({ root })
      try {
        const caching = async (path: string): Promise<unknown> => {
          const reply = await ask(path, { of: copy })
          closes(reply)
          return [reply.status, reply.headers['cache-control']]
        }
        const always = [200, 'max-age=31536000, immutable']
        const again = [200, 'no-cache']
        expect(await caching(`/${HASHED}`)).toEqual(always)
        expect(await caching('/')).toEqual(again)
        expect(await caching('/index.html?x=/assets/index-B3f_x-9Q.js')).toEqual(again)
        expect(await caching('/demo/lanxi/cases.csv')).toEqual(again)
        expect(await caching('/assets/plain.css')).toEqual(again)
        expect(await caching(`/${encodeURIComponent('空 a%23b.txt')}`)).toEqual(again)
        expect(await caching('/nowhere')).toEqual([404, 'no-store'])
      } finally {
        await copy.stop()
      }
    },
  )

  test('H35 what has not changed is 304 with every header, what has is sent again', async () => {
    const first = await ask('/demo/lanxi/cases.csv')
    const etag = String(first.headers.etag)
    const same = await ask('/demo/lanxi/cases.csv', { headers: { 'If-None-Match': etag } })
    expect([same.status, same.body, same.headers['cache-control']]).toEqual([304, '', 'no-cache'])
    closes(same)
    writeFileSync(join(folder, 'dist/demo/lanxi/cases.csv'), 'id\nC2 changed\n')
    const changed = await ask('/demo/lanxi/cases.csv', { headers: { 'If-None-Match': etag } })
    expect([changed.status, changed.body]).toEqual([200, 'id\nC2 changed\n'])
    const head = await ask('/', { method: 'HEAD' })
    expect([head.status, head.body, head.headers['content-length']]).toEqual([200, '', '15'])
    const stale = await ask('/', { headers: { 'If-Match': '"other"' } })
    const beyond = await ask('/', { headers: { Range: 'bytes=900-' } })
    expect([stale.status, beyond.status]).toEqual([412, 416])
    for (const reply of [stale, beyond, head]) closes(reply)
  })
})

test('H35 it says what a file is', async () => {
  const typeOf = async (path: string): Promise<unknown> => (await ask(path)).headers['content-type']
  expect(await typeOf('/')).toBe('text/html; charset=utf-8')
  expect(await typeOf(`/${HASHED}`)).toBe('text/javascript; charset=utf-8')
  expect(await typeOf('/demo/lanxi/cases.csv')).toBe('text/csv; charset=utf-8')
  copyFileSync(join(folder, 'dist/index.html'), join(folder, 'dist/a.geojson'))
  expect(await typeOf('/a.geojson')).toMatch(/^application\/geo\+json/)
})

describe('texts of the build', () => {
  const PATH = '/assets/page.js'
  const TEXT = '/* 防控 */'.repeat(100)
  const bytesOf = (
    taken: string | null,
  ): Promise<{ encoding: unknown; vary: unknown; type: unknown; body: Buffer }> =>
    new Promise((done, refused) => {
      const { hostname, port } = new URL(server.address)
      const headers = taken === null ? {} : { 'Accept-Encoding': taken }
      request({ hostname, port, path: PATH, headers, agent: false }, (response) => {
        const parts: Buffer[] = []
        const { 'content-encoding': encoding, vary, 'content-type': type } = response.headers
        response.on('data', (part) => parts.push(part))
        response.on('end', () => done({ encoding, vary, type, body: Buffer.concat(parts) }))
      })
        .on('error', refused)
        .end()
    })

  beforeAll(() => {
    writeFileSync(join(folder, 'dist', PATH), TEXT)
    writeFileSync(join(folder, 'dist', `${PATH}.br`), brotliCompressSync(TEXT))
  })

  test.each(['br', 'gzip, deflate, br', 'gzip, BR;q=0.5', 'br;q=1.0'])(
    'H40 they go compressed to one that takes %s',
    async (taken) => {
      const { encoding, vary, type, body } = await bytesOf(taken)
      expect([encoding, vary, type]).toEqual(['br', 'Accept-Encoding', 'text/javascript; charset=utf-8'])
      expect(body.length).toBeLessThan(200)
      expect(brotliDecompressSync(body).toString()).toBe(TEXT)
    },
  )

  test.each([null, 'gzip', 'br;q=0', 'br;q=0.0, gzip', 'brx'])(
    'H40 they go as they are to one that takes %s',
    async (taken) => {
      const { encoding, vary, body } = await bytesOf(taken)
      expect([encoding, vary, body.toString()]).toEqual([undefined, 'Accept-Encoding', TEXT])
    },
  )

  test('H40 of what changed nothing old is sent, and a compressed form that lies elsewhere is not', async () => {
    const etag = (await ask(PATH, { headers: { 'Accept-Encoding': 'br' } })).headers.etag
    const same = await ask(PATH, { headers: { 'Accept-Encoding': 'br', 'If-None-Match': String(etag) } })
    const plain = await ask(PATH, { headers: { 'If-None-Match': String(etag) } })
    expect([same.status, plain.status]).toEqual([304, 200])
    closes(same)
    writeFileSync(join(folder, 'dist/assets/linked.js'), 'own')
    symlinkSync(join(folder, 'secret.txt'), join(folder, 'dist/assets/linked.js.br'))
    const linked = await ask('/assets/linked.js', { headers: { 'Accept-Encoding': 'br' } })
    expect([linked.headers['content-encoding'], linked.body]).toEqual([undefined, 'own'])
  })
})
