import { type ComputedRef, computed, type ShallowRef } from 'vue'
import { formatLength } from '../../../i18n/measures'
import type { Draft } from '../../../map/drawing/draft'
import { sceneOfDraft } from '../../../map/drawing/draw-scene'
import { type DrawingScene, EMPTY_SCENE } from '../../../map/drawing/scene'
import { candidateOf } from '../../../map/drawing/step-places'
import { pointerNote, type WordFacts } from './draft-words'
import type { DraftAnswers } from './use-draft-answers'

/** Places of one fault that are marked: a hundred crossings of one line say no more. */
const MARKED = 50

/** What is painted of a drawing now. */
export function useDraftScene(
  draft: Readonly<ShallowRef<Draft>>,
  { around, preview, figures, faults }: DraftAnswers,
  words: ComputedRef<WordFacts>,
): ComputedRef<DrawingScene> {
  const code = computed(() =>
    around.value && !draft.value.finishing && !draft.value.stroke
      ? candidateOf(draft.value, around.value)
      : null,
  )
  const candidate = computed(() => {
    if (code.value === null || !around.value) return null
    const { tool, work } = draft.value
    const isIn = work.ground?.kind === 'members' && around.value.holds(work.ground.codes, code.value)
    const shape = tool === 'merge' ? around.value.zoneShape(code.value) : around.value.placeShape(code.value)
    return { code: code.value, isIn, shape }
  })
  const marks = computed(() =>
    faults.value.flatMap(({ at, weight }, i) =>
      at.slice(0, MARKED).map((place) => ({ at: place, number: i + 1, refuses: weight === 'repair' })),
    ),
  )
  return computed(() => {
    if (!around.value) return EMPTY_SCENE
    const shown = { figures: figures.value, candidate: candidate.value }
    return sceneOfDraft(draft.value, {
      ...shown,
      grounds: around.value,
      preview: preview.value,
      note: pointerNote({ ...words.value, ...shown, draft: draft.value }),
      faults: marks.value,
      lengthText: formatLength,
      partText: (n) => words.value.t('drawing.sheet.partOf', { n }),
    })
  })
}
