import { lineOf } from '../../drafting/drawn-line'
import type { PlaceKind } from '../../facts'
import { sharedAreaM2 } from '../../geometry/overlay/shared-area'
import { areaM2 } from '../../geometry/rings/area'
import type { Shape } from '../../geometry/rings/shape'
import type { Hierarchy } from '../../places/hierarchy'
import { byCode } from '../../places/tree'
import type { ZoneGround } from '../ground/ground'
import type { Delimit, Level } from '../policy/policy'
import type { NoteBook } from './notes'
import { outlineOf, type Piece, together } from './pieces'
import type { Because, LeftAlone } from './scheme'
import { kindOfUnit } from './units'

export interface Drawn {
  readonly level: Level
  readonly pieces: readonly Piece[]
  readonly outline: Shape
  readonly remainder: boolean
}

/** The scheme while it is drawn: strict levels first, so that weaker ones can leave out what is theirs. */
export class Plan {
  readonly drawn: Drawn[] = []
  readonly leftAlone: LeftAlone[] = []
  readonly byHand: Level[] = []

  constructor(
    readonly hierarchy: Hierarchy,
    readonly standing: readonly ZoneGround[],
  ) {}

  leaveToPeople(level: Level): void {
    this.byHand.push(level)
  }

  put(level: Level, pieces: readonly Piece[]): void {
    const open = pieces.filter((piece) => !this.isTaken(level, piece))
    for (const group of together(withoutParts(this.hierarchy, open)))
      this.drawn.push({ level, pieces: group, outline: outlineOf(group), remainder: false })
  }

  linesOf(level: string): readonly { readonly shape: Shape; readonly members: readonly string[] }[] {
    const own = this.drawn
      .filter((one) => one.level.id === level)
      .map(({ outline, pieces }) => ({ shape: outline, members: codesOf(pieces) }))
    const left = new Set(this.leftAlone.map(({ zone }) => zone))
    const theirs = this.standing
      .filter((zone) => zone.level === level && left.has(zone.id))
      .map(({ outline, members }) => ({ shape: outline, members }))
    return [...own, ...theirs]
  }

  /** In a zone in force at least as strict, or in one of this scheme. */
  private isTaken(level: Level, { code, shape, because }: Piece): boolean {
    const line = code === null ? [] : [code, ...this.hierarchy.ancestorsOf(code)]
    const zone = this.standing.find(
      (one) => one.rank >= level.rank && one.rank > 0 && holdsWhole(one, line, shape),
    )
    if (zone) {
      this.leftAlone.push({ place: code ?? because.place, zone: zone.id, level: zone.level, because })
      return true
    }
    if (code === null) return false
    return this.drawn.some(
      (one) => one.level.rank > level.rank && codesOf(one.pieces).some((member) => line.includes(member)),
    )
  }

  remainder(level: Level, delimit: Extract<Delimit, { type: 'remainder' }>, notes: NoteBook): void {
    const because: Because = { rule: `levels.${level.id}.delimit`, case: null, exposure: null, place: null }
    const siblings = new Set(delimit.minus)
    const any =
      this.drawn.some((one) => siblings.has(one.level.id)) ||
      this.leftAlone.some((one) => siblings.has(one.level))
    if (!any) return
    const codes = this.wholes(kindOfUnit(delimit.within))
    if (codes.length === 0) {
      notes.add({ code: 'no-district', level: level.id, because, zone: null })
      return
    }
    const pieces = codes.map((code): Piece => {
      const shape = this.hierarchy.shapeOf(code) ?? []
      return { code, shape, because: { ...because, place: code } }
    })
    this.drawn.push({ level, pieces, outline: outlineOf(pieces), remainder: true })
  }

  /** The units of that kind in which something is drawn or left alone; of a county the district itself. */
  private wholes(kind: PlaceKind): readonly string[] {
    if (kind === 'district') return this.hierarchy.tops.filter((code) => this.hierarchy.shapeOf(code))
    const touched = [
      ...this.drawn.flatMap(({ pieces }) => codesOf(pieces)),
      ...this.leftAlone.flatMap(({ place }) => place ?? []),
    ]
    const codes = touched.flatMap((code) => this.hierarchy.upTo(kind, code) ?? [])
    return [...new Set(codes)].sort(byCode)
  }
}

export function codesOf(pieces: readonly Piece[]): string[] {
  return [...new Set(pieces.flatMap(({ code }) => (code === null ? [] : [code])))].sort(byCode)
}

/** Units inside other units of the same rule go into them. */
function withoutParts(hierarchy: Hierarchy, pieces: readonly Piece[]): Piece[] {
  const codes = new Set(codesOf(pieces))
  return pieces.map((piece) => {
    const outer =
      piece.code === null ? undefined : hierarchy.ancestorsOf(piece.code).findLast((one) => codes.has(one))
    return outer === undefined ? piece : { ...piece, code: outer, shape: hierarchy.shapeOf(outer) ?? [] }
  })
}

/** Units belong whole to zones of members; everything else goes by ground. */
function holdsWhole({ members, outline }: ZoneGround, line: readonly string[], shape: Shape): boolean {
  if (members.length > 0 && line.length > 0) return line.some((code) => members.includes(code))
  const area = areaM2(shape)
  return area > 0 && sharedAreaM2(lineOf(shape), lineOf(outline)) > area * (1 - 1e-6)
}
