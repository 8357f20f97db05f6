import { createHash } from 'node:crypto'
import { unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { chainsOf, headsOf } from '../../../src/exchange/chains'
import { exchangeFile, readExchangeFile } from '../../../src/exchange/file/exchange-file'
import { parcelFor } from '../../../src/exchange/meet'
import { previewOf } from '../../../src/exchange/preview'
import { weigh, written } from '../../../src/exchange/take'
import { readLog } from '../../../src/import/files/read-log'
import type { LogEvent } from '../../../src/log/events'
import { headOf, inOrder } from '../../../src/log/order'
import { exportedLog, fixture, WORKSPACES } from '../../fixtures/releases'
import { fileGround, Machine } from '../../helpers/exchange'
import { AUTHOR, aDay } from '../../helpers/log'

const NOBODY = { heads: {}, blocksLacking: [] }
const row = (id: string) => ({ id, kind: 'confirmed', reportedAt: aDay('2022-05-20') })

async function aFile(change: (files: Record<string, Uint8Array>) => void = () => {}): Promise<Uint8Array> {
  const tray: { bytes: Uint8Array | null } = { bytes: null }
  const machine = new Machine('a1')
  machine.bring('cases', [row('C1'), row('C2')])
  machine.say({ type: 'cases.retracted@1', row: 'C2', because: '外区' })
  await machine.giveTo(fileGround(tray).open(machine), NOBODY)
  const files = unzipSync(tray.bytes!)
  change(files)
  return zipSync(files, { mtime: new Date(2000, 0, 1) })
}

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
const bytes = (said: string): Uint8Array => new TextEncoder().encode(said)
const read = async (file: Uint8Array) => {
  const answer = await readExchangeFile({ path: 'x.zip', bytes: file })
  return answer.ok ? 'read' : answer.code
}

test('X39 a file that is whole is read; cut at any length it is refused as one that was cut or is none', async () => {
  const file = await aFile()
  expect(await read(file)).toBe('read')
  const seen = new Set<string>()
  for (let length = 0; length < file.length; length += 61) seen.add(await read(file.subarray(0, length)))
  expect([...seen].sort()).toEqual(['cut', 'not-exchange'])
})

test('X39 an altered byte of it is refused wherever it stands, or changes nothing that is read', async () => {
  const file = await aFile()
  const whole = await readExchangeFile({ path: 'x.zip', bytes: file })
  for (let at = 30; at < file.length; at += 17) {
    const altered = file.slice()
    altered[at]! ^= 0x55
    const answer = await readExchangeFile({ path: 'x.zip', bytes: altered })
    if (answer.ok && whole.ok) expect(answer.read.events).toEqual(whole.read.events)
    else if (!answer.ok) expect(['cut', 'altered', 'not-exchange', 'newer-release']).toContain(answer.code)
  }
})

test.each([
  [
    'altered',
    (files: Record<string, Uint8Array>) => {
      files['log.ndjson'] = bytes(text(files['log.ndjson']!).replace('外区', '本区'))
    },
  ],
  [
    'altered',
    (files: Record<string, Uint8Array>) => {
      files['log.ndjson'] = bytes(text(files['log.ndjson']!).split('\n').slice(1).join('\n'))
    },
  ],
  [
    'altered',
    (files: Record<string, Uint8Array>) => {
      delete files[Object.keys(files).find((path) => path.startsWith('segments/'))!]
    },
  ],
  [
    'newer-release',
    (files: Record<string, Uint8Array>) => {
      files['exchange.json'] = bytes('{"format":"cordon-exchange/2"}')
    },
  ],
  [
    'not-exchange',
    (files: Record<string, Uint8Array>) => {
      files['exchange.json'] = bytes('{"format":"cordon-exchange/1"}')
    },
  ],
  [
    'not-exchange',
    (files: Record<string, Uint8Array>) => {
      files['exchange.json'] = bytes('[')
    },
  ],
  [
    'not-exchange',
    (files: Record<string, Uint8Array>) => {
      delete files['log.ndjson']
    },
  ],
] as const)('X39 what does not hold together is refused whole as %s', async (code, change) => {
  expect(await read(await aFile(change))).toBe(code)
})

test('X39 an event that was altered and given a new digest is found by its own hash, and nothing of the file is taken', async () => {
  const file = await aFile((files) => {
    const log = bytes(text(files['log.ndjson']!).replace('外区', '本区'))
    const said = JSON.parse(text(files['exchange.json']!))
    files['log.ndjson'] = log
    files['exchange.json'] = bytes(JSON.stringify({ ...said, log: hashOf(log) }))
  })
  const answer = await readExchangeFile({ path: 'x.zip', bytes: file })
  if (!answer.ok) throw new Error(answer.code)
  const { refusal, taken, told } = weigh([], { ...answer.read, isOneFile: true }, { use: 'live', clock: NOW })
  expect([refusal?.code, taken.length, told.map(({ code }) => code)]).toEqual(['damaged', 0, ['altered']])
})

const NOW = Date.parse('2026-12-01T00:00:00Z')
const hashOf = (log: Uint8Array): string => createHash('sha256').update(log).digest('hex')

test('X40 what would be taken is said beforehand: how many of which devices, from when to when, how many are here', async () => {
  const [one, other] = [new Machine('a1'), new Machine('b1')]
  one.bring('cases', [row('C1'), row('C2')])
  const tray: { bytes: Uint8Array | null } = { bytes: null }
  const way = fileGround(tray)
  await one.giveTo(way.open(one), NOBODY)
  await other.takeFrom(way.open(other), true)
  const [said] = one.say({ type: 'cases.retracted@1', row: 'C2', because: '外区' })
  await one.giveTo(way.open(one), NOBODY)
  const answer = await readExchangeFile({ path: 'x.zip', bytes: tray.bytes! })
  if (!answer.ok) throw new Error(answer.code)
  const held = inOrder(other.events)
  const preview = previewOf(weigh(held, { ...answer.read, isOneFile: true }, { use: 'live', clock: one.now }))
  expect(preview).toMatchObject({
    news: 1,
    here: 1,
    from: said!.recordedAt,
    to: said!.recordedAt,
    refusal: null,
  })
  expect(preview.devices).toEqual([
    { device: 'a1', news: 1, from: said!.recordedAt, to: said!.recordedAt, by: [AUTHOR] },
  ])
})

test('X41 logs that an earlier release exported meet: two devices of one workspace come to one head', async () => {
  const [joined, alone] = (['two-devices', 'second-device'] as const).map((name) => {
    const files = exportedLog('0.1', WORKSPACES.find((one) => one.name === name)!)
    const segments = [...files]
      .map(([path, bytes]) => ({ path, bytes }))
      .filter(({ path }) => path !== 'log.ndjson')
    return readLog({ file: { path: 'log.ndjson', bytes: files.get('log.ndjson')! }, segments })
  })
  const whole = await readExchangeFile({ path: 'log.zip', bytes: fixture('0.1', 'two-devices/log.zip') })
  if (!whole.ok) throw new Error(whole.code)
  expect(whole.read.about).toBeNull()
  let here: readonly LogEvent[] = inOrder(alone!.events)
  const there = inOrder(joined!.events)
  const weighed = weigh(here, { ...whole.read, isOneFile: true }, { use: 'live', clock: NOW })
  expect([weighed.refusal, weighed.told]).toEqual([null, []])
  here = inOrder([...here, ...written(here, weighed.taken, { by: AUTHOR, device: 'z1', clock: NOW })])
  const back = parcelFor(
    { heads: headsOf(chainsOf(there)), blocksLacking: [] },
    { events: here, blocks: alone!.blocks },
  )
  const file = exchangeFile(back, {
    ...{ heads: headsOf(chainsOf(here)), forHeads: null, device: 'z1', title: '', use: 'live', notice: '' },
    madeAt: '2026-12-01T00:00:00Z',
  })
  const answer = await readExchangeFile({ path: 'x.zip', bytes: file })
  if (!answer.ok) throw new Error(answer.code)
  const blocks = new Map([...joined!.blocks, ...answer.read.blocks])
  const again = weigh(there, { ...answer.read, blocks, isOneFile: true }, { use: 'live', clock: NOW })
  expect([again.refusal, again.told]).toEqual([null, []])
  const all = inOrder([...there, ...written(there, again.taken, { by: AUTHOR, device: 'y1', clock: NOW })])
  expect(headOf(all)).toBe(headOf(here))
})
