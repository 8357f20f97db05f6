import type { Instant } from '#geo'
import type { ListFormat } from '../../src/export/tables/file-name'
import { listFilesOf } from '../../src/export/tables/list-files'
import { KINDS } from '../../src/records/records'
import { aCollection, aFeature, aSquare, MemoryLog } from './pack-input'

export const ALL_LISTS = new Set(KINDS.map(({ list }) => list))
const NAMES = ['=1+1', '+cmd', "'=1+1", "''-x", '"甲", 乙', '上\n下', '🏥北口', '０１２', '@SUM(A1)', '1,871']

/** A place and a post of every name, codes with zeros and of 18 digits, a zone of members, two cases. */
export async function aLogOfLists(): Promise<MemoryLog> {
  const log = new MemoryLog()
  await log.take({
    'pack.json': {
      ...{ format: 'cordon-pack', version: 1, timezone: 'Asia/Shanghai', frame: 'wgs84', use: 'review' },
      ...{ policy: 'cn-2021-three-zone', title: { zh: '召陵区', en: 'Shaoling' } },
    },
    'places.geojson': aCollection(
      aFeature({ code: '001', kind: 'district', name: '召陵区' }),
      ...NAMES.map((name, at) =>
        aFeature(
          { code: `00${at}123456789012345`, kind: 'village', name, parent: '001', people: at },
          aSquare(114 + at / 100, 33.5),
        ),
      ),
    ),
    'facilities.geojson': aCollection(
      ...NAMES.map((name, at) =>
        aFeature(
          { id: `0${at}`, kind: 'checkpoint', name },
          { type: 'Point', coordinates: [114.005, 33.505] },
        ),
      ),
    ),
    'zones.geojson': aCollection(
      aFeature({
        ...{ id: 'Z1', level: '封控', from: '2022-05-20T00:00' },
        members: ['000123456789012345', '001123456789012345'],
      }),
    ),
    'cases.csv':
      'id,reportedAt,kind,place,ageBand\nC1,2022-05-20,confirmed,000123456789012345,5-9\nC2,2022-05-25T09:30:30,asymptomatic,,\n',
  })
  return log
}

/** The lists of a log as files. */
export async function listsOf(
  log: MemoryLog,
  format: ListFormat,
  written: 'zh' | 'en',
  asOf: Instant | null = null,
): Promise<Record<string, string | Uint8Array>> {
  const made = await listFilesOf(log.register(), format, {
    lists: ALL_LISTS,
    written,
    asOf,
    notice: '内部资料',
  })
  return made.ok ? Object.fromEntries(made.files) : {}
}

/** Rows that are new, changed and equal, in all lists. */
export const sumOf = (counts: readonly { added: number; changed: number; equal: number }[]): number[] =>
  (['added', 'changed', 'equal'] as const).map((name) => counts.reduce((all, one) => all + one[name], 0))
