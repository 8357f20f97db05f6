import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { isUnsaved } from './unsaved'

/** ms; a wall stays open for days */
const LOOK_EVERY = 60 * 60_000
/** what a page holds while something on it runs or is not written yet */
const BUSY = 'cordon-busy'

/** Where something runs that an update waits for: on this page, or in another tab. */
export type HeldUp = 'here' | 'elsewhere'

/** The script of the page, by which it says of which release it is. */
function pageOf(): string {
  const script = document.querySelector<HTMLScriptElement>('script[type="module"][src]')
  return script ? script.src.slice(new URL('.', location.href).href.length) : ''
}

/** Keeps the page for use without its server, and says when a newer release is ready. Nothing reloads by itself. */
export const useRelease = defineStore('release', () => {
  /** installed whole, and waiting until it is told to take over */
  const waiting = shallowRef<ServiceWorker | null>(null)
  /** it took over from another tab; this page goes on with the chunks of its own */
  const isReplaced = ref(false)
  const heldUp = ref<HeldUp | null>(null)
  const isPutOff = ref(false)
  const isReady = computed(() => !isPutOff.value && (waiting.value !== null || isReplaced.value))
  let isAsked = false

  /** Holds a lock by its name for as long as the condition is so: other tabs and the service worker see it. */
  function holdWhile(name: string, condition: () => boolean): void {
    let free: (() => void) | null = null
    watch(
      condition,
      (isSo) => {
        free?.()
        free = null
        if (!isSo) return
        const held = new Promise<void>((release) => {
          free = release
        })
        void navigator.locks.request(name, { mode: 'shared' }, () => held)
      },
      { immediate: true },
    )
  }

  function follow(registration: ServiceWorkerRegistration): void {
    const look = (): void => {
      waiting.value = navigator.serviceWorker.controller ? registration.waiting : null
    }
    registration.addEventListener('updatefound', () => {
      registration.installing?.addEventListener('statechange', look)
    })
    look()
    setInterval(() => void registration.update().catch(() => undefined), LOOK_EVERY)
    registration.active?.postMessage('tidy')
  }

  /** Begins to keep the page, where the browser does such a thing. */
  async function start(): Promise<void> {
    if (!globalThis.isSecureContext || !navigator.serviceWorker || !navigator.locks) return
    holdWhile(`cordon-page ${pageOf()}`, () => true)
    holdWhile(BUSY, () => isUnsaved.value)
    const { serviceWorker } = navigator
    let wasControlled = serviceWorker.controller !== null
    serviceWorker.addEventListener('controllerchange', () => {
      waiting.value = null
      if (isAsked) location.reload()
      else if (wasControlled) isReplaced.value = true
      wasControlled = true
    })
    // a browser that forbids it, or a server that is not there, leaves the page as it is
    const registration = await serviceWorker.register('./sw.js').catch(() => undefined)
    if (registration) follow(registration)
  }

  /** Takes the new release, unless something runs or is not written yet here or in another tab. */
  async function update(): Promise<void> {
    const { held = [] } = await navigator.locks.query()
    heldUp.value = isUnsaved.value ? 'here' : held.some(({ name }) => name === BUSY) ? 'elsewhere' : null
    if (heldUp.value !== null) return
    isAsked = true
    if (isReplaced.value || !waiting.value) location.reload()
    else waiting.value.postMessage('take-over')
  }

  function putOff(): void {
    isPutOff.value = true
  }

  return { isReady, heldUp, start, update, putOff }
})
