import { readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import { readLog } from '../../src/import/files/read-log'
import { fold } from '../../src/log/fold/fold'
import type { Register } from '../../src/log/fold/register'
import type { Hands } from './hands'

const WAIT = { timeout: 60_000 }

async function download({ page }: Hands, what: 'pack' | 'log'): Promise<Uint8Array> {
  await page.locator('.export-menu > button').click(WAIT)
  const [file] = await Promise.all([
    page.waitForEvent('download', WAIT),
    page.locator(`[data-action="export-${what}"]`).click(WAIT),
  ])
  return new Uint8Array(readFileSync((await file.path())!))
}

export const exportedPack = (hands: Hands): Promise<Uint8Array> => download(hands, 'pack')

/** The register of the exported log. */
export async function register(hands: Hands): Promise<Register> {
  const unzipped = unzipSync(await download(hands, 'log'))
  const files = Object.entries(unzipped).map(([path, bytes]) => ({ path, bytes }))
  const file = files.find(({ path }) => path === 'log.ndjson')!
  const segments = files.filter(({ path }) => path.startsWith('segments/'))
  const { events, blocks } = readLog({ file, segments })
  return fold(events, blocks, { known: null })
}

const LEARNED: ReadonlySet<string> = new Set(['origin', 'knownAt', 'recordedAt'])

/** What is so, without where and when each row was learned, and without the log's own particulars. */
export function factsOf(all: Register): unknown {
  const { head: _head, events: _events, rowHistory: _rows, zoneDeeds: _zones, ...facts } = all
  return JSON.parse(
    JSON.stringify(facts, (key, value) =>
      LEARNED.has(key) ? undefined : value instanceof Set ? [...value].sort() : value,
    ),
  )
}
