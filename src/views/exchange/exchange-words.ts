import type { Told } from '../../exchange/port'
import type { Refusal } from '../../exchange/take'
import type { Author } from '../../log/events'

/** A device as people read it: enough of its name to tell it from others. */
export const shortDevice = (device: string): string => device.slice(0, 8)

export const signature = ({ unit, name }: Author): string => [unit, name].filter(Boolean).join(' ')

/** Key of the sentence of what is left out or waits, what it names, and how many events it is of. */
export function toldWords({ code, device, seen, events }: Told) {
  const isHash = code === 'segment-missing' || code === 'segment-altered'
  const shown = isHash ? (seen ?? '').slice(0, 12) : (seen ?? '')
  return [`exchange.told.${code}`, { device: shortDevice(device ?? '—'), seen: shown, n: events }] as const
}

export const refusalWords = ({ code, params }: Refusal) => [`exchange.refusal.${code}`, params] as const
