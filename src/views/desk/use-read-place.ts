import { type ComputedRef, computed, shallowRef, watch } from 'vue'
import type { PlaceCard, Position } from '#geo'
import type { MapTarget } from '../../layers/part'
import { usePlaceCards } from '../../stores/use-place-cards'
import { useSelection } from '../../stores/use-selection'

/** Which place is read, and which lies under a click on a zone. */
export interface ReadPlace {
  /** the chosen place */
  readonly card: ComputedRef<PlaceCard | null>
  /** the place that was clicked in the zone that is read */
  readonly under: ComputedRef<PlaceCard | null>
  /** A click on the map: on a place it reads that, on a zone the zone and names the place, elsewhere the place there. */
  click(target: MapTarget | null, at: Position): void
}

export function useReadPlace(): ReadPlace {
  const selection = useSelection()
  const clicked = shallowRef<{ readonly at: Position; readonly zone: string | null } | null>(null)
  const isStill = (): boolean => selection.place === null && selection.zone === clicked.value?.zone
  const there = usePlaceCards(() => (clicked.value && isStill() ? { at: clicked.value.at } : null))
  const chosen = usePlaceCards(() => (selection.place === null ? null : { codes: [selection.place] }))

  watch(there, ([found]) => {
    if (!found || clicked.value?.zone !== null || !isStill()) return
    clicked.value = null
    selection.choosePlace(found.code)
  })
  return {
    card: computed(() => chosen.value.find(({ code }) => code === selection.place) ?? null),
    under: computed(() =>
      selection.zone !== null && isStill() ? inZone(there.value[0], selection.zone) : null,
    ),
    click(target, at) {
      const zone = target?.kind === 'zone' ? target.id : null
      clicked.value = target?.kind === 'place' ? null : { at, zone }
      if (target?.kind === 'place') selection.choosePlace(target.id)
      else selection.chooseZone(zone)
    },
  }
}

/** A click within reach of a zone may lie on a place of another: that one says nothing of the zone that is read. */
const inZone = (card: PlaceCard | undefined, zone: string): PlaceCard | null =>
  card?.zones.some((one) => one.zone === zone) ? card : null
