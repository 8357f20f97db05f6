import { shallowRef } from 'vue'

/** A note floating over the screen. `calm` only informs; else it is about something missing or late. */
export interface Toast {
  readonly id: string
  readonly title: string
  readonly text?: string
  readonly calm?: boolean
  readonly action?: { readonly label: string; readonly run: () => void }
}

export const toasts = shallowRef<readonly Toast[]>([])

const SHOWN_MS = 8_000

/** Shows a note; the same `id` replaces the former. Notes with an action stay until they are closed. */
export function showToast(toast: Toast): void {
  toasts.value = [...toasts.value.filter(({ id }) => id !== toast.id), toast]
  if (!toast.action) setTimeout(() => closeToast(toast.id), SHOWN_MS)
}

export function closeToast(id: string): void {
  toasts.value = toasts.value.filter((toast) => toast.id !== id)
}
