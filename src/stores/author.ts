import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { Author } from '../log/events'
import { isWellFormed } from '../log/well-formed'
import type { Writer } from '../worker/messages'
import { recall, remembered } from './remembered'

const DEVICE = 'cordon.device'

function deviceOf(): string {
  const kept = recall(DEVICE)
  if (kept) return kept
  const made = crypto.getRandomValues(new Uint32Array(2)).reduce((text, part) => text + part.toString(36), '')
  try {
    localStorage.setItem(DEVICE, made)
  } catch {
    // nothing is kept here: the device is new each time
  }
  return made
}

/** Who writes: asked once, kept with the device. */
export const useAuthor = defineStore('author', () => {
  const author = remembered<Author | null>('cordon.author', null, (kept) => {
    const { name, unit } = (kept ?? {}) as Partial<Author>
    const isKept = typeof name === 'string' && typeof unit === 'string' && isWellFormed(name + unit)
    return isKept ? { name, unit } : null
  })
  const device = ref(deviceOf())
  const writer = computed<Writer>(() => ({
    by: { ...(author.value ?? { name: '', unit: '' }) },
    device: device.value,
  }))
  return {
    author,
    device,
    /** what every event is signed with; without an author both parts are empty */
    writer,
    /** ask before the first deed of one's own */
    isAsked: computed(() => author.value !== null),
  }
})
