import { codesMeant, contains, type Facts, hierarchyOf, isOnMainland, type Place, type Shape } from '#geo'
import type { SourceRow } from '../../log/rows/columns'
import { placesOf } from '../across'
import type { UnstatedFrame } from '../files/file-read'
import type { ListFile } from '../list-file'
import { aProblem, type Problem } from '../problem'
import type { Frame } from './frame'
import { frameNamed } from './frames'

/** Frames that positions may be in of which nobody says it; a later one has to prove itself against the earlier. */
const FRAMES = ['wgs84', 'gcj02', 'bd09'] as const

/** From so many places on, and so many times the places of the earlier frame, a frame is taken without a question. */
const ENOUGH = 5
const MARGIN = 2
/** Different pairs of place and position that are looked at. */
const LOOKED_AT = 2_000

/** In how many places that the rows name their positions lie, read in each frame. */
interface Evidence {
  readonly named: number
  readonly inside: ReadonlyMap<Frame, number>
}

/** The lists, each in the frame that its rows prove where nobody states one; places are read as they are. */
export async function inFramesShown(
  lists: readonly ListFile[],
  { unstated, existing }: { readonly unstated: readonly UnstatedFrame[]; readonly existing: Facts | null },
): Promise<readonly ListFile[]> {
  if (unstated.length === 0) return lists
  const places = [...(existing?.places ?? []), ...placesOf(lists)]
  const shown = new Map<ListFile, ListFile>()
  for (const one of unstated) {
    const isOfPlaces = one.list.kind.list === 'places'
    const { list, problems } = isOfPlaces ? asAssumed(one) : await inFrameShown(one, places)
    shown.set(one.list, { ...list, problems: [...problems, ...list.problems] })
  }
  return lists.map((list) => shown.get(list) ?? list)
}

interface Framed {
  readonly list: ListFile
  readonly problems: readonly Problem[]
}

/** The list as it was read, and how many of its positions would lie elsewhere in the frame of a map service. */
function asAssumed({ list, frame, isUsual }: UnstatedFrame): Framed {
  if (isUsual) return { list, problems: [] }
  const count = list.taken.flatMap(({ values }) => (isShifted(values) ? [null] : [])).length
  if (count === 0) return { list, problems: [] }
  const detail = { count, areaM2: null, pairs: [] }
  return { list, problems: [aProblem(list.path, 'frame-assumed', { seen: frame, detail })] }
}

/** Whether a row lies on the mainland, where maps are shifted. */
function isShifted({ lng, lat, shape, line }: SourceRow['values']): boolean {
  if (typeof lng === 'number' && typeof lat === 'number') return isOnMainland(lng, lat)
  const first = firstOf(shape ?? line)
  return first !== null && isOnMainland(first[0], first[1])
}

/** The first vertex of a shape or line. */
function firstOf(ground: unknown): readonly [number, number] | null {
  if (ground instanceof Float64Array) return ground.length > 1 ? [ground[0]!, ground[1]!] : null
  return Array.isArray(ground) && ground.length > 0 ? firstOf(ground[0]) : null
}

/**
 * The list in the frame that its own rows prove: the one in which positions lie in the village or compound that the row
 * names, from five such places and twice as many as in an earlier frame. Less than that is told and changes nothing.
 */
async function inFrameShown(one: UnstatedFrame, places: readonly Place[]): Promise<Framed> {
  const { list, frame, readAs } = one
  const frames = await Promise.all([...new Set([frame, ...FRAMES])].map(frameNamed))
  const evidence = evidenceIn(list, {
    places,
    frames: frames.filter((one) => one !== null),
  })
  const [plain] = evidence.inside.keys()
  if (!plain || evidence.named === 0) return asAssumed(one)
  const best = [...evidence.inside].reduce((earlier, later) =>
    later[1] > earlier[1] && later[1] >= MARGIN * earlier[1] ? later : earlier,
  )
  if (best[0] === plain) {
    const held = { seen: plain.name, suggestion: countsOf(evidence) }
    return { list, problems: [aProblem(list.path, 'frame-held', held)] }
  }
  const said = { seen: best[0].name, suggestion: countsOf(evidence) }
  if (best[1] < ENOUGH) return { list, problems: [aProblem(list.path, 'frame-unsure', said)] }
  return { list: readAs(best[0]), problems: [aProblem(list.path, 'frame-shown', said)] }
}

const countsOf = ({ named, inside }: Evidence): string =>
  [...inside].map(([{ name }, count]) => `${name} ${count}/${named}`).join(' · ')

function evidenceIn(
  list: ListFile,
  { places, frames }: { readonly places: readonly Place[]; readonly frames: readonly Frame[] },
): Evidence {
  const grounds = groundsNamed(list, places)
  return {
    named: grounds.length,
    inside: new Map(
      frames.map((frame) => [
        frame,
        grounds.filter(({ shape, lng, lat }) => {
          const position = frame.toWgs84(lng, lat)
          return position !== null && contains(shape, position)
        }).length,
      ]),
    ),
  }
}

interface Named {
  readonly shape: Shape
  readonly lng: number
  readonly lat: number
}

/** The positions on the mainland, where maps are shifted, whose row names one place no larger than a village. */
function groundsNamed({ taken }: ListFile, places: readonly Place[]): Named[] {
  const hierarchy = hierarchyOf(places)
  const found = new Map<string, Named>()
  for (const { values } of taken) {
    const { lng, lat, place, town } = values
    if (typeof lng !== 'number' || typeof lat !== 'number' || typeof place !== 'string') continue
    const key = `${place}\n${lng}\n${lat}`
    if (found.has(key) || found.size >= LOOKED_AT || !isOnMainland(lng, lat)) continue
    const codes = hierarchy.place(place)
      ? [place]
      : codesMeant(hierarchy, place, typeof town === 'string' ? town : null)
    const [code] = codes
    if (codes.length !== 1 || LARGE.has(hierarchy.place(code!)!.kind)) continue
    const shape = hierarchy.shapeOf(code!)
    if (shape && shape.length > 0) found.set(key, { shape, lng, lat })
  }
  return [...found.values()]
}

/** A shift of half a kilometre seldom leaves these. */
const LARGE: ReadonlySet<string> = new Set(['district', 'town'])
