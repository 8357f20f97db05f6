/** ms; how long a tab that holds the seat has to answer before it counts as gone */
const ANSWERS_WITHIN = 1_500
/** ms; between two looks at whether the tab that holds the seat is still there */
const LOOK_EVERY = 3_000
/** ms; two tabs that sit down at once see each other's name by then */
const SETTLES_WITHIN = 100

/** Where the tabs of one address meet: one name that all of them read, and a post to each other. */
export interface MeetingPlace {
  holder(): string | null
  hold(tab: string | null): void
  post(message: Message): void
  onMessage(listener: (message: Message) => void): void
}

export type Message =
  /** are you there? `gives`: and give me the seat, unless something is not written yet */
  | { readonly asks: string; readonly of: string; readonly gives: boolean }
  | { readonly answers: string; readonly to: string; readonly is: 'here' | 'busy' | 'gone' }
  | { readonly leaves: string }
  | { readonly sits: string }

/** Whose the seat is: this tab's, another's, or another's that will not give it up before something is written there. */
export type Seat = 'asking' | 'mine' | 'elsewhere' | 'busy'

/**
 * The one seat from which is written, for browsers without locks. Who holds it stands in storage that all tabs read
 * before each write; a tab that was killed answers nothing, and its seat is free.
 */
export class WritingSeat {
  #seat: Seat = 'asking'
  #asked: ((is: 'here' | 'busy' | 'gone') => void) | null = null
  #looks: ReturnType<typeof setInterval> | null = null

  constructor(
    readonly place: MeetingPlace,
    readonly own: string,
    readonly isBusy: () => boolean,
    readonly onChange: (seat: Seat) => void,
  ) {
    place.onMessage((message) => this.#hear(message))
  }

  /** Sits down where nobody sits, or where whoever did is gone; looks again until then. */
  async sit(): Promise<void> {
    await this.#ask(false)
    this.#looks ??= setInterval(() => {
      if (this.mayWrite()) return
      if (!this.#asked) void this.#ask(false)
    }, LOOK_EVERY)
  }

  /** Asks whoever sits there to give up the seat. */
  takeOver(): Promise<void> {
    return this.#ask(true)
  }

  /** Whether this tab holds the seat now: asked before each write, by a tab that slept, too. */
  mayWrite(): boolean {
    const isMine = this.#seat === 'mine' && this.place.holder() === this.own
    if (!isMine && this.#seat === 'mine') this.#become('elsewhere')
    return isMine
  }

  /** Leaves the seat to others, as the page goes. */
  leave(): void {
    if (this.place.holder() !== this.own) return
    this.place.hold(null)
    this.place.post({ leaves: this.own })
    this.#become('elsewhere')
  }

  async #ask(gives: boolean): Promise<void> {
    const holder = this.place.holder()
    const is = holder === null || holder === this.own ? 'gone' : await this.#answerOf(holder, gives)
    if (is === 'gone') await this.#take(holder)
    else this.#become(is === 'busy' ? 'busy' : this.#seat === 'busy' ? 'busy' : 'elsewhere')
  }

  #answerOf(holder: string, gives: boolean): Promise<'here' | 'busy' | 'gone'> {
    return new Promise((done) => {
      const late = setTimeout(() => this.#asked?.('gone'), ANSWERS_WITHIN)
      this.#asked = (is) => {
        clearTimeout(late)
        this.#asked = null
        done(is)
      }
      this.place.post({ asks: this.own, of: holder, gives })
    })
  }

  /** Sits down, unless another has since: who wrote its name last sits. */
  async #take(before: string | null): Promise<void> {
    const now = this.place.holder()
    if (now === null || now === before) {
      this.place.hold(this.own)
      this.place.post({ sits: this.own })
    }
    await new Promise((done) => setTimeout(done, SETTLES_WITHIN))
    this.#become(this.place.holder() === this.own ? 'mine' : 'elsewhere')
  }

  #hear(message: Message): void {
    if ('leaves' in message) {
      if (this.#seat !== 'mine' && !this.#asked) void this.#ask(false)
    } else if ('sits' in message) this.mayWrite()
    else if ('answers' in message) {
      if (message.to === this.own) this.#asked?.(message.is)
    } else if (message.of === this.own && this.mayWrite()) this.#answer(message.asks, message.gives)
  }

  #answer(to: string, gives: boolean): void {
    const is = !gives ? 'here' : this.isBusy() ? 'busy' : 'gone'
    if (is === 'gone') this.#become('elsewhere')
    this.place.post({ answers: this.own, to, is })
  }

  #become(seat: Seat): void {
    if (seat === this.#seat) return
    this.#seat = seat
    this.onChange(seat)
  }
}
