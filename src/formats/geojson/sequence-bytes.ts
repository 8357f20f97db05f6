import type { Parts } from '../parts'
import type { FeatureBytes, Scanning } from './feature-bytes'
import { eachSigns } from './feature-bytes'
import { endsRecord, isSpace, SEPARATOR } from './sequence'
import { signsOf } from './signs'

const OPEN_OBJECT = 0x7b

/** Where the records of a sequence stand in its bytes. */
export type RecordBytes = Pick<FeatureBytes, 'starts' | 'ends'>

/**
 * Finds the records of a sequence without reading them: the lines of a text, or what stands behind its separators,
 * without the space around. Null where it begins with neither an object nor a separator, or holds a single line.
 */
export function sequenceBytes(parts: Parts, scanning: Scanning): RecordBytes | null {
  const { unit } = signsOf(scanning.encoding)
  const starts: number[] = []
  const ends: number[] = []
  let isSeparated: boolean | null = null
  let [begin, end] = [-1, -1]
  const close = (): void => {
    if (begin >= 0) {
      starts.push(begin)
      ends.push(end)
    }
    begin = -1
  }
  for (const { signs, from } of eachSigns(parts, scanning))
    for (let at = 0; at < signs.length; at += 1) {
      const sign = signs[at]!
      if (isSpace(sign) && begin < 0) continue
      // what is not ASCII may stand before the first one only: the mark of the encoding
      if (isSeparated === null && sign >= 0x80 && from === 0) continue
      isSeparated ??= sign === SEPARATOR
      if (starts.length === 0 && begin < 0 && sign !== SEPARATOR && sign !== OPEN_OBJECT) return null
      if (endsRecord(sign, isSeparated)) close()
      else if (!isSpace(sign)) {
        if (begin < 0) begin = from + at * unit
        end = from + (at + 1) * unit
      }
    }
  close()
  if (starts.length === 0 || (!isSeparated && starts.length < 2)) return null
  return { starts: Float64Array.from(starts), ends: Float64Array.from(ends) }
}
