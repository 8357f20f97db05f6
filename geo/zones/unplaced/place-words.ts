import type { Hierarchy } from '../../places/hierarchy'
import { namesOf } from '../../places/names'

/** Reads a text as a place, within a town where one is given; what means several or none stays as it was written. */
export type PlaceReader = (text: string, town: string | null) => string

/** A code as it is; else the one place meant, in the town where one is given that is known; else the text. */
export function placeReader(hierarchy: Hierarchy): PlaceReader {
  const read = new Map<string, string>()
  return (text, town) => {
    if (hierarchy.place(text) || hierarchy.codes.length === 0) return text
    const key = `${town ?? ''}\n${text}`
    let code = read.get(key)
    if (code === undefined) {
      const codes = codesMeant(hierarchy, text, town)
      read.set(key, (code = codes.length === 1 ? codes[0]! : text))
    }
    return code
  }
}

/** Codes of the places that a text may mean, within the town where one is given that is known. */
export function codesMeant(hierarchy: Hierarchy, text: string, town: string | null): readonly string[] {
  const names = namesOf(hierarchy)
  return names.find(text, town === null ? null : onePlace(hierarchy, town))?.codes ?? []
}

/** The one place that a text means; null where it means none or several. */
export function onePlace(hierarchy: Hierarchy, text: string): string | null {
  const codes = hierarchy.place(text) ? [text] : (namesOf(hierarchy).find(text)?.codes ?? [])
  return codes.length === 1 ? codes[0]! : null
}
