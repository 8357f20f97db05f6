import type { Place, PlaceChange } from '../../facts'
import type { Moment } from '../../time/calendar'
import { type Hierarchy, hierarchyOf } from '../hierarchy'
import { namesOf } from '../names'
import { codeNow, formerCode } from './former-code'
import { replay } from './replay'

interface Wording {
  /** when it was written; null where nobody knows */
  readonly at: Moment | null
  /** the town within which a name is meant */
  readonly town: string | null
}

interface Changed {
  readonly changes: readonly PlaceChange[]
  readonly made: readonly PlaceChange[]
  readonly places: readonly Place[]
  readonly timezone: string
}

/** Which place, as places now are, a code or name means that was written at some time. */
export class References {
  readonly #now: Hierarchy
  /** changes through which a code goes on with other ground, in order */
  readonly #goingOn: readonly PlaceChange[]
  readonly #then = new Map<number, Hierarchy>()
  readonly #read = new Map<string, string>()

  constructor(
    private readonly rows: readonly Place[],
    private readonly changed: Changed,
  ) {
    this.#now = hierarchyOf(changed.places)
    this.#goingOn = changed.made.filter(({ kind }) => kind !== 'renamed')
  }

  read(text: string | null, wording: Wording): string | null {
    if (text === null || text === '') return text
    const period = this.#periodOf(wording.at)
    const key = `${period}\n${wording.town ?? ''}\n${text}`
    let code = this.#read.get(key)
    if (code === undefined) this.#read.set(key, (code = this.#settle(text, wording, period)))
    return code
  }

  /** How many of the changes made had been made by then; null where nobody knows when it was. */
  #periodOf(at: Moment | null): number | null {
    return at && this.changed.made.filter((change) => change.at.at <= at.at).length
  }

  #settle(text: string, wording: Wording, period: number | null): string {
    if (this.#isKnown(text)) return this.#meant(text, wording.at)
    const code = this.#named(text, wording.town, period)
    const meant = code === null ? text : this.#meant(code, wording.at)
    return meant === this.#named(text, wording.town, null) ? text : meant
  }

  #meant(code: string, at: Moment | null): string {
    const isFormer = this.#now.place(code) !== null && code !== codeNow(code)
    return isFormer ? code : this.#of(codeNow(code), at)
  }

  #isKnown(text: string): boolean {
    return this.#now.place(text) !== null || this.#now.place(codeNow(text)) !== null
  }

  /** The place that a code goes on to mean, or the former one that it meant at the time; of an open time the widest. */
  #of(code: string, at: Moment | null): string {
    const passed = this.#goingOn.find(
      ({ ends, begins, kind, ...change }) =>
        ends.includes(code) &&
        begins.some((one) => one.code === code) &&
        (at ? at.at < change.at.at : kind === 'split'),
    )
    return passed ? formerCode(code, passed.at, this.changed.timezone) : code
  }

  /** The one place that a name meant among the places of that time; null where it means none or several. */
  #named(text: string, town: string | null, period: number | null): string | null {
    const then = period === null ? this.#now : this.#placesOf(period)
    const names = namesOf(then)
    const [within, ...others] = town === null ? [] : (names.find(town)?.codes ?? [])
    const codes = names.find(text, others.length > 0 ? null : (within ?? null))?.codes ?? []
    return codes.length === 1 ? codes[0]! : null
  }

  #placesOf(period: number): Hierarchy {
    if (period === this.changed.made.length) return this.#now
    let then = this.#then.get(period)
    if (!then) {
      const { changes, timezone } = this.changed
      const { places } = replay(this.rows, changes, { count: period, timezone })
      this.#then.set(period, (then = hierarchyOf(places)))
    }
    return then
  }
}
