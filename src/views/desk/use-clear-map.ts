import { type ComputedRef, computed, type Ref } from 'vue'
import { type Bounds, boundsOf, type Scheme } from '#geo'
import type { Padding } from '../../map/maplibre'
import { useSuppositions } from '../../stores/use-suppositions'

/** Width of a panel that floats over the map, and what is kept clear beside it, css px. */
const [PANEL, BESIDE] = [400, 36]

/** The part of the desk's map that is clear of the bar of tools and of a panel that floats over it. */
export function useClearMap(isWide: Ref<boolean>): ComputedRef<Padding> {
  const suppositions = useSuppositions()
  return computed(() => {
    const isCovered = suppositions.panel !== null && isWide.value
    return { top: 58, right: isCovered ? PANEL + BESIDE : 24, bottom: 24, left: 24 }
  })
}

/** Where the zones of a scheme lie; what is left over is everywhere else, and counts only where it is all there is. */
export function boundsOfScheme(scheme: Scheme | null): Bounds | null {
  const zones = scheme?.zones ?? []
  const drawn = zones.filter(({ remainder }) => !remainder)
  return boundsOf((drawn.length > 0 ? drawn : zones).flatMap(({ outline }) => outline))
}
