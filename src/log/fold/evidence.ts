import type { FrozenView } from '#geo'
import { canonical, digest } from '../digest'
import type { StepEvidence } from '../events'

/** What a step saw, sealed: any change of it or of the picture's hash changes the digest. */
export function evidenceOf(seen: FrozenView, picture: string | null): StepEvidence {
  const plain = JSON.parse(JSON.stringify(seen)) as FrozenView
  return { seen: plain, picture, digest: digestOfSeen(plain, picture) }
}

/** Is the evidence what its digest says? */
export function isWholeEvidence({ seen, picture, digest: said }: StepEvidence): boolean {
  return digestOfSeen(seen, picture) === said
}

const digestOfSeen = (seen: FrozenView, picture: string | null): string =>
  digest(canonical({ seen, picture }))
