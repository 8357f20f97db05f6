import {
  contains,
  type Facts,
  hierarchyOf,
  type Position,
  representativePoint,
  type Survey,
  type SurveyZone,
} from '#geo'
import type { CaseFields } from './hand-form'

/** What lies around a place or position: names from the inside out, zones from strict to loose, people of the place. */
export interface GroundLine {
  readonly names: readonly string[]
  readonly zones: readonly SurveyZone[]
  readonly people: number | null
}

/** Of a place whose ground is not drawn, the zones that name it or what it lies in. */
export function groundOf(
  { code, position }: NonNullable<CaseFields['place']>,
  facts: Pick<Facts, 'places' | 'zones'>,
  survey: Survey | null,
): GroundLine {
  const hierarchy = hierarchyOf(facts.places)
  const line = code === null ? [] : [code, ...hierarchy.ancestorsOf(code)]
  const around = line.flatMap((one) => hierarchy.place(one) ?? []).filter(({ kind }) => kind !== 'district')
  const at = position ?? middleOf(code === null ? null : hierarchy.shapeOf(code))
  const zones = (survey?.zones ?? [])
    .filter(({ id, outline }) => namesOneOf(facts, id, line) || (at !== null && contains(outline, at)))
    .sort((a, b) => b.rank - a.rank || (a.id < b.id ? -1 : 1))
  const [place] = around
  return {
    names: around.map(({ name }) => name),
    zones,
    people: code === null ? null : (place?.people ?? null),
  }
}

const middleOf = (shape: Parameters<typeof representativePoint>[0] | null): Position | null =>
  shape === null ? null : (representativePoint(shape) ?? null)

/** Whether the last stay of a zone has one of the codes as member. */
function namesOneOf({ zones }: Pick<Facts, 'zones'>, id: string, codes: readonly string[]): boolean {
  const members = zones.findLast((one) => one.id === id)?.members ?? []
  return codes.some((code) => members.includes(code))
}
