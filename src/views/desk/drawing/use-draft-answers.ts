import { type ComputedRef, computed, type ShallowRef } from 'vue'
import {
  type DraftFault,
  type DraftFigures,
  type DraftGround,
  draftFaults,
  type Facts,
  Gauge,
  policiesOf,
  type Survey,
} from '#geo'
import { type Draft, isIdle } from '../../../map/drawing/draft'
import { type Preview, previewOf } from '../../../map/drawing/preview'
import { DistrictAround } from '../../../map/drawing/surroundings'

/** Beyond this many vertices faults are looked for when the pointer rests, not at every move. */
const LIVE_VERTICES = 600

export interface DraftContext {
  readonly draft: Readonly<ShallowRef<Draft>>
  readonly facts: () => Facts
  readonly survey: () => Survey | null
  readonly asOf: () => number
  /** the level the draft would have */
  readonly level: () => string
}

export interface DraftAnswers {
  /** the district for a drawing of that zone; null before there are answers */
  readonly make: (zone: string | null) => DistrictAround | null
  readonly around: ComputedRef<DistrictAround | null>
  readonly preview: ComputedRef<Preview>
  readonly figures: ComputedRef<DraftFigures | null>
  readonly faults: ComputedRef<readonly DraftFault[]>
}

const NOTHING: Preview = Object.freeze({ ground: null, parts: [], divided: [], refusal: null })

/** What the kernel says of a drawing, asked again only where the drawing has changed in what is asked about. */
export function useDraftAnswers({ draft, facts, survey, asOf, level }: DraftContext): DraftAnswers {
  const isActive = computed(() => !isIdle(draft.value))
  const except = computed(() => draft.value.zone)
  const make = (zone: string | null): DistrictAround | null => {
    const answered = survey()
    return answered && new DistrictAround({ facts: facts(), survey: answered, asOf: asOf(), except: zone })
  }
  const around = computed(() => (isActive.value ? make(except.value) : null))
  const policyOf = computed(() => policiesOf(facts(), null))
  const preview = rememberedPreview(draft, around)
  const left = factsLeft(draft, facts)
  /** a buffer or ring round a zone does not replace it */
  const replaced = computed(() =>
    draft.value.tool === 'ring' || draft.value.tool === 'buffer' ? null : except.value,
  )
  const gauge = computed(() => {
    if (!isActive.value) return null
    const question = { asOf: asOf(), policyOf: policyOf.value, level: level(), except: replaced.value }
    return new Gauge(left.value, question)
  })
  const ground = computed(() => preview.value.ground)
  const figures = computed(() => (ground.value && gauge.value ? gauge.value.measure(ground.value) : null))
  const settled = computed(() => {
    const { tool, held, stroke, work } = draft.value
    if (stroke || (tool === 'polygon' && work.line.length > 0)) return null
    return held && verticesIn(ground.value) > LIVE_VERTICES ? null : ground.value
  })
  const faults = computed(() => {
    if (!settled.value) return []
    const question = { asOf: asOf(), policyOf: policyOf.value, level: level(), except: replaced.value }
    return draftFaults(left.value, settled.value, question)
  })
  return { make, around, preview, figures, faults }
}

/** The facts without a zone that is to be merged: it is no longer in the way, and its cases are those of the zone it joins. */
function factsLeft(draft: DraftContext['draft'], facts: () => Facts): ComputedRef<Facts> {
  const joining = computed(() => (draft.value.tool === 'merge' ? draft.value.work.other : null))
  return computed(() => {
    const all = facts()
    const { zone } = draft.value
    if (joining.value === null || zone === null) return all
    const { values } = all.cases.zone
    const named = values.map((id) => (id === joining.value ? zone : id))
    const cases = { ...all.cases, zone: { ...all.cases.zone, values: named } }
    return { ...all, cases, zones: all.zones.filter(({ id }) => id !== joining.value) }
  })
}

function verticesIn(ground: DraftGround | null): number {
  if (ground?.kind !== 'drawn') return 0
  return ground.shape.flat().reduce((sum, ring) => sum + ring.length / 2, 0)
}

/** The pointer changes the preview of a polygon and of a line drawn freehand, and of no other tool. */
function rememberedPreview(
  draft: DraftContext['draft'],
  around: ComputedRef<DistrictAround | null>,
): ComputedRef<Preview> {
  let last: { readonly key: readonly unknown[]; readonly preview: Preview } | null = null
  return computed(() => {
    const { tool, work, zone, source, metres, pointer, stroke } = draft.value
    if (!around.value) return NOTHING
    const follows = tool === 'polygon' || tool === 'freehand'
    const key = [tool, work, zone, source, metres, around.value, follows && pointer, follows && stroke]
    if (last && key.every((part, i) => part === last!.key[i])) return last.preview
    last = { key, preview: previewOf(draft.value, around.value) }
    return last.preview
  })
}
