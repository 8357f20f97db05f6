import { type PlacerAnswer, type PlacerQuestion, type Wanted, type Widths, widthName } from './label-messages'
import { type LabelFrame, type LabelGround, placedIn } from './placing'

/**
 * The placer's side of the post: it places with the widths it was told and asks for those it lacks. Only the page has
 * the fonts as its style sheet adjusts them.
 */
export class Placer {
  readonly #widths = new Map<string, number>()
  #ground: LabelGround | null = null
  #seen: LabelFrame | null = null

  answer(asked: PlacerQuestion): PlacerAnswer | null {
    switch (asked.kind) {
      case 'ground':
        this.#ground = asked.ground
        return null
      case 'forget':
        this.#widths.clear()
        return null
      case 'widths':
        this.#take(asked.widths)
        return this.#place(asked.question)
      case 'place':
        this.#seen = asked.seen
        return this.#place(asked.question)
      default:
        return asked satisfies never
    }
  }

  #take(widths: Widths): void {
    for (const [name, width] of widths) this.#widths.set(name, width)
  }

  #place(question: number): PlacerAnswer | null {
    if (!this.#ground || !this.#seen) return null
    const wanted = new Map<string, Wanted>()
    const placed = placedIn(this.#ground, this.#seen, (text, font) => {
      const name = widthName({ text, ...font })
      const known = this.#widths.get(name)
      if (known === undefined) wanted.set(name, { text, ...font })
      return known ?? 0
    })
    if (wanted.size > 0) return { question, wanted: [...wanted.values()] }
    return { question, placed }
  }
}
