import { type MapPicture, stack } from './compose'
import { LAYERS } from './layers'
import type { MapFacts, MapPart, MapTarget, MapViewState } from './part'

type PartMaker = (facts: MapFacts, view: MapViewState) => MapPart

/** Something a part asked while it was made: true as long as the answer is the one it got. */
type Read = (facts: MapFacts, view: MapViewState) => boolean

const sameTarget = (a: MapTarget | null, b: MapTarget | null): boolean =>
  a === b || (a !== null && b !== null && a.kind === b.kind && a.id === b.id)

/** `from` as it is, each name that is asked of it noted the first time. */
function noting<T extends object>(from: T, note: (name: keyof T, value: unknown) => unknown): T {
  const seen = new Map<PropertyKey, unknown>()
  return new Proxy(from, {
    get(target, name) {
      if (!seen.has(name)) seen.set(name, note(name as keyof T, target[name as keyof T]))
      return seen.get(name)
    },
  })
}

/** Facts and view that note what is asked of them; of the selection and the hidden layers only what is asked of those. */
function watched(facts: MapFacts, view: MapViewState): { seen: [MapFacts, MapViewState]; reads: Read[] } {
  const reads: Read[] = []
  const selection = noting(view.selection, (name, value) => {
    reads.push((_, now) => sameTarget(now.selection[name], value as MapTarget | null))
    return value
  })
  const hidden = {
    has: (group: Parameters<MapViewState['hidden']['has']>[0]): boolean => {
      const was = view.hidden.has(group)
      reads.push((_, now) => now.hidden.has(group) === was)
      return was
    },
  } as MapViewState['hidden']
  const seenView = noting(view, (name, value) => {
    if (name === 'selection') return selection
    if (name === 'hidden') return hidden
    reads.push((_, now) => Object.is(now[name], value))
    return value
  })
  const seenFacts = noting(facts, (name, value) => {
    reads.push((now) => Object.is(now[name], value))
    return value
  })
  return { seen: [seenFacts, seenView], reads }
}

/** The part as it was made last, as long as all that it asked then is still so. */
export function keptPart(make: PartMaker): PartMaker {
  let last: { readonly part: MapPart; readonly reads: readonly Read[] } | null = null
  return (facts, view) => {
    if (last?.reads.every((isStill) => isStill(facts, view))) return last.part
    const { seen, reads } = watched(facts, view)
    const part = make(...seen)
    last = { part, reads }
    return part
  }
}

const LISTS = ['labels', 'obstacles', 'legend', 'stops'] as const

/**
 * Pictures one after the other: a part is made anew only where something it asked has changed, and a list of the picture
 * is the same object as long as all parts have theirs. Each is what `pictureOf` makes.
 */
export function keptPictures(): (facts: MapFacts, view: MapViewState) => MapPicture {
  const makers = LAYERS.map(({ part }) => keptPart(part))
  let last: { readonly parts: readonly MapPart[]; readonly picture: MapPicture } | null = null
  return (facts, view) => {
    const parts = makers.map((make) => make(facts, view))
    if (last?.parts.every((part, i) => part === parts[i])) return last.picture
    const before = last
    const kept = before
      ? LISTS.filter((name) => before.parts.every((part, i) => part[name] === parts[i]![name]))
      : []
    const picture = {
      ...stack(parts),
      ...Object.fromEntries(kept.map((name) => [name, before!.picture[name]])),
    }
    last = { parts, picture }
    return picture
  }
}
