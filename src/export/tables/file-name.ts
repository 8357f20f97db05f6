import { formatInstant, type Instant, type ListName } from '#geo'
import type { Register } from '../../log/fold/register'
import type { WrittenIn } from '../../records/field-words'

/** How lists leave. */
export const LIST_FORMATS = ['csv', 'xlsx', 'geojson'] as const
export type ListFormat = (typeof LIST_FORMATS)[number]

/** Which lists leave, and how. */
export interface ListsWanted {
  readonly lists: ReadonlySet<ListName>
  readonly written: WrittenIn
  /** null: every row */
  readonly asOf: Instant | null
}

/** What no copy is without, whoever passes it on. */
const STAMP: Readonly<Record<WrittenIn, string>> = { zh: '内部资料', en: 'internal' }
const EXERCISE: Readonly<Record<WrittenIn, string>> = { zh: '演练', en: 'exercise' }

/** District, list, as-of and stamp, without what no file system takes: `澜溪区-病例-202205271800-内部资料`; an exercise says so. */
export function fileNameOf(
  { pack }: Register,
  { title, written, asOf }: { readonly title: string } & Pick<ListsWanted, 'written' | 'asOf'>,
): string {
  const other = written === 'zh' ? pack.title.en : pack.title.zh
  const district = pack.title[written] ?? other
  const until = asOf === null ? null : formatInstant(pack.timezone, asOf).slice(0, 16).replace(/[-T:]/g, '')
  const parts = [district, pack.use === 'exercise' ? EXERCISE[written] : null, title, until, STAMP[written]]
  return parts
    .filter((part) => part !== null)
    .map((part) => part.replace(/[\\/:*?"<>|\s]+/g, '-').slice(0, 60))
    .join('-')
}
