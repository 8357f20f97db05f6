/** A part of the day, by the word that names it. */
type PartOfDay = 'early' | 'morning' | 'noon' | 'afternoon' | 'dusk' | 'evening' | 'night'

/** Words for parts of the day; a word that holds another stands before it. */
const WORDS: readonly (readonly [PartOfDay, RegExp])[] = [
  ['night', /[前后後上下大]?半夜|三更|深夜|午夜|子夜|夜里|夜裡|夜裏|夜间|夜間|夜晚|夜深/g],
  ['early', /凌晨|拂晓|拂曉|黎明|破晓/g],
  ['morning', /大?清早|清晨|早上|早晨|早间|一早|上午|午前|(?<![a-z])a\.?m\.?(?![a-z])|[早晨](?=\s*\d)/gi],
  ['noon', /中午|正午|晌午/g],
  ['afternoon', /下午|午后|午後|(?<![a-z])p\.?m\.?(?![a-z])/gi],
  ['dusk', /傍晚|黄昏|黃昏/g],
  ['evening', /当晚|當晚|晚上|晚间|晚間|入夜|晚(?=\s*\d)/g],
  ['night', /夜(?=\s*\d)/g],
]

interface PartsOfDay {
  readonly parts: readonly PartOfDay[]
  readonly rest: string
}

/** The parts of the day that a text names, and the text without their words. */
export function partsOfDay(text: string): PartsOfDay {
  const parts = new Set<PartOfDay>()
  let rest = text
  for (const [part, words] of WORDS)
    rest = rest.replace(words, () => {
      parts.add(part)
      return ' '
    })
  return { parts: [...parts], rest: parts.size > 0 ? rest.replace(/\(\s*\)/g, ' ') : rest }
}

/** An hour as it is written, null where none is, and whether minutes stand after it. */
interface WrittenHour {
  readonly hour: number | null
  readonly isPast: boolean
}

type Meant = number | 'open' | null

/**
 * Which of 24 hours is meant by a written one in these parts of the day: `open` where it may be of the day or of the
 * next one, null where they contradict each other or none is written.
 */
export function hourMeant(parts: readonly PartOfDay[], { hour, isPast }: WrittenHour): Meant {
  if (hour === null) return parts.includes('night') ? 'open' : null
  const meant = new Set(parts.map((part) => HOURS[part](hour, isPast)))
  return meant.size === 1 ? [...meant][0]! : 'open'
}

const NOON = 12

const HOURS: Readonly<Record<PartOfDay, (hour: number, isPast: boolean) => Meant>> = {
  early: (hour) => (hour === NOON ? 0 : hour < 9 ? hour : null),
  // by twelve in the morning people mean noon, and programs midnight
  morning: (hour, isPast) => (hour < NOON ? hour : hour > NOON ? null : isPast ? 0 : 'open'),
  noon: (hour) => (hour < 3 ? hour + NOON : hour > 9 && hour < 16 ? hour : null),
  afternoon: (hour) => (hour < NOON ? hour + NOON : hour),
  dusk: (hour) => (hour > 2 && hour < 9 ? hour + NOON : hour > 14 && hour < 21 ? hour : null),
  evening(hour, isPast) {
    if (hour === NOON) return isPast ? 'open' : 24
    if (hour > NOON) return hour > 16 ? hour : null
    return hour < 6 ? 'open' : hour + NOON
  },
  night: (hour) => (hour < 7 || hour === NOON ? 'open' : hour < NOON ? hour + NOON : hour > 16 ? hour : null),
}
