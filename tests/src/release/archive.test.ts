import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { HASHED, HEADERS, TYPES } from '../../../src/cli/headers.mjs'
import { filesUnder } from '../../../src/release/archive'
import { writeRelease } from '../../../src/release/write-release'
import { askAt, started } from '../../helpers/served'
import { unpack } from '../../helpers/unpacked'

/** A page of a few bytes, with a file of every type; `npm run release:check` puts the real archive in its place. */
function aPage(folder: string): string {
  const dist = join(folder, 'page')
  for (const part of ['assets', 'fonts', 'demo']) mkdirSync(join(dist, part), { recursive: true })
  writeFileSync(join(dist, 'index.html'), '<!doctype html>')
  writeFileSync(join(dist, 'licences.txt'), 'none')
  writeFileSync(join(dist, 'fonts/OFL.txt'), 'OFL')
  writeFileSync(join(dist, 'assets/index-B3f_x-9Q.js'), 'export {}')
  for (const end of Object.keys(TYPES)) writeFileSync(join(dist, `demo/one${end}`), 'one')
  return dist
}

const scratch = mkdtempSync(join(tmpdir(), 'cordon-archive-'))
const empty = join(scratch, 'empty')
let folder = ''
let server: Awaited<ReturnType<typeof started>>

beforeAll(async () => {
  const path =
    process.env.CORDON_RELEASE ??
    (await writeRelease({ dist: aPage(scratch), into: scratch, withExecutable: false })).path
  await unpack(path, empty)
  folder = join(empty, readdirSync(empty)[0]!)
  const executable = readdirSync(folder).find((file) => /^cordon-server(\.exe)?$/.test(file))
  const [command, ...args] = executable
    ? [join(folder, executable), '--port', '0']
    : [process.execPath, 'serve.mjs', '--port', '0']
  server = await started(command!, args, folder)
})
afterAll(async () => {
  const ended = new Promise((done) => server.child.once('close', done))
  server.child.kill()
  await ended
  rmSync(scratch, { recursive: true })
})

test('H44 one archive has one folder: page, server, recipes, licences, sums, version, the page for who installs it', () => {
  expect(readdirSync(empty)).toHaveLength(1)
  for (const file of ['serve.mjs', 'INSTALL.html', 'VERSION', 'LICENSE', 'SHA256SUMS', 'dist/index.html'])
    expect(existsSync(join(folder, file)), file).toBe(true)
  for (const part of ['recipes', 'licences'])
    expect(readdirSync(join(folder, part)).length).toBeGreaterThan(1)
  expect(filesUnder(folder).filter((path) => path.includes('node_modules'))).toEqual([])
  expect(readFileSync(join(folder, 'VERSION'), 'utf8')).toMatch(
    /^cordon \d+\.\d+\.\d+\ncommit \S+\npage [0-9a-f]{16}\n$/,
  )
  const install = readFileSync(join(folder, 'INSTALL.html'), 'utf8')
  for (const language of ['lang="zh"', 'lang="en"']) expect(install).toContain(language)
})

test('H44 every file has its sum, and every sum its file', () => {
  const lines = readFileSync(join(folder, 'SHA256SUMS'), 'utf8').trimEnd().split('\n')
  const stated = new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]))
  expect([...stated.keys()]).toEqual(filesUnder(folder).filter((path) => path !== 'SHA256SUMS'))
  for (const [path, sum] of stated)
    expect(
      createHash('sha256')
        .update(readFileSync(join(folder, path)))
        .digest('hex'),
      path,
    ).toBe(sum)
})

test('H44 what only one command started serves each kind of file, closed', async () => {
  expect(server.said()).not.toMatch(/warning|error/i)
  const ends = new Set<string>()
  for (const path of filesUnder(join(folder, 'dist'))) {
    const end = extname(path)
    if (end === '.br' || ends.has(end)) continue
    ends.add(end)
    const reply = await askAt(server.address, `/${path}`)
    expect([reply.status, reply.headers['content-type']], path).toEqual([200, TYPES[end]])
    for (const [name, value] of Object.entries(HEADERS))
      expect(reply.headers[name.toLowerCase()], path).toBe(value)
    expect(reply.body.equals(readFileSync(join(folder, 'dist', path))), path).toBe(true)
  }
  expect(ends).toContain('.js')
  expect(ends).toContain('.html')
})

test('H44 every file of assets/ is named by its content', () => {
  const assets = filesUnder(join(folder, 'dist/assets')).filter((path) => !path.endsWith('.br'))
  expect(assets.filter((path) => !HASHED.test(`/assets/${path}`))).toEqual([])
})

test.each([
  '/../VERSION',
  '/..%2fVERSION',
  '/%2e%2e/VERSION',
  '/assets/../../VERSION',
  '/..%5cVERSION',
  '//VERSION',
])('H44 it gives nothing beside the page: %s', async (path) => {
  const reply = await askAt(server.address, path)
  expect([reply.status, reply.body.length]).toEqual([404, 0])
})

test.skipIf(process.env.CORDON_RELEASE)('H44 the same files give the same bytes', async () => {
  const moment = { dist: aPage(scratch), withExecutable: false, at: new Date('2026-03-01T12:00:00Z') }
  const [one, two] = [
    await writeRelease({ ...moment, into: join(scratch, 'one') }),
    await writeRelease({ ...moment, into: join(scratch, 'two') }),
  ]
  expect(one.hash).toBe(two.hash)
})
