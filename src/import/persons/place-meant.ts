import { codesMeant, type Facts, type Hierarchy, hierarchyOf } from '#geo'
import type { PlaceMeant } from '../../log/identity/person-rows'

/** What a name of a place means: one code, else the name as it is written. */
export function placeMeant(hierarchy: Hierarchy): PlaceMeant {
  const meant = new Map<string, string>()
  return (place, town) => {
    const text = `${place}\n${town ?? ''}`
    let found = meant.get(text)
    if (found === undefined) {
      const codes = hierarchy.place(place) ? [place] : codesMeant(hierarchy, place, town)
      meant.set(text, (found = codes.length === 1 ? codes[0]! : place))
    }
    return found
  }
}

/** The same by the places that a log holds; they are put in order when the first name is asked. */
export function placeMeantIn(existing: Pick<Facts, 'places'> | null): PlaceMeant {
  let meant: PlaceMeant | null = null
  return (place, town) => (meant ??= placeMeant(hierarchyOf(existing?.places ?? [])))(place, town)
}
