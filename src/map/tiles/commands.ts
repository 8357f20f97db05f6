/** The geometry of one feature as the commands of a vector tile: the pen goes on from where it stood. */
export class Commands {
  #values = new Uint32Array(256)
  #count = 0
  #size = 0
  #x = 0
  #y = 0

  get values(): Uint32Array {
    return this.#values
  }
  get count(): number {
    return this.#count
  }
  /** bytes they take as varints */
  get size(): number {
    return this.#size
  }

  clear(): void {
    this.#count = this.#size = this.#x = this.#y = 0
  }

  #push(value: number): void {
    if (this.#count === this.#values.length) {
      const grown = new Uint32Array(2 * this.#count)
      grown.set(this.#values)
      this.#values = grown
    }
    this.#values[this.#count++] = value
    this.#size += value < 0x80 ? 1 : value < 0x4000 ? 2 : value < 0x200000 ? 3 : value < 0x10000000 ? 4 : 5
  }

  #go(x: number, y: number): void {
    const [dx, dy] = [x - this.#x, y - this.#y]
    this.#push(((dx << 1) ^ (dx >> 31)) >>> 0)
    this.#push(((dy << 1) ^ (dy >> 31)) >>> 0)
    this.#x = x
    this.#y = y
  }

  /** Points: flat whole x, y of which the first `count` pairs are taken. */
  points(xy: ArrayLike<number>, count: number): void {
    if (count === 0) return
    this.#push((count << 3) | 1)
    for (let i = 0; i < count; i++) this.#go(xy[2 * i]!, xy[2 * i + 1]!)
  }

  /** A line of at least two points. */
  line(xy: ArrayLike<number>, count: number): void {
    this.#push((1 << 3) | 1)
    this.#go(xy[0]!, xy[1]!)
    this.#push(((count - 1) << 3) | 2)
    for (let i = 1; i < count; i++) this.#go(xy[2 * i]!, xy[2 * i + 1]!)
  }

  /** A ring of at least three points without its closing one, backwards where so wished. */
  ring(xy: ArrayLike<number>, count: number, isBackwards: boolean): void {
    const at = (i: number): number => 2 * (isBackwards ? count - 1 - i : i)
    this.#push((1 << 3) | 1)
    this.#go(xy[at(0)]!, xy[at(0) + 1]!)
    this.#push(((count - 1) << 3) | 2)
    for (let i = 1; i < count; i++) this.#go(xy[at(i)]!, xy[at(i) + 1]!)
    this.#push((1 << 3) | 7)
  }
}
