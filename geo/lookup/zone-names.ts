import { LikeNames } from '../places/likeness'
import { lettersOf, plainName } from '../places/spelling'
import type { ZoneGround } from '../zones/ground/ground'

/** What the zones in force are called: their id, their name, and what the screens print. */
export class ZoneNames {
  private readonly called = new Map<string, Set<ZoneGround>>()
  private likes: LikeNames | null = null

  /** @param zones the strictest first @param printed what each is called on the screens beside its id and name */
  constructor(
    zones: readonly ZoneGround[],
    private readonly printed: ReadonlyMap<string, readonly string[]> | undefined,
  ) {
    for (const zone of zones)
      for (const name of this.namesOf(zone)) {
        const plain = plainName(name)
        this.called.set(plain, (this.called.get(plain) ?? new Set()).add(zone))
      }
  }

  private namesOf({ id, stay }: ZoneGround): readonly string[] {
    return [id, stay.name, ...(this.printed?.get(id) ?? [])]
  }

  /**
   * The zones that a text names, the strictest first. Where one is called so letter by letter, none that only compares
   * alike: 封1区 beside 封01区.
   */
  of(text: string): readonly ZoneGround[] {
    const plain = plainName(text)
    const zones = plain === '' ? [] : [...(this.called.get(plain) ?? [])]
    const letters = lettersOf(text)
    const written = zones.filter((zone) => this.namesOf(zone).some((name) => lettersOf(name) === letters))
    return written.length > 0 ? written : zones
  }

  /** Zones whose id, name or code goes on from a text, or looks like it where that is asked. */
  like(text: string, mayBeMistyped: boolean): readonly ZoneGround[] {
    const plain = plainName(text)
    if ([...plain].length < 2) return []
    const longer = [...this.called.keys()].filter((name) => name.includes(plain))
    const alike = longer.length === 0 && mayBeMistyped ? this.likesOf().of(plain) : []
    const names = [...longer, ...alike.map(({ name }) => name)]
    return [...new Set(names.flatMap((name) => [...this.called.get(name)!]))]
  }

  private likesOf(): LikeNames {
    return (this.likes ??= new LikeNames([...this.called.keys()]))
  }
}
