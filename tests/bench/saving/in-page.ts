import Dexie from 'dexie'
import { append, tailOf } from '../../../src/log/append'
import { blockOf } from '../../../src/log/rows/blocks'
import { cellAt } from '../../../src/log/rows/cells'
import type { ColumnBlock, SourceRow } from '../../../src/log/rows/columns'
import { hashOfBlock } from '../../../src/log/rows/segment'
import { KINDS } from '../../../src/records/records'
import { dexieStorage } from '../../../src/storage/dexie'
import { seeded } from '../../helpers/seeded'

/** ms of one run: writing with its event, and reading back in a storage that was opened anew. */
export interface Times {
  readonly save: number
  readonly reopen: number
}

const NEVER_SEEN = { now: 1 }
const FOUND = ['community', 'screening', 'managed', 'contact', 'entry']

/** A case of eleven fields, as a list has them. */
function caseRow(random: ReturnType<typeof seeded>, at: number): Record<string, unknown> {
  const day = Date.UTC(2022, 4, 1 + random.between(0, 30))
  const time = (hours: number) => ({ at: day + hours * 3_600_000, isDay: false })
  return {
    id: `B${at}`,
    reportedAt: time(random.between(0, 23)),
    sampledAt: time(-random.between(1, 48)),
    onsetOn: { at: day, isDay: true },
    kind: random.chance(0.3) ? 'confirmed' : 'asymptomatic',
    foundIn: FOUND[random.between(0, 4)],
    place: `V${random.between(0, 9_999)}`,
    lng: 113 + random.next(),
    lat: 34 + random.next(),
    origin: 'local',
    transferredAt: time(random.between(24, 72)),
  }
}

let rows: readonly Record<string, unknown>[] = []
let block: ColumnBlock | null = null

/** Makes the cases; outside what is timed. Returns how many fields a row has. */
export function make(count: number): number {
  const random = seeded(7)
  rows = Array.from({ length: count }, (_, at) => caseRow(random, at))
  const kind = KINDS.find(({ list }) => list === 'cases')!
  block = blockOf(
    kind,
    rows.map((values, at): SourceRow => ({ row: at + 2, values: values as SourceRow['values'] })),
  )
  return Object.keys(block.columns).length
}

/** The block with its event into the product's storage, and out of it by one that is opened anew. */
export async function ours(): Promise<Times> {
  const storage = await dexieStorage()
  const hash = hashOfBlock(block!)
  const from = performance.now()
  const { id } = await storage.create(
    { title: 'bench', readOnly: false, origin: 'own', use: 'live' },
    NEVER_SEEN.now,
    () => ({
      blocks: new Map([[hash, block!]]),
      events: () =>
        append(
          [
            {
              ...{ type: 'cases.imported@1', segment: hash, rows: block!.length },
              file: { name: 'cases.csv', hash: '0'.repeat(64), size: 1, encoding: 'utf-8', frame: 'wgs84' },
            },
          ],
          tailOf([]),
          { by: { name: 'bench', unit: 'bench' }, device: 'd1', now: NEVER_SEEN.now },
        ),
    }),
  )
  const save = performance.now() - from
  storage.close()
  const again = performance.now()
  const reopened = await dexieStorage()
  const events = await reopened.readEvents(id)
  const read = await reopened.readBlock(id, (events[0] as unknown as { segment: string }).segment)
  const reopen = performance.now() - again
  if (cellAt(read?.columns.id, rows.length - 1) !== rows.at(-1)!.id) throw new Error('not what was saved')
  await reopened.remove(id)
  reopened.close()
  return { save, reopen }
}

/** The same rows by `bulkPut`, and out of the database by `toArray`. */
export async function peer(): Promise<Times> {
  const open = async (): Promise<Dexie> => {
    const database = new Dexie('peer')
    database.version(1).stores({ cases: 'id', events: '++' })
    return database.open()
  }
  const database = await open()
  const from = performance.now()
  await database.transaction('rw', database.table('cases'), database.table('events'), async () => {
    await database.table('cases').bulkPut(rows)
    await database.table('events').add({ type: 'cases.imported@1' })
  })
  const save = performance.now() - from
  database.close()
  const again = performance.now()
  const reopened = await open()
  const read = await reopened.table('cases').toArray()
  const reopen = performance.now() - again
  if (read.length !== rows.length) throw new Error('not what was saved')
  await reopened.delete()
  return { save, reopen }
}
