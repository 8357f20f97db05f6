import { defineStore } from 'pinia'
import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import { addDays, dayOf, formatInstant, periodOf, sameClockAfterDays, startOfDay } from '#geo'
import { openingOf } from '../log/fold/opening'
import { spanOf } from '../log/fold/span'
import { useWorkspaces } from './use-workspaces'

/** ms between two days while playing */
export const STEP = 600
/** days of forecast the slider reaches beyond the newest fact */
const AHEAD = 14

/** That the picture is not of now, and why. */
export interface NotNow {
  readonly code: 'opened-at-as-of' | 'opened-at-newest-fact'
  /** ISO with the pack's offset */
  readonly at: string
}

/** The two clocks: when it was so (`effective`), and what the log knew (`known`). */
export const useClocks = defineStore('clocks', () => {
  const workspaces = useWorkspaces()
  const zone = computed(() => workspaces.register.pack.timezone)
  const effective = ref(Date.now())
  const known = computed({
    get: () => workspaces.known,
    set: (at: number | null) => {
      workspaces.known = at
    },
  })
  const notNow = shallowRef<NotNow | null>(null)
  const isPlaying = ref(false)
  /** a person chose the time: it stays. Else the picture goes with the present and with what is recorded */
  const isChosen = ref(false)

  /**
   * From the day of the first plausible fact to the end of the forecast, ms, and no further than charts span; null where
   * nothing is dated.
   */
  const range = computed(() => {
    const span = spanOf(workspaces.register, Date.now())
    if (!span) return null
    const ahead = startOfDay(zone.value, addDays(dayOf(zone.value, span.newest - 1), AHEAD + 1))
    return {
      from: startOfDay(zone.value, dayOf(zone.value, span.first)),
      newest: span.newest,
      to: Math.min(ahead, periodOf(workspaces.register)!.end),
    }
  })

  /** Looks at the workspace as it is first looked at. */
  function reopen(now = Date.now()): void {
    isPlaying.value = false
    isChosen.value = false
    const { at, code } = openingOf(workspaces.register, now)
    effective.value = at
    notNow.value = code && { code, at: formatInstant(zone.value, at) }
  }

  /** Goes on to the present, unless a person looks at a time of their own. */
  function follow(now = Date.now()): void {
    if (!isChosen.value && known.value === null) reopen(now)
  }

  function setEffective(at: number): void {
    isChosen.value = true
    const bounds = range.value
    effective.value = bounds ? Math.min(Math.max(at, bounds.from), Math.max(bounds.to, Date.now())) : at
  }

  /** The same clock time, so many days later. */
  function step(days: number): void {
    setEffective(sameClockAfterDays(zone.value, effective.value, days))
  }

  let timer: ReturnType<typeof setInterval> | undefined
  function play(): void {
    const bounds = range.value
    if (!bounds) return
    if (effective.value >= bounds.to) effective.value = bounds.from
    isChosen.value = true
    isPlaying.value = true
  }
  function pause(): void {
    isPlaying.value = false
  }
  watch(isPlaying, (playing) => {
    clearInterval(timer)
    if (!playing) return
    timer = setInterval(() => {
      step(1)
      if (!range.value || effective.value >= range.value.to) pause()
    }, STEP)
  })
  onScopeDispose(() => clearInterval(timer))

  watch(
    () => workspaces.registerOf,
    (workspace) => {
      if (workspace !== null) reopen()
    },
    { immediate: true, flush: 'sync' },
  )
  /** what was only just recorded is not seen at the time before it */
  watch(
    () => workspaces.register.head,
    () => {
      if (workspaces.registerOf !== null) follow()
    },
    { flush: 'sync' },
  )

  return {
    effective,
    known,
    zone,
    range,
    notNow,
    isPlaying,
    isChosen,
    /** a person who asked for less motion steps by hand: the map does not glide between days */
    reducedMotion: computed(
      () => globalThis.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? false,
    ),
    reopen,
    follow,
    setEffective,
    step,
    play,
    pause,
  }
})
