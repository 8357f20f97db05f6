import type { Shape } from '#geo'
import { sameData } from './same-data'

/** So many are kept; then it begins anew. */
const MOST = 20_000

/** What was made of a shape, by name, as long as the shape is the same to the last bit, whoever holds it. */
export class KeptByShape<Value> {
  readonly #kept = new Map<string, { readonly shape: Shape; readonly value: Value }>()

  of(name: string, shape: Shape, make: () => Value): Value {
    const before = this.#kept.get(name)
    if (before && sameData(before.shape, shape)) return before.value
    if (this.#kept.size >= MOST) this.#kept.clear()
    const value = make()
    this.#kept.set(name, { shape, value })
    return value
  }
}
