import { sameData } from '../../layers/shapes/same-data'
import { type PlacerAnswer, type PlacerQuestion, widthName } from './label-messages'
import { Placer } from './placer'
import type { LabelFrame, LabelGround } from './placing'
import type { Measure, PlacedLabel } from './screen'

/** Where questions go: a worker, or its twin on this side. */
export interface PlacerPost {
  post(asked: PlacerQuestion): void
  end(): void
}

/** A placer in a worker of its own; on the page itself where there are no workers, or its script does not come. */
export function startPlacer(heard: (answer: PlacerAnswer) => void): PlacerPost {
  if (typeof Worker === 'undefined') return placerHere(heard)
  return placerBeside(new Worker(new URL('./labels.worker.ts', import.meta.url), { type: 'module' }), heard)
}

/** What it was told before it said a word is kept: where it never starts, its twin on the page is told the same. */
export function placerBeside(
  worker: Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>,
  heard: (answer: PlacerAnswer) => void,
): PlacerPost {
  let twin: PlacerPost | null = null
  let told: PlacerQuestion[] | null = []
  worker.onmessage = ({ data }: MessageEvent<PlacerAnswer>) => {
    told = null
    heard(data)
  }
  worker.onerror = () => {
    if (told === null) return
    twin = placerHere(heard)
    for (const asked of told) twin.post(asked)
    told = null
  }
  return {
    post: (asked) => {
      if (twin) return twin.post(asked)
      told?.push(asked)
      worker.postMessage(asked)
    },
    end: () => worker.terminate(),
  }
}

export function placerHere(heard: (answer: PlacerAnswer) => void): PlacerPost {
  const placer = new Placer()
  return {
    post: (asked) => {
      const answer = placer.answer(asked)
      if (answer) heard(answer)
    },
    end: () => {},
  }
}

/** Labels placed beside the page: only the newest question is answered, and the ground crosses only when it changed. */
export class LabelPlaces {
  readonly #post: PlacerPost
  readonly #measure: Measure
  readonly #done: (placed: readonly PlacedLabel[]) => void
  #ground: LabelGround | null = null
  #asked = 0

  constructor(
    measure: Measure,
    done: (placed: readonly PlacedLabel[]) => void,
    start: typeof startPlacer = startPlacer,
  ) {
    this.#measure = measure
    this.#done = done
    this.#post = start((answer) => this.#heard(answer))
  }

  place(ground: LabelGround, seen: LabelFrame): void {
    if (!sameData(ground, this.#ground)) this.#post.post({ kind: 'ground', ground })
    this.#ground = ground
    this.#post.post({ kind: 'place', question: ++this.#asked, seen })
  }

  /** Texts may be as wide as they like from now on: their font came. */
  forget(): void {
    this.#post.post({ kind: 'forget' })
  }

  #heard(answer: PlacerAnswer): void {
    if (answer.question !== this.#asked) return
    if ('placed' in answer) {
      this.#done(answer.placed)
      return
    }
    const widths = answer.wanted.map((one) => [widthName(one), this.#measure(one.text, one)] as const)
    this.#post.post({ kind: 'widths', question: answer.question, widths })
  }

  end(): void {
    this.#asked++
    this.#post.end()
  }
}

/** Labels of a picture that is drawn once, placed as those of a living map are. */
export function placeOnce(
  ground: LabelGround,
  seen: LabelFrame,
  measure: Measure,
): Promise<readonly PlacedLabel[]> {
  return new Promise((resolve) => {
    const places = new LabelPlaces(measure, (placed) => {
      resolve(placed)
      places.end()
    })
    places.place(ground, seen)
  })
}
