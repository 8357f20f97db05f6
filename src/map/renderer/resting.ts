/** ms after which what rests is taken down: it holds memory of the graphics card. */
const LONGEST = 60_000

/** What is dear to make and nobody uses now: kept for the next who wants one of its kind, one of each. */
export class Resting<Value> {
  readonly #resting = new Map<
    string,
    { readonly value: Value; readonly timer: ReturnType<typeof setTimeout> }
  >()
  readonly #end: (value: Value) => void

  constructor(end: (value: Value) => void) {
    this.#end = end
  }

  take(kind: string): Value | null {
    const found = this.#resting.get(kind)
    if (!found) return null
    clearTimeout(found.timer)
    this.#resting.delete(kind)
    return found.value
  }

  rest(kind: string, value: Value): void {
    if (this.#resting.has(kind)) {
      this.#end(value)
      return
    }
    const timer = setTimeout(() => {
      this.#resting.delete(kind)
      this.#end(value)
    }, LONGEST)
    this.#resting.set(kind, { value, timer })
  }
}
