import { isAbort } from '../worker/client'
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
 * first-run page, it is there when they press the key. Files that they drop meanwhile go before it.
 */
export function demoPlanAhead(): Promise<PlannedImport> {
  return planOnce(true)
}

/** The same where a person waits for it: what was asked ahead and given up is asked again. */
export function demoPlan(): Promise<PlannedImport> {
  return planOnce(false).catch((reason) => {
    if (isAbort(reason)) return planOnce(false)
    throw reason
  })
}

function planOnce(yields: boolean): Promise<PlannedImport> {
  planned ??= demoBytes().then((bytes) =>
    theKernel().ask('plan', { workspace: null, files: [{ path: 'demo.zip', bytes }] }, { yields }),
  )
  planned.catch(forgetDemoPlan)
  return planned
}

/** Lets go of the plan once it was taken. */
export function forgetDemoPlan(): void {
  planned = null
}
