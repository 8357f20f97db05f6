import { watch } from 'vue'
import { type LocationQuery, useRoute, useRouter } from 'vue-router'
import { formatInstant, type Position, readMoment } from '#geo'
import { useClocks } from '../../stores/use-clocks'
import { type Camera, useSelection } from '../../stores/use-selection'
import { useWorkspaces } from '../../stores/use-workspaces'
import { printCamera, readCamera } from './address'

const SETTLED_MS = 250
const MINUTE = 60_000
/** what of an address is chosen, beside the camera */
const CHOICES = ['zone', 'place', 'at'] as const

/** Keeps zone, place, time and camera in the address, and takes them from it when a link is opened. */
export function useAddress(): void {
  const route = useRoute()
  const router = useRouter()
  const workspaces = useWorkspaces()
  const clocks = useClocks()
  const selection = useSelection()

  function read(): void {
    const { zone, place, at, map } = route.query
    if (typeof zone === 'string') {
      // chosen once more it would put the form that is open away
      if (zone !== selection.zone) selection.chooseZone(zone)
    } else if (typeof place === 'string' && place !== selection.place) selection.choosePlace(place)
    const moment = typeof at === 'string' ? readMoment(clocks.zone, at) : null
    if (moment && !isShown(moment.at)) clocks.setEffective(moment.at)
    const camera = typeof map === 'string' ? readCamera(map) : null
    if (camera) selection.camera = camera
  }

  /** An address names the minute; one that says what is looked at anyhow chooses nothing. */
  const isShown = (at: number): boolean => Math.floor(clocks.effective / MINUTE) === Math.floor(at / MINUTE)

  function printed(): Record<string, string> {
    const camera: Camera | null = selection.camera
    return {
      ...(selection.zone ? { zone: selection.zone } : {}),
      ...(selection.place ? { place: selection.place } : {}),
      ...(clocks.notNow || clocks.isChosen
        ? { at: formatInstant(clocks.zone, clocks.effective).slice(0, 16) }
        : {}),
      ...(camera ? { map: printCamera(camera.centre as Position, camera.zoom) } : {}),
    }
  }

  /** An address that says more than the one before it, or other, is a link and is followed; one carried over is written anew. */
  function meet(query: LocationQuery, before: LocationQuery): void {
    const now: LocationQuery = printed()
    if (CHOICES.every((one) => query[one] === now[one])) return
    if (CHOICES.every((one) => query[one] === undefined || query[one] === before[one])) writeSoon()
    else read()
  }

  /** what was just chosen is newer than the address and is not called back by it */
  let settled: ReturnType<typeof setTimeout> | undefined
  /** the workspace whose link was read: opening one sets its time, which is no choice of a person */
  let readOf: string | null = null
  watch(
    () => [workspaces.registerOf, route.params.workspace],
    ([open, wanted]) => {
      if (!open || open !== wanted || (settled !== undefined && readOf === open)) return
      readOf = open as string
      read()
    },
    { immediate: true, flush: 'post' },
  )
  /** while a view is on its way, an address written now would call it back */
  let isMoving = false
  /** the address on its way is one that was written here */
  let isWriting = false
  router.beforeEach(() => {
    isMoving = true
  })
  router.afterEach((to, from) => {
    isMoving = false
    if (to.name !== from.name) clocks.follow()
    if (readOf !== null && readOf === to.params.workspace && !isWriting) meet(to.query, from.query)
  })
  router.onError(() => {
    isMoving = false
  })
  function writeSoon(): void {
    clearTimeout(settled)
    settled = setTimeout(write, SETTLED_MS)
  }
  function write(): void {
    if (isMoving) {
      writeSoon()
      return
    }
    settled = undefined
    if (!route.params.workspace || workspaces.registerOf !== route.params.workspace) return
    const { zone: _zone, place: _place, at: _at, map: _map, ...others } = route.query
    isWriting = true
    void router.replace({ query: { ...others, ...printed() } }).finally(() => {
      isWriting = false
    })
  }
  watch([() => selection.zone, () => selection.place, () => selection.camera, () => clocks.effective], () => {
    if (route.params.workspace && workspaces.registerOf === route.params.workspace) writeSoon()
  })
}
