import { PlainContacts } from '../rings/plain-contacts'
import type { Line, Shape } from '../rings/shape'
import { type CrossingOfMany, crossings } from './crossings'
import { OutlineIndex } from './outline-index'
import { segmentsOf } from './segment-grid'

/**
 * The crossings of all the roads with all the outlines, by outline, then road, then along the road. Equal to asking
 * `crossings` for every pair. A road that meets an outline in inner points of edges alone passes it at each of them;
 * only the others are followed.
 */
export function crossingsOfMany(
  lines: readonly Line[],
  outlines: readonly Shape[],
): readonly CrossingOfMany[] {
  const contacts = new PlainContacts(segmentsOf(lines))
  const found: CrossingOfMany[] = []
  outlines.forEach((shape, outline) => {
    let index: OutlineIndex | null = null
    contacts.meet(shape, {
      pass: (line, position) => found.push({ position, kind: 'cross', line, outline }),
      follow: (line) => {
        index ??= new OutlineIndex(shape)
        for (const crossing of crossings(lines[line]!, index)) found.push({ ...crossing, line, outline })
      },
    })
  })
  return found
}
