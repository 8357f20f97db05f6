import type { SurveyZone } from '../answers'
import { grouped } from '../grouped'
import type { ZoneGround } from '../zones/ground/ground'
import type { Slice } from './slice'

/**
 * Printed codes: the level's prefix and the number in the id (封01 / S-01); without either, the id. Of zones that would
 * read the same, one whose id says so keeps it; the others are called by the id that their file gives them, C-01, with
 * what they would read in front where another zone reads like that id.
 */
export function printedCodes(slice: Slice): SurveyZone['code'][] {
  const { zones } = slice.attribution
  const plain = zones.map((ground) => codeOf(slice, ground, ground.level))
  const alike = grouped(plain, ({ en }) => numberOf(en))
  return zones.map((ground, at) => {
    const code = plain[at]!
    const twins = alike.get(numberOf(code.en))!.length > 1
    if (!twins || ground.id === code.en) return code
    const { id } = ground
    return alike.has(numberOf(id))
      ? { zh: `${code.zh}(${id})`, en: `${code.en} (${id})` }
      : { zh: id, en: id }
  })
}

/** S-01 and S-1 are read as one. */
const numberOf = (code: string): string => code.replace(/-0+(?=\d+$)/, '-')

function codeOf({ policyOf }: Slice, { id, stay }: ZoneGround, level: string): SurveyZone['code'] {
  const prefix = policyOf(stay)?.levels.find((one) => one.id === level)?.prefix
  const number = /\d+$/.exec(id)?.[0]
  if (number === undefined) return { zh: id, en: id }
  return {
    zh: prefix?.zh ? `${prefix.zh}${number}` : id,
    en: prefix?.en ? `${prefix.en}-${number}` : id,
  }
}
