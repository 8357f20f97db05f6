import type { Position } from '#geo'

/** What a pointer does on the map. `point` in css px of the map, `at` in degrees. */
export interface Hand {
  readonly phase: 'down' | 'move' | 'up' | 'leave'
  readonly at: Position
  readonly point: readonly [number, number]
  /** css px a metre takes there */
  readonly perMetre: number
  readonly shift: boolean
  readonly alt: boolean
  /** the main button or a finger is down */
  readonly pressed: boolean
}

/** Listens to a hand; true for a press says that the gesture is taken and must not move the map. */
export type HandListener = (hand: Hand) => boolean

export interface HandGround {
  readonly element: HTMLElement
  readonly unproject: (x: number, y: number) => Position
  readonly perMetre: (at: Position) => number
  /** ends the following */
  readonly signal: AbortSignal
}

/** Follows the main pointer over an element; once a press is taken its moves come even from outside. */
export function followHand(
  { element, unproject, perMetre, signal }: HandGround,
  listener: HandListener,
): { readonly taken: () => boolean } {
  let taken = false
  const tell = (event: PointerEvent, phase: Hand['phase']): boolean => {
    const box = element.getBoundingClientRect()
    const point = [event.clientX - box.left, event.clientY - box.top] as const
    const at = unproject(...point)
    const { shiftKey: shift, altKey: alt } = event
    return listener({
      phase,
      at,
      point,
      perMetre: perMetre(at),
      shift,
      alt,
      pressed: event.buttons % 2 === 1,
    })
  }
  const listen = (
    name: 'pointerdown' | 'pointermove' | 'pointerup' | 'pointercancel' | 'pointerleave',
    act: (event: PointerEvent) => void,
  ): void => element.addEventListener(name, act, { signal })
  listen('pointerdown', (event) => {
    if (event.button !== 0 || !event.isPrimary) return
    taken = tell(event, 'down')
    if (taken) element.setPointerCapture(event.pointerId)
  })
  listen('pointermove', (event) => {
    if (event.isPrimary) tell(event, 'move')
  })
  listen('pointerup', (event) => {
    if (event.button !== 0 || !event.isPrimary) return
    tell(event, 'up')
    setTimeout(() => {
      taken = false
    })
  })
  listen('pointercancel', (event) => {
    taken = false
    tell(event, 'leave')
  })
  listen('pointerleave', (event) => {
    if (event.isPrimary && !taken) tell(event, 'leave')
  })
  return { taken: () => taken }
}
