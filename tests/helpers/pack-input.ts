import { strToU8 } from 'fflate'
import { standingIn } from '../../src/export/standing'
import type { InputFile } from '../../src/import/files/zip'
import { placeMeantIn } from '../../src/import/persons/place-meant'
import type { ImportOptions, ImportPlan } from '../../src/import/plan'
import { planImport } from '../../src/import/plan'
import type { Answering } from '../../src/import/questions/question'
import { admit } from '../../src/log/admit'
import { append, tailOf } from '../../src/log/append'
import type { Body, LogEvent } from '../../src/log/events'
import { fold } from '../../src/log/fold/fold'
import type { Register } from '../../src/log/fold/register'
import { inOrder } from '../../src/log/order'
import type { ColumnBlock } from '../../src/log/rows/columns'

export type Content = string | Uint8Array | object

/** Files of a pack from text, bytes or JSON. */
export function input(files: Readonly<Record<string, Content>>): InputFile[] {
  return Object.entries(files).map(([path, content]) => {
    if (content instanceof Uint8Array) return { path, bytes: content }
    return { path, bytes: strToU8(typeof content === 'string' ? content : JSON.stringify(content)) }
  })
}

export const planOf = (
  files: Readonly<Record<string, Content>>,
  options?: ImportOptions,
): Promise<ImportPlan> => planImport(input(files), options)

/** Problems as `file:row code`, in their order. */
export const codesOf = (plan: ImportPlan): string[] =>
  plan.problems.map(({ file, row, code }) => `${file}:${row ?? '-'} ${code}`)

/** A log in memory that takes imports as the application does: plan, admit, append. */
export class MemoryLog {
  events: LogEvent[] = []
  readonly blocks = new Map<string, ColumnBlock>()
  private now = Date.parse('2022-05-20T00:00:00Z')

  /** `said` is what a person says before the import, in the same append. */
  async take(
    files: Readonly<Record<string, Content>> | readonly InputFile[],
    said: readonly Body[] = [],
  ): Promise<LogEvent[]> {
    const given = Array.isArray(files) ? files : input(files as Record<string, Content>)
    const { offer } = await this.offer(given, undefined, said)
    return this.say(offer.drafts, offer.blocks)
  }

  /** Appends what is said, as one step. */
  say(drafts: readonly Body[], blocks: ReadonlyMap<string, ColumnBlock> = new Map()): LogEvent[] {
    const writing = { by: { name: '林', unit: '县指挥部' }, device: 'd1', now: (this.now += 1000) }
    const events = append(drafts, tailOf(inOrder(this.events)), writing)
    for (const [hash, block] of blocks) this.blocks.set(hash, block)
    this.events.push(...events)
    return events
  }

  /** What the import would write, and how it compares. */
  async offer(
    files: Readonly<Record<string, Content>> | readonly InputFile[],
    answering?: Answering,
    said: readonly Body[] = [],
  ) {
    const given = Array.isArray(files) ? files : input(files as Record<string, Content>)
    const existing = this.register()
    const plan = await planImport(given, { existing, ...(answering ? { answering } : {}) })
    const drafts = [...plan.drafts, ...said]
    const offer = { ...plan, drafts }
    const [meant, standing] = [placeMeantIn(existing), standingIn(existing)]
    return { plan, offer: admit(offer, this.events, this.blocks, meant, standing) }
  }

  register(): Register {
    return fold(this.events, this.blocks, { known: null, learned: 'fromTheBeginning' })
  }
}

/** GeoJSON feature. */
export const aFeature = (properties: object, geometry: object | null = null): object => ({
  type: 'Feature',
  properties,
  geometry,
})

export const aCollection = (...features: object[]): object => ({ type: 'FeatureCollection', features })

/** A square of side `size` degrees with its south-west corner at lon, lat. */
export const aSquare = (lon: number, lat: number, size = 0.01): object => ({
  type: 'Polygon',
  coordinates: [
    [
      [lon, lat],
      [lon + size, lat],
      [lon + size, lat + size],
      [lon, lat + size],
      [lon, lat],
    ],
  ],
})
