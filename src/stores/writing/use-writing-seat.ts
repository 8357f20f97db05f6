import { readonly, ref } from 'vue'
import { isUnsaved } from '../release/unsaved'
import { type MeetingPlace, type Message, type Seat, WritingSeat } from './writing-seat'

const HOLDER = 'cordon-writing-tab'

/** Whose turn it is to write. With locks of the browser each tab may: they keep the tabs apart. */
const seat = ref<Seat>('mine')
let own: WritingSeat | null = null

/** The name of a tab; only to be told from another. */
function newName(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(3)), (part) => part.toString(36)).join('-')
}

function meetingPlace(): MeetingPlace {
  const channel = new BroadcastChannel(HOLDER)
  return {
    holder: () => localStorage.getItem(HOLDER),
    hold: (tab) => (tab === null ? localStorage.removeItem(HOLDER) : localStorage.setItem(HOLDER, tab)),
    post: (message) => channel.postMessage(message),
    onMessage: (listener) => {
      channel.addEventListener('message', ({ data }: MessageEvent<Message>) => listener(data))
    },
  }
}

/** Sits down to write, on a page that has no locks; storage that the browser refuses is shared by no two tabs. */
export function sitDown(): void {
  if (navigator.locks || own) return
  try {
    localStorage.getItem(HOLDER)
  } catch {
    return
  }
  seat.value = 'asking'
  own = new WritingSeat(
    meetingPlace(),
    newName(),
    () => isUnsaved.value,
    (now) => {
      seat.value = now
    },
  )
  void own.sit()
  addEventListener('pagehide', () => own?.leave())
  window.addEventListener('pageshow', (event: PageTransitionEvent) => event.persisted && void own?.sit())
  document.addEventListener('visibilitychange', () => own?.mayWrite())
}

/** Whether this tab writes; where it is still being asked, once that is known. */
export async function mayWrite(): Promise<boolean> {
  if (!own) return true
  for (let tries = 0; seat.value === 'asking' && tries < 30; tries++)
    await new Promise((done) => setTimeout(done, 100))
  return own.mayWrite()
}

/** Whose the seat is, and how it is asked for. */
export function useWritingSeat() {
  return { seat: readonly(seat), takeOver: () => own?.takeOver() }
}
