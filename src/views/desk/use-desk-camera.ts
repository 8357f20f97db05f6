import { type Ref, ref, watch } from 'vue'
import { type Bounds, boundsOf } from '#geo'
import { useAnswers } from '../../stores/use-answers'
import { useProposal } from '../../stores/use-proposal'
import { type Camera, useSelection } from '../../stores/use-selection'
import { useSituation } from '../../stores/use-situation'
import type { FeedTarget } from '../feed/feed-lines'
import { around, withSurroundings } from './surroundings'
import { boundsOfScheme } from './use-clear-map'

/**
 * Where the map of the desk looks: to what was chosen in a list; a choice on the map itself leaves it where it is.
 * `clear` is the part of the map that nothing lies over.
 */
export function useDeskCamera(
  map: Readonly<Ref<{ fit(bounds: Bounds): void } | null>>,
  clear: Readonly<Ref<unknown>>,
) {
  const selection = useSelection()
  const answers = useAnswers()
  const situation = useSituation()
  const proposal = useProposal()

  /** Only where a person moved the map does its camera belong in the address. */
  const isTouched = ref(selection.camera !== null)
  let isFromMap = false
  let isPlaced = false

  function goTo(bounds: Bounds | null): void {
    if (!bounds) return
    isTouched.value = false
    selection.camera = null
    map.value?.fit(bounds)
  }
  function onCamera(camera: Camera): void {
    if (isTouched.value) selection.camera = camera
  }
  function readPlace(code: string): void {
    selection.choosePlace(code)
    const shape = situation.register.places.find((one) => one.code === code)?.shape
    goTo(shape ? boundsOf(shape) : null)
  }
  function goToZone(zone: string | null): void {
    const shape = answers.survey?.zones.find(({ id }) => id === zone)?.outline
    const bounds = shape ? boundsOf(shape) : null
    if (bounds && !isFromMap) goTo(withSurroundings(bounds))
    isFromMap = false
  }
  /** A change is looked at on the map, and only because it was chosen; the list stays. */
  function fly(target: FeedTarget): void {
    if (target.kind === 'spot') goTo(around(target.position))
    else if (target.kind === 'place') readPlace(target.code)
    else {
      selection.chooseZone(target.id)
      goToZone(target.id)
    }
  }
  /** A link that names a zone and no camera goes to its zone, once the map can. */
  function onFirstPicture(): void {
    if (!isPlaced && !selection.camera) setTimeout(() => goToZone(selection.zone))
    isPlaced = true
  }
  watch(() => selection.zone, goToZone)
  /** A panel that opens over the chosen zone lets it be seen beside it. */
  watch(clear, () => goToZone(selection.zone), { flush: 'post' })
  /** What the rules would draw is looked at first. */
  watch(
    () => boundsOfScheme(proposal.scheme),
    (bounds) => bounds && goTo(withSurroundings(bounds)),
  )
  return {
    ...{ isTouched, goTo, onCamera, readPlace, fly, onFirstPicture },
    /** What is chosen next was chosen on the map. */
    chosenOnMap: () => {
      isFromMap = true
    },
  }
}
