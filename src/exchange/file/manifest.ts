import type { PackDescription } from '#geo'
import type { Heads } from '../port'

/** `exchange.json`: what an exchange file is. */
export interface Manifest {
  readonly format: 'cordon-exchange/1'
  readonly device: string
  readonly title: string
  readonly use: PackDescription['use']
  readonly madeAt: string
  readonly heads: Heads
  readonly for: Heads | null
  readonly events: number
  /** SHA-256 of `log.ndjson`, hex */
  readonly log: string
  readonly segments: readonly string[]
}

/** What a file says of itself. */
export type About = Omit<Manifest, 'heads' | 'for'> & { readonly forHeads: Heads | null }

const FORMAT = /^cordon-exchange\/(\d+)$/

export function manifestIn(bytes: Uint8Array): Manifest | 'newer-release' | 'not-exchange' {
  let seen: unknown
  try {
    seen = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return 'not-exchange'
  }
  const said = (seen ?? {}) as Readonly<Record<string, unknown>>
  const [, version] = FORMAT.exec(String(said.format)) ?? []
  if (version === undefined) return 'not-exchange'
  if (Number(version) > 1) return 'newer-release'
  return isManifest(said) ? said : 'not-exchange'
}

function isManifest(said: Readonly<Record<string, unknown>>): said is Manifest & typeof said {
  const texts = [said.device, said.title, said.madeAt, said.log]
  return (
    texts.every((text) => typeof text === 'string') &&
    ['live', 'exercise', 'review'].includes(said.use as string) &&
    Number.isSafeInteger(said.events) &&
    Array.isArray(said.segments) &&
    said.segments.every((hash) => typeof hash === 'string') &&
    isHeads(said.heads) &&
    (said.for === null || isHeads(said.for))
  )
}

function isHeads(said: unknown): said is Heads {
  if (typeof said !== 'object' || said === null || Array.isArray(said)) return false
  return Object.values(said).every(
    (head: unknown) =>
      typeof head === 'object' &&
      head !== null &&
      Number.isSafeInteger((head as { sequence?: unknown }).sequence) &&
      typeof (head as { hash?: unknown }).hash === 'string',
  )
}
