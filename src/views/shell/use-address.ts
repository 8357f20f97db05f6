import { watch } from 'vue'
import { type LocationQuery, useRoute, useRouter } from 'vue-router'
import { formatInstant, type Position, readMoment } from '#geo'
import { useClocks } from '../../stores/use-clocks'
import { type Camera, useSelection } from '../../stores/use-selection'
import { useWorkspaces } from '../../stores/use-workspaces'
import { printCamera, readCamera } from './address'

const SETTLED_MS = 250
/** so long after a choice was written an address that was copied before it may still be opened */
const COPIED_MS = 1_000
const MINUTE = 60_000

/** Keeps zone, place, time and camera in the address, and takes them from it when a link is opened. */
export function useAddress(): void {
  const route = useRoute()
  const router = useRouter()
  const workspaces = useWorkspaces()
  const clocks = useClocks()
  const selection = useSelection()

  function read(): void {
    const { zone, place, at, map } = route.query
    if (typeof zone === 'string') selection.chooseZone(zone)
    else if (typeof place === 'string') selection.choosePlace(place)
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

  /** zone and place of an address, as one text; empty where it names neither */
  const choiceIn = ({ zone, place }: LocationQuery): string => `${zone ?? ''} ${place ?? ''}`.trim()
  /** what the address named before the last choice was written */
  let before: string | null = null

  /** It names nothing, or what was chosen before: no link to follow, but an address copied before the last choice. */
  const isBehind = (query: LocationQuery): boolean => {
    const named = choiceIn(query)
    const isOther = named !== `${selection.zone ?? ''} ${selection.place ?? ''}`.trim()
    return isOther && (named === '' || named === before)
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
  router.beforeEach(() => {
    isMoving = true
  })
  router.afterEach((to, from) => {
    isMoving = false
    if (to.name !== from.name) clocks.follow()
    /** an address copied before the last choice was written would bring the earlier choice back later */
    if (readOf !== null && readOf === to.params.workspace && isBehind(to.query)) writeSoon()
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
    before = choiceIn(route.query)
    setTimeout(() => (before = null), COPIED_MS)
    const { zone: _zone, place: _place, at: _at, map: _map, ...others } = route.query
    void router.replace({ query: { ...others, ...printed() } })
  }
  watch([() => selection.zone, () => selection.place, () => selection.camera, () => clocks.effective], () => {
    if (route.params.workspace && workspaces.registerOf === route.params.workspace) writeSoon()
  })
}
