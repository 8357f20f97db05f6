import {
  contains,
  type Facts,
  hierarchyOf,
  overlapAreaM2,
  type Shape,
  type Survey,
  type SurveyZone,
} from '#geo'
import { strictestFirst } from '../../ui/levels'
import type { CaseFields } from './forms/hand-form'

/** What lies around a place or position: names from the inside out, zones from strict to loose, people of the place. */
export interface GroundLine {
  readonly names: readonly string[]
  readonly zones: readonly SurveyZone[]
  readonly people: number | null
}

/** The zones that hold it, cut it or have a part of it: by members, and by ground where it is drawn. */
export function groundOf(
  { code, position }: NonNullable<CaseFields['place']>,
  facts: Pick<Facts, 'places' | 'zones'>,
  survey: Survey | null,
): GroundLine {
  const hierarchy = hierarchyOf(facts.places)
  const line = code === null ? [] : [code, ...hierarchy.ancestorsOf(code)]
  const around = line.flatMap((one) => hierarchy.place(one) ?? []).filter(({ kind }) => kind !== 'district')
  const shape = code === null ? null : hierarchy.shapeOf(code)
  const isPart = (member: string): boolean => code !== null && hierarchy.ancestorsOf(member).includes(code)
  const zones = strictestFirst(
    (survey?.zones ?? []).filter(
      ({ id, outline }) =>
        membersOf(facts, id).some((member) => line.includes(member) || isPart(member)) ||
        (position !== null && contains(outline, position)) ||
        (shape !== null && cuts(outline, shape)),
    ),
  )
  const [place] = around
  return {
    names: around.map(({ name }) => name),
    zones,
    people: code === null ? null : (place?.people ?? null),
  }
}

/** Ground of another that is less is its border, drawn twice, m². */
const BORDER = 100

const cuts = (outline: Shape, shape: Shape): boolean => overlapAreaM2(outline, shape) > BORDER

/** Members of the last stay of a zone. */
const membersOf = ({ zones }: Pick<Facts, 'zones'>, id: string): readonly string[] =>
  zones.findLast((one) => one.id === id)?.members ?? []
