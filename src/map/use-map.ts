import { computed, onBeforeUnmount, onMounted, type Ref, ref, shallowRef, watch } from 'vue'
import type { Bounds, Position } from '#geo'
import type { MapStop } from '../layers/part'
import { MapSession } from './session/map-session'
import type { MapInputs, MapListeners, MapTrouble } from './session/session-ports'
import { isCutterGone } from './tiles/tiles'

export interface LivingMap {
  readonly trouble: Readonly<Ref<MapTrouble>>
  /** false until everything of the first picture is on the screen */
  readonly isDrawn: Ref<boolean>
  readonly perMetre: Ref<number>
  readonly pointer: Ref<Position | null>
  readonly stop: Ref<MapStop | null>
  readonly step: (by: 1 | -1) => void
  readonly zoomBy: (steps: number) => void
  /** back to the whole district */
  readonly home: () => void
  /** goes where these bounds fill the free part of the map */
  readonly fit: (bounds: Bounds) => void
  /** the middle of what is seen; null before there is a map */
  readonly centre: () => Position | null
}

export type MapHeard = Pick<MapListeners, 'select' | 'hover' | 'camera' | 'legend'> & {
  readonly unavailable: () => void
}

/** Opens a map in `holder` once the component has been painted (a map can hold the page for a second), keeps it at what the inputs say, and closes it at the end. */
export function useMap(
  elements: { holder: Ref<HTMLElement | null>; overlay: Ref<HTMLCanvasElement | null> },
  inputs: MapInputs,
  heard: MapHeard,
): LivingMap {
  const trouble = ref<MapTrouble>(null)
  const isDrawn = ref(false)
  const perMetre = ref(0)
  const pointer = shallowRef<Position | null>(null)
  const stop = shallowRef<MapStop | null>(null)
  let session: MapSession | null = null

  function open(): void {
    const [holder, overlay] = [elements.holder.value, elements.overlay.value]
    const listeners: MapListeners = {
      ...heard,
      pointer: (position) => (pointer.value = position),
      measured: (metre) => (perMetre.value = metre),
      trouble: (now) => (trouble.value = now),
      drawn: () => (isDrawn.value = true),
    }
    try {
      if (holder && overlay) session = new MapSession({ holder, overlay }, inputs, listeners)
    } catch {
      session = null
    }
    if (session) return
    trouble.value = 'unavailable'
    heard.unavailable()
  }

  let mounted = true
  onMounted(() => requestAnimationFrame(() => requestAnimationFrame(() => mounted && open())))
  onBeforeUnmount(() => {
    mounted = false
    session?.close()
  })
  watch([inputs.facts, inputs.view], () => void session?.draw())
  watch([inputs.bounds, inputs.camera, inputs.padding], () => session?.frame(), { deep: true })
  watch(
    () => inputs.drawing()?.scene.value,
    () => session?.repaint(),
    { flush: 'sync' },
  )
  return {
    trouble: computed(() => trouble.value ?? (isCutterGone.value ? 'uncut' : null)),
    isDrawn,
    perMetre,
    pointer,
    stop,
    step: (by) => (stop.value = session?.step(by) ?? null),
    zoomBy: (steps) => session?.zoomBy(steps),
    home: () => session?.home(),
    fit: (bounds) => session?.fit(bounds),
    centre: () => session?.centre ?? null,
  }
}
