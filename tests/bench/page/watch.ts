import type { Page } from 'playwright-core'

/**
 * Run in the page as text before anything else: what compiles this file would put words of its own into a function.
 * Keeps long tasks, the questions put to the kernel and where its worker comes from, and how long after a key the
 * figures of the new time stood (a frame after the page said that it is no longer behind).
 */
export const WATCH = `{
  window.longTasks = []
  window.questions = []
  window.kernelAddress = ''
  window.stepped = []
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.longTasks.push(duration)
  }).observe({ type: 'longtask' })
  const Real = window.Worker
  window.Worker = class extends Real {
    constructor(address, options) {
      super(address, options)
      if (String(address).includes('kernel.worker')) window.kernelAddress = String(address)
    }
    postMessage(message, transfer) {
      if (message && message.call === 'answers') window.questions.push(message.input)
      super.postMessage(message, transfer)
    }
  }
  let begun = 0
  let before = ''
  const shown = () => document.querySelector('.effective b')?.textContent ?? ''
  window.addEventListener('keydown', () => { begun = performance.now(); before = shown() }, { capture: true })
  const look = () => {
    if (begun && shown() !== before && document.querySelector('[aria-busy="false"]')) {
      window.stepped.push(performance.now() - begun)
      begun = 0
    }
    requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}`

/** Run in the page as text: asks a worker of its own the same questions one after the other; ms of all but the first. */
const ALONE = `(async () => {
  const worker = new Worker(window.kernelAddress, { type: 'module' })
  let last = 0
  const ask = (call, input) =>
    new Promise((answered, failed) => {
      const id = ++last
      const heard = ({ data }) => {
        if (data.failure === id) failed(new Error(data.message))
        if (data.answer !== id) return
        worker.removeEventListener('message', heard)
        answered(data.output)
      }
      worker.addEventListener('message', heard)
      worker.postMessage({ ask: id, call, input })
    })
  const questions = [...window.questions]
  const { workspace, known } = questions[0]
  await ask('register', { workspace, known, device: 'bench' })
  const times = []
  for (const question of questions) {
    const from = performance.now()
    await ask('answers', question)
    times.push(performance.now() - from)
  }
  worker.terminate()
  return times.slice(1)
})()`

export const askedAlone = (page: Page): Promise<number[]> => page.evaluate(ALONE) as Promise<number[]>

export function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

/** ms that the main thread ran scripts, and was busy at all, since the page was opened. */
export interface Spent {
  readonly script: number
  readonly task: number
}

/** How to ask a page what its main thread has spent. */
export async function spender(page: Page): Promise<() => Promise<Spent>> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  return async () => {
    const { metrics } = (await session.send('Performance.getMetrics')) as {
      metrics: { name: string; value: number }[]
    }
    const of = (wanted: string): number => 1000 * (metrics.find(({ name }) => name === wanted)?.value ?? 0)
    return { script: of('ScriptDuration'), task: of('TaskDuration') }
  }
}
