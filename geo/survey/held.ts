import type { SurveyHeld, TransitionAnswer, ZoneAnswer } from '../answers'
import { decisiveOf, isUnplaced, missingOf, settlesItself, waitsForOthers } from './lowering'

/**
 * Zones whose deciding lowering unplaced rows hold: by a leaf of their own, or because they wait for zones that are held,
 * for no other ones, and for nobody else to do anything.
 */
export function heldZones(answers: readonly ZoneAnswer[]): ReadonlyMap<string, SurveyHeld> {
  const held = new Map<string, SurveyHeld>()
  const waiting = new Map<string, { readonly decisive: TransitionAnswer; readonly others: string[] }>()
  for (const { id, transitions } of answers) {
    const decisive = decisiveOf(transitions)
    if (!decisive) continue
    const missing = missingOf(decisive.conditions)
    if (missing.some(isUnplaced)) held.set(id, { own: true, through: [], ...onceOf(decisive) })
    const others = missing.filter(waitsForOthers).flatMap(({ figures }) => namesIn(figures.zones))
    if (others.length > 0 && missing.every(settlesItself)) waiting.set(id, { decisive, others })
  }
  for (let before = -1; before < held.size; ) {
    before = held.size
    for (const [id, { decisive, others }] of waiting)
      if (!held.has(id) && others.every((other) => held.has(other)))
        held.set(id, { own: false, through: others, ...onceOf(decisive) })
  }
  return held
}

/** Where nothing else is open the hour approved, or the date of the rule itself; else that of everything done now. */
function onceOf({
  conditions,
  oncePlacedAt,
  ifDone,
  approval,
  to,
}: TransitionAnswer): Pick<SurveyHeld, 'oncePlacedAt' | 'lists' | 'to'> {
  const missing = missingOf(conditions)
  const others = missing.filter((one) => !isUnplaced(one))
  if (others.length === 0 && approval?.takesEffectAt)
    return { oncePlacedAt: approval.takesEffectAt, lists: false, to }
  const lists = missing.some((one) => isUnplaced(one) && 'listUntil' in one.figures)
  if (lists) return { oncePlacedAt: ifDone?.at ?? null, lists, to }
  const isTime = others.every((one) => settlesItself(one) && !waitsForOthers(one))
  return { oncePlacedAt: (isTime ? oncePlacedAt : null) ?? ifDone?.at ?? null, lists, to }
}

const namesIn = (zones: string | number | null | undefined): string[] =>
  String(zones ?? '')
    .split(' ')
    .filter(Boolean)
