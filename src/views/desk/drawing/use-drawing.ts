import {
  type ComputedRef,
  computed,
  type InjectionKey,
  type Ref,
  ref,
  type ShallowRef,
  shallowRef,
} from 'vue'
import { areaM2, type DraftFault, type DraftFigures, type DraftGround, type Policy, repairOf } from '#geo'
import { useLocale } from '../../../i18n/use-locale'
import { type Draft, EMPTY_DRAFT, isBegun, isIdle, type Tool } from '../../../map/drawing/draft'
import { sceneOfDraft } from '../../../map/drawing/draw-scene'
import type { Input } from '../../../map/drawing/input'
import type { MapDrawing } from '../../../map/drawing/map-drawing'
import type { Preview } from '../../../map/drawing/preview'
import { EMPTY_SCENE } from '../../../map/drawing/scene'
import { step, takes } from '../../../map/drawing/step'
import { candidateOf } from '../../../map/drawing/step-places'
import type { DistrictAround } from '../../../map/drawing/surroundings'
import type { Disabled } from '../../../operations/operation'
import { useAnswers } from '../../../stores/use-answers'
import { useClocks } from '../../../stores/use-clocks'
import { useSelection } from '../../../stores/use-selection'
import { useWorkspaces } from '../../../stores/use-workspaces'
import { showToast } from '../../../ui/toasts'
import { lengthText, pointerNote, type WordFacts } from './draft-words'
import { type ToolFacts, toolDisabled, toolZone } from './tool-list'
import { useDraftAnswers } from './use-draft-answers'
import { useKeptDraft } from './use-kept-draft'
import { suggestedLevel, zoneLevels } from './zone-code'

/** The drawing of the desk: its state, what the kernel says of it, and the ways to act on it. */
export interface DeskDrawing {
  readonly draft: Readonly<ShallowRef<Draft>>
  readonly map: MapDrawing
  readonly around: ComputedRef<DistrictAround | null>
  readonly preview: ComputedRef<Preview>
  readonly figures: ComputedRef<DraftFigures | null>
  readonly faults: ComputedRef<readonly DraftFault[]>
  readonly words: WordFacts
  /** the level the draft would have, and a person's own choice of it */
  readonly level: ComputedRef<string>
  readonly chosenLevel: Ref<string | null>
  /** what keeps the draft from being finished, as a sentence; null is nothing */
  readonly refusal: ComputedRef<string | null>
  readonly isIdle: ComputedRef<boolean>
  send(input: Input): void
  /** takes up a tool, or says why it cannot be */
  take(tool: Tool): void
  disabled(tool: Tool): Disabled | null
  begin(tool: Tool, zone: string | null): void
  repair(fault: DraftFault): void
  /** m² of a ground */
  areaOf(ground: DraftGround): number
  /** a place or zone found by name, given to the tool that waits for it; false where none does */
  choose(kind: string, id: string): boolean
  /** a ground of members as a line that can be edited */
  free(): void
  /** ends the drawing; what was begun can be had back for a while */
  drop(): void
  close(): void
}

export const DESK_DRAWING: InjectionKey<DeskDrawing> = Symbol('desk-drawing')

/** The one drawing of a desk. Kept with the workspace until it is saved or discarded. */
export function useDrawing(policy: Ref<Policy | null>): DeskDrawing {
  const { locale, t } = useLocale()
  const workspaces = useWorkspaces()
  const answers = useAnswers()
  const clocks = useClocks()
  const selection = useSelection()
  const draft = shallowRef<Draft>(EMPTY_DRAFT)
  const chosenLevel = ref<string | null>(null)

  const zones = computed(() => new Map((answers.survey?.zones ?? []).map((zone) => [zone.id, zone])))
  const places = computed(() => new Map(workspaces.register.places.map((place) => [place.code, place])))
  const words: WordFacts = {
    t: (key, params) => t(key, { ...params }),
    get locale() {
      return locale.value
    },
    placeOf: (code) => places.value.get(code) ?? null,
    zoneOf: (id) => zones.value.get(id) ?? null,
  }

  const level = computed(() => {
    if (chosenLevel.value) return chosenLevel.value
    const { tool, zone } = draft.value
    const of = (zone && zones.value.get(zone)?.level) || null
    return suggestedLevel(zoneLevels(policy.value, answers.survey?.levels ?? []), { tool, of })
  })
  const asOf = computed(() => answers.slice?.effective ?? clocks.effective)
  const asked = useDraftAnswers({
    draft,
    facts: () => workspaces.register,
    survey: () => answers.survey,
    asOf: () => asOf.value,
    level: () => level.value,
  })
  const { around, preview, figures, faults } = asked

  const candidate = computed(() => {
    const code = around.value && !draft.value.finishing ? candidateOf(draft.value, around.value) : null
    if (code === null || !around.value) return null
    const { ground } = draft.value.work
    const isIn = ground?.kind === 'members' && around.value.holds(ground.codes, code)
    const shape = draft.value.tool === 'merge' ? around.value.zoneShape(code) : around.value.placeShape(code)
    return { code, isIn, shape }
  })
  const marked = computed(() =>
    faults.value.flatMap(({ at, weight }, i) =>
      at.slice(0, 50).map((place) => ({ at: place, number: i + 1, refuses: weight === 'repair' })),
    ),
  )
  const scene = computed(() => {
    if (!around.value) return EMPTY_SCENE
    const note = pointerNote({
      ...words,
      locale: locale.value,
      draft: draft.value,
      figures: figures.value,
      candidate: candidate.value,
    })
    return sceneOfDraft(draft.value, {
      grounds: around.value,
      preview: preview.value,
      figures: figures.value,
      candidate: candidate.value,
      note,
      faults: marked.value,
      lengthText,
    })
  })

  const refusal = computed(() => {
    const { refusal: cut } = preview.value
    if (cut) return t(`drawing.refusal.${cut}`)
    const worst = faults.value.find(({ weight }) => weight === 'repair')
    return worst ? t(`drawing.fault.${worst.code}`, { area: '', about: worst.about ?? '' }) : null
  })

  function send(input: Input): void {
    const before = draft.value
    const now = around.value ?? asked.make(null)
    if (!now) return
    const next = step(before, input, now)
    draft.value = next
    if (!next.finishing || before.finishing || !refusal.value) return
    draft.value = { ...next, finishing: false, said: { code: 'refused', params: { why: refusal.value } } }
  }

  const toolFacts = computed<ToolFacts>(() => ({
    draft: draft.value,
    zone: selection.zone ? (zones.value.get(selection.zone) ?? null) : null,
    members: workspaces.register.zones.findLast(({ id }) => id === selection.zone)?.members.length ?? 0,
    zones: zones.value.size,
    hasPlaces: workspaces.register.places.some(({ shape }) => shape !== null),
  }))
  const disabled = (tool: Tool): Disabled | null => toolDisabled(tool, toolFacts.value)

  function begin(tool: Tool, zone: string | null): void {
    chosenLevel.value = null
    send({ kind: 'tool', tool, zone })
  }
  function take(tool: Tool): void {
    const why = disabled(tool)
    if (why) {
      showToast({
        id: 'tool',
        title: t(`drawing.tool.${tool}`),
        text: t(`drawing.disabled.${why.code}`),
        calm: true,
      })
      return
    }
    if (tool === 'select' && !isBegun(draft.value)) drop()
    else begin(tool, toolZone(tool, toolFacts.value))
  }

  function close(): void {
    draft.value = { ...EMPTY_DRAFT, snapping: draft.value.snapping, metres: draft.value.metres }
    chosenLevel.value = null
  }
  function drop(): void {
    const dropped = draft.value
    close()
    if (!isBegun(dropped)) return
    const restore = (): void => {
      draft.value = { ...dropped, finishing: false }
    }
    showToast({
      id: 'draft',
      title: t('drawing.said.discarded'),
      calm: true,
      action: { label: t('drawing.menu.undo'), run: restore },
    })
  }

  useKeptDraft(
    draft,
    computed(() => workspaces.registerOf),
    () =>
      showToast({
        id: 'draft',
        title: t('drawing.said.restored'),
        calm: true,
        action: { label: t('drawing.option.discard'), run: drop },
      }),
  )

  return {
    draft,
    map: {
      scene,
      busy: () => !isIdle(draft.value),
      hand: (hand) => {
        if (isIdle(draft.value)) return false
        send({ kind: 'hand', hand })
        return hand.phase === 'down' && takes(draft.value)
      },
    },
    ...{ around, preview, figures, faults, words, level, chosenLevel, refusal },
    isIdle: computed(() => isIdle(draft.value)),
    ...{ send, take, disabled, begin, drop, close },
    choose: (kind, id) => {
      const wanted = waitsFor(draft.value.tool)
      if (wanted !== (kind === 'zone' ? 'zone' : 'place')) return false
      send(wanted === 'zone' ? { kind: 'zone', id } : { kind: 'place', code: id })
      return true
    },
    areaOf: (ground) => (around.value ? areaM2(around.value.shapeOf(ground)) : 0),
    repair: (fault) => {
      const { ground } = preview.value
      const mended = ground && repairOf(workspaces.register, ground, fault)
      if (mended) send({ kind: 'ground', ground: mended, said: 'repaired' })
    },
    free: () => {
      const { ground } = draft.value.work
      if (ground && around.value)
        send({
          kind: 'ground',
          ground: { kind: 'drawn', shape: around.value.shapeOf(ground) },
          said: 'freed',
        })
    },
  }
}

/** What a tool takes by name. */
function waitsFor(tool: Tool): 'place' | 'zone' | null {
  if (tool === 'merge') return 'zone'
  return tool === 'place' || tool === 'remainder' || tool === 'trim' ? 'place' : null
}
