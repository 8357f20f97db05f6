import type { Facts, ZoneStay } from '../../facts'
import { policiesOf } from './policies-of'
import type { Level, Policy } from './policy'

const plain = (text: string): string => text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()
const withoutKind = (name: string): string =>
  name.replace(/区$/u, '').replace(/(?: risk)?(?: zone| area)?$/u, '')

/** What a level may be called, the surest first: its id, its names, its names without “区” or “zone”, its letter. */
const CALLED: readonly ((level: Level) => readonly (string | undefined)[])[] = [
  ({ id }) => [id],
  ({ zh, en }) => [zh, en],
  ({ zh, en }) => [zh && withoutKind(plain(zh)), en && withoutKind(plain(en))],
  ({ prefix, en }) => [prefix?.zh, prefix?.en, en?.[0]],
]

/** The id of the level of the policy that the text is: its id, or what it is called; null where none or several are. */
export function levelNamed({ levels }: Pick<Policy, 'levels'>, text: string): string | null {
  if (levels.some(({ id }) => id === text)) return text
  const asked = plain(text)
  const readings = [asked, withoutKind(asked)]
  for (const called of CALLED)
    for (const reading of readings) {
      const found = levels.filter((level) =>
        called(level).some((name) => name !== undefined && plain(name) === reading),
      )
      if (found.length > 0) return found.length === 1 ? found[0]!.id : null
    }
  return null
}

/** The stays with their levels by id, where they were given by name in the policy that each follows. */
export function withLevelIds(
  facts: Pick<Facts, 'policies' | 'pack'>,
  stays: readonly ZoneStay[],
): readonly ZoneStay[] {
  const policyOf = policiesOf(facts as Facts)
  return stays.map((stay) => {
    const policy = policyOf(stay)
    if (!policy) return stay
    const level = levelNamed(policy, stay.level) ?? stay.level
    const came = stay.arrivedFrom
    const arrivedFrom = came === null ? null : (levelNamed(policy, came) ?? came)
    return level === stay.level && arrivedFrom === came ? stay : { ...stay, level, arrivedFrom }
  })
}
