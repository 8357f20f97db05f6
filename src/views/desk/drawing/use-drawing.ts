import {
  type ComputedRef,
  computed,
  type InjectionKey,
  type Ref,
  ref,
  type ShallowRef,
  shallowRef,
} from 'vue'
import {
  areaM2,
  type DraftFault,
  type DraftFigures,
  type DraftGround,
  type Policy,
  repairOf,
  type Shape,
} from '#geo'
import { formatArea } from '../../../i18n/format'
import { useLocale } from '../../../i18n/use-locale'
import { type Draft, EMPTY_DRAFT, isBegun, isIdle, type Tool } from '../../../map/drawing/draft'
import type { Input } from '../../../map/drawing/input'
import type { MapDrawing } from '../../../map/drawing/map-drawing'
import type { Preview } from '../../../map/drawing/preview'
import { step, takes } from '../../../map/drawing/step'
import type { DistrictAround } from '../../../map/drawing/surroundings'
import type { Hand } from '../../../map/hand'
import type { Disabled } from '../../../operations/operation'
import { unsavedWhile } from '../../../stores/release/unsaved'
import { useAnswers } from '../../../stores/use-answers'
import { useClocks } from '../../../stores/use-clocks'
import { useSelection } from '../../../stores/use-selection'
import { useSituation } from '../../../stores/use-situation'
import { useWorkspaces } from '../../../stores/use-workspaces'
import { closeToast, showToast } from '../../../ui/toasts'
import type { WordFacts } from './draft-words'
import { type ToolFacts, toolDisabled, toolZone } from './tool-list'
import { type DraftAnswers, useDraftAnswers } from './use-draft-answers'
import { useDraftScene } from './use-draft-scene'
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
  readonly words: ComputedRef<WordFacts>
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
  canRepair(fault: DraftFault): boolean
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
  const { t } = useLocale()
  const situation = useSituation()
  const workspaces = useWorkspaces()
  const answers = useAnswers()
  const clocks = useClocks()
  const draft = shallowRef<Draft>(EMPTY_DRAFT)
  const chosenLevel = ref<string | null>(null)
  const words = useWordFacts()
  const level = computed(() => {
    if (chosenLevel.value) return chosenLevel.value
    const { tool, zone } = draft.value
    const of = (zone && words.value.zoneOf(zone)?.level) || null
    return suggestedLevel(zoneLevels(policy.value, answers.survey?.levels ?? []), { tool, of })
  })
  const asked = useDraftAnswers({
    draft,
    facts: () => situation.register,
    survey: () => answers.survey,
    asOf: () => answers.slice?.effective ?? clocks.effective,
    level: () => level.value,
  })
  const refusal = computed(() => {
    const { refusal: cut } = asked.preview.value
    if (cut) return t(`drawing.refusal.${cut}`)
    const worst = asked.faults.value.find(({ weight }) => weight === 'repair')
    if (!worst) return null
    return t(`drawing.fault.${worst.code}`, { area: formatArea(worst.areaM2), about: worst.about ?? '' })
  })
  function send(input: Input): void {
    const before = draft.value
    const now = asked.around.value ?? asked.make(null)
    if (!now) return
    const next = step(before, input, now)
    draft.value = next
    if (!next.finishing || before.finishing || !refusal.value) return
    draft.value = { ...next, finishing: false, said: { code: 'refused', params: { why: refusal.value } } }
  }
  const verbs = useDrawingVerbs({ draft, chosenLevel, send, words })
  unsavedWhile(computed(() => isBegun(draft.value)))
  useKeptDraft(
    draft,
    computed(() => workspaces.registerOf),
    () => say(t('drawing.said.restored'), { label: t('drawing.option.discard'), run: verbs.drop }),
  )
  const scene = useDraftScene(draft, asked, words)
  const isResting = computed(() => isIdle(draft.value))
  return {
    draft,
    map: { scene, busy: () => !isResting.value, hand: (hand) => handled(hand, { draft, send }) },
    ...asked,
    ...{ words, level, chosenLevel, refusal, isIdle: isResting, send },
    ...verbs,
    ...useGroundVerbs({ draft, asked, send }),
  }
}

function handled(hand: Hand, { draft, send }: Pick<VerbFacts, 'draft' | 'send'>): boolean {
  if (isIdle(draft.value)) return false
  send({ kind: 'hand', hand })
  return hand.phase === 'down' && takes(draft.value)
}

function useWordFacts(): ComputedRef<WordFacts> {
  const { locale, t } = useLocale()
  const situation = useSituation()
  const answers = useAnswers()
  const zones = computed(() => new Map((answers.survey?.zones ?? []).map((zone) => [zone.id, zone])))
  const places = computed(() => new Map(situation.register.places.map((place) => [place.code, place])))
  return computed(() => ({
    t: (key, params) => t(key, { ...params }),
    locale: locale.value,
    placeOf: (code) => places.value.get(code) ?? null,
    zoneOf: (id) => zones.value.get(id) ?? null,
  }))
}

interface VerbFacts {
  readonly draft: ShallowRef<Draft>
  readonly chosenLevel: Ref<string | null>
  readonly send: (input: Input) => void
  readonly words: ComputedRef<WordFacts>
}

const RESTORE_MS = 10_000

/** A note with an action that does not outstay its use. */
function say(title: string, action: { label: string; run: () => void }): void {
  showToast({ id: 'draft', title, calm: true, action })
  setTimeout(() => closeToast('draft'), RESTORE_MS)
}

/** Taking up tools, and ending a drawing. */
function useDrawingVerbs({ draft, chosenLevel, send, words }: VerbFacts) {
  const { t } = useLocale()
  const situation = useSituation()
  const answers = useAnswers()
  const selection = useSelection()
  const toolFacts = computed<ToolFacts>(() => ({
    draft: draft.value,
    zone: selection.zone ? words.value.zoneOf(selection.zone) : null,
    members: situation.register.zones.findLast(({ id }) => id === selection.zone)?.members.length ?? 0,
    zones: answers.survey?.zones.length ?? 0,
    hasPlaces: situation.register.places.some(({ shape }) => shape !== null),
  }))
  const disabled = (tool: Tool): Disabled | null => toolDisabled(tool, toolFacts.value)

  function begin(tool: Tool, zone: string | null): void {
    chosenLevel.value = null
    closeToast('draft')
    send({ kind: 'tool', tool, zone })
  }
  function take(tool: Tool): void {
    const why = disabled(tool)
    if (why) {
      const text = t(`drawing.disabled.${why.code}`)
      showToast({ id: 'tool', title: t(`drawing.tool.${tool}`), text, calm: true })
    } else if (tool === 'select' && !isBegun(draft.value)) drop()
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
    say(t('drawing.said.discarded'), { label: t('drawing.menu.undo'), run: restore })
  }
  return { disabled, begin, take, close, drop }
}

/** What is done to the ground as a whole. */
function useGroundVerbs({
  draft,
  asked: { around, preview },
  send,
}: Pick<VerbFacts, 'draft' | 'send'> & { readonly asked: DraftAnswers }) {
  const situation = useSituation()
  const mended = (fault: DraftFault): DraftGround | null =>
    preview.value.ground && repairOf(situation.register, preview.value.ground, fault)
  const shapeOf = (ground: DraftGround): Shape => around.value?.shapeOf(ground) ?? []
  return {
    areaOf: (ground: DraftGround): number => areaM2(shapeOf(ground)),
    choose: (kind: string, id: string): boolean => {
      const wanted = waitsFor(draft.value.tool)
      if (wanted !== (kind === 'zone' ? 'zone' : 'place')) return false
      send(wanted === 'zone' ? { kind: 'zone', id } : { kind: 'place', code: id })
      return true
    },
    canRepair: (fault: DraftFault): boolean => mended(fault) !== null,
    repair: (fault: DraftFault): void => {
      const next = mended(fault)
      if (next) send({ kind: 'ground', ground: next, said: 'repaired' })
    },
    free: (): void => {
      const { ground } = draft.value.work
      if (ground) send({ kind: 'ground', ground: { kind: 'drawn', shape: shapeOf(ground) }, said: 'freed' })
    },
  }
}

/** What a tool takes by name. */
function waitsFor(tool: Tool): 'place' | 'zone' | null {
  if (tool === 'merge') return 'zone'
  return tool === 'place' || tool === 'remainder' || tool === 'trim' ? 'place' : null
}
