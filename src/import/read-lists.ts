import { BUILT_IN_POLICIES, dayOf, type Facts, type Instant, type PackDescription, resolvePolicy } from '#geo'
import { partsIn } from '../formats/parts'
import { openingOf } from '../log/fold/opening'
import { placesOf, placesTogether } from './across'
import type { Asking, Unlisted, UnstatedFrame } from './files/file-read'
import type { PackFile } from './files/pack-files'
import { type ListPackFile, readFile } from './files/read-file'
import { inFramesShown } from './frames/frame-evidence'
import { withParentCodes } from './headers/parents-named'
import type { ListFile } from './list-file'
import type { Pace } from './pace'
import { withKeptPlaces } from './places/kept-places'
import { withTaught } from './places/names-taught'
import { withOneMeant } from './places/one-meant'
import type { Problem } from './problem'
import { editionsInForce } from './proposal'
import { askOf } from './questions/ask'
import type { Cutoff } from './questions/cutoff'
import type { Answering, Question } from './questions/question'
import { withoutSame } from './questions/same-list'
import type { RecipeMade } from './recipes/deciding'
import { withoutSameRows } from './same-rows'

/** What files list, with what a person has to say first. */
export interface ListsRead {
  readonly lists: readonly ListFile[]
  readonly unlisted: readonly Unlisted[]
  readonly problems: readonly Problem[]
  readonly questions: readonly Question[]
  readonly cutoff: Cutoff | null
  readonly recipes: readonly RecipeMade[]
}

interface ReadingContext {
  readonly pack: PackDescription
  /** false where the frame of the pack is only what is usual */
  readonly isFrameStated: boolean
  readonly existing: Facts | null
  /** rule documents of the files, of the log and built in */
  readonly rules: readonly unknown[]
  readonly answering: Answering
  readonly clock: Instant | null
  readonly pace: Pace
}

/** Reads files as the lists that they are, those that lack something with what was answered, each in its frame. */
export async function readLists(files: readonly PackFile[], context: ReadingContext): Promise<ListsRead> {
  const { pack, isFrameStated, existing, rules, answering, clock, pace } = context
  const read: ListFile[] = []
  const unstated: UnstatedFrame[] = []
  const unlisted: Unlisted[] = []
  const problems: Problem[] = []
  const askings: Asking[] = []
  const recipes: RecipeMade[] = []
  const deciding = { ...answering, day: clock === null ? null : dayOf(pack.timezone, clock) }
  const waiting = files.filter((file): file is ListPackFile => file.role === 'list')
  const { timezone: zone, frame } = pack
  pace.expect(waiting.map((file) => partsIn(file).size))
  for (const [done, file] of waiting.entries()) {
    await pace.file(done, file.path)
    const found = await readFile(file, { zone, frame, isFrameStated, deciding, pace })
    for (const list of found.lists) read.push(list)
    for (const one of found.unstated) unstated.push(one)
    for (const one of found.unlisted) unlisted.push(one)
    for (const problem of found.problems) problems.push(problem)
    for (const one of found.asking) askings.push(one)
    for (const one of found.recipes) recipes.push(one)
  }
  const followed = pack.policy === null ? null : resolvePolicy(pack.policy, rules).policy
  const editions = (cutoff: Cutoff | null): string[] => {
    const day = cutoff?.at.slice(0, 10) ?? null
    const inForce = day === null ? [] : editionsInForce(rules, { day, places: null }).map(({ id }) => id)
    const others = BUILT_IN_POLICIES.map((one) => (one as { readonly id: string }).id)
    return [...(pack.policy === null ? [] : [pack.policy]), ...inForce, ...(day === null ? others : [])]
  }
  const asked = askOf(askings, read, {
    ...answering,
    ...{ zone: pack.timezone, clock, existing, followed, editions, documents: rules },
    asOf: asOfHeld(existing, clock),
  })
  const again = new Map(read.map((list) => [list, asked.read.get(list) ?? null]))
  for (const found of asked.read.values()) {
    for (const one of found.unlisted) unlisted.push(one)
    for (const problem of found.problems) problems.push(problem)
  }
  const framed = await inFramesShown(
    read.flatMap((list) => again.get(list)?.lists ?? [list]),
    {
      unstated: unstated.flatMap((one) => again.get(one.list)?.unstated ?? [one]),
      existing,
    },
  )
  await pace.file(waiting.length, '')
  pace.across(0)
  const atHand = [...(existing?.places ?? []), ...placesOf(framed)]
  const coded = withoutSameRows(withParentCodes(framed, atHand))
  const places = withTaught(placesTogether(coded, existing), answering.answers)
  pace.across(0.1)
  const placed = withOneMeant(
    withKeptPlaces(coded, places, (share) => pace.across(0.1 + 0.4 * share)),
    places,
    answering.answers,
  )
  pace.across(0.5)
  const { lists, questions } = withoutSame(placed, { places, answering })
  return {
    ...{ lists, unlisted, problems, recipes },
    questions: [...asked.questions, ...questions],
    cutoff: asked.cutoff,
  }
}

/** The day that the log is looked at; null where it holds nothing dated, or nobody tells the time. */
function asOfHeld(existing: Facts | null, clock: Instant | null): string | null {
  if (existing === null || clock === null) return null
  const { code, at } = openingOf(existing, clock)
  if (existing.pack.asOf !== null && code !== null) return existing.pack.asOf
  return code === null && existing.places.length + existing.cases.length === 0
    ? null
    : dayOf(existing.pack.timezone, code === null ? at : at - 1)
}
