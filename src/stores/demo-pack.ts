import type { PlannedImport } from '../worker/messages'
import { theKernel } from './kernel'

/** Where the demo pack is served. */
const DEMO_PACK = './demo/lanxi.zip'

/** The demo pack could not be had; `status` is what the server said, 0 where it said nothing. */
export class DemoMissing extends Error {
  override readonly name = 'DemoMissing'
  constructor(readonly status: number) {
    super(`demo pack: ${status}`)
  }
}

let fetched: Promise<Uint8Array> | null = null
let planned: Promise<PlannedImport> | null = null

/** The demo pack as a zip, fetched once: the picture of the first-run page and the import share it. */
export function demoBytes(): Promise<Uint8Array> {
  fetched ??= fetchPack()
  fetched.catch(() => {
    fetched = null
  })
  return fetched
}

async function fetchPack(): Promise<Uint8Array> {
  const answer = await fetch(DEMO_PACK)
  if (!answer.ok) throw new DemoMissing(answer.status)
  return new Uint8Array(await answer.arrayBuffer())
}

/**
 * The plan of the demo pack as into an empty log; nothing is written. Asked for while a person still reads the
 * first-run page, it is there when they press the key. A newer question to plan gives it up, like any other.
 */
export function demoPlan(): Promise<PlannedImport> {
  planned ??= demoBytes().then((bytes) =>
    theKernel().ask('plan', { workspace: null, files: [{ path: 'demo.zip', bytes }] }),
  )
  planned.catch(forgetDemoPlan)
  return planned
}

/** Lets go of the plan once it was taken. */
export function forgetDemoPlan(): void {
  planned = null
}
