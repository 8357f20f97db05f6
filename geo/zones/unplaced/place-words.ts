import type { Hierarchy } from '../../places/hierarchy'
import { namesOf } from '../../places/names'

/** Reads a text as a place, within a town where one is given; what means several or none stays as it was written. */
export type PlaceReader = (text: string, town: string | null) => string

/** A code as it is; else the one place meant, in the town where one is given that is known; else the text. */
export function placeReader(hierarchy: Hierarchy): PlaceReader {
  const read = new Map<string, string>()
  return (text, town) => {
    if (hierarchy.codes.length === 0 || (hierarchy.place(text) && town === null)) return text
    const key = `${town ?? ''}\n${text}`
    let code = read.get(key)
    if (code === undefined) {
      const codes = hierarchy.place(text)
        ? turnedRound(hierarchy, text, town!)
        : codesMeant(hierarchy, text, town)
      read.set(key, (code = codes.length === 1 ? codes[0]! : text))
    }
    return code
  }
}

/** Whether a text begins with what stands for a name that is not kept: it means nothing, however others look like it. */
export const isTakenOut = (text: string): boolean => text.startsWith('＊')

/**
 * Codes of the places that a text may mean, within the town where one is given that is known. Where the two columns are the
 * wrong way round, the village under town and its town under place, the village is meant.
 */
export function codesMeant(hierarchy: Hierarchy, text: string, town: string | null): readonly string[] {
  if (isTakenOut(text)) return []
  const within = town === null ? null : onePlace(hierarchy, town)
  const found = namesOf(hierarchy).find(text, within)?.codes ?? []
  if (town === null || found.some((code) => hierarchy.place(code)!.kind !== 'town')) return found
  const turned = turnedRound(hierarchy, text, town)
  return turned.length > 0 ? turned : found
}

/** The places that the town column means and that lie in the one town that the place column means. */
function turnedRound(hierarchy: Hierarchy, text: string, town: string): readonly string[] {
  const around = onePlace(hierarchy, text)
  if (around === null || hierarchy.place(around)!.kind !== 'town') return []
  const codes = hierarchy.place(town) ? [town] : (namesOf(hierarchy).find(town, around)?.codes ?? [])
  return codes.filter((code) => hierarchy.ancestorsOf(code).includes(around))
}

/** The one place that a text means; null where it means none or several. */
export function onePlace(hierarchy: Hierarchy, text: string): string | null {
  const codes = hierarchy.place(text) ? [text] : (namesOf(hierarchy).find(text)?.codes ?? [])
  return codes.length === 1 ? codes[0]! : null
}
