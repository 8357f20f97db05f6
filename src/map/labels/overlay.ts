import type { Position } from '#geo'
import type { DiscScale, MapViewState } from '../../layers/part'
import { THEMES, type Theme } from '../../ui/tokens'
import { furnitureBoxes, paintDottedFrame, paintFurniture } from '../furniture'
import type { Box, Point } from './box'
import { LabelPlaces } from './label-places'
import { measureWith, paintLabels } from './paint'
import type { LabelFrame, LabelGround } from './placing'
import type { PlacedLabel } from './screen'

/** What the overlay must know of the map below it. */
export interface Ground {
  project(position: Position): Point
}

export interface OverlayFurniture {
  readonly right: number
  readonly bottom: number
  readonly perMetre: number
  readonly north: string | null
  readonly discs: DiscScale
  readonly discsAt?: { readonly right: number; readonly bottom: number } | undefined
}

/**
 * The canvas over the map that carries every label. Labels are placed when the map stands still; while it
 * moves they travel with their anchors, so nothing jumps.
 */
export class LabelOverlay {
  readonly #canvas: HTMLCanvasElement
  readonly #context: CanvasRenderingContext2D
  readonly #ground: Ground
  readonly #places: LabelPlaces
  #placed: readonly PlacedLabel[] = []
  #view: MapViewState | null = null
  #ring: Position | null = null

  /** `placed` is told when labels have new places. */
  constructor(canvas: HTMLCanvasElement, ground: Ground, placed: () => void) {
    this.#canvas = canvas
    this.#context = canvas.getContext('2d')!
    this.#ground = ground
    this.#places = new LabelPlaces(measureWith(this.#context), (labels) => {
      this.#placed = labels
      placed()
    })
  }

  /** The labels as they were placed last, for whoever asks what can be read. */
  get placed(): readonly PlacedLabel[] {
    return this.#placed
  }

  /** Sets the size in css px at that many device pixels each. */
  resize(width: number, height: number, ratio: number): void {
    this.#canvas.width = Math.round(width * ratio)
    this.#canvas.height = Math.round(height * ratio)
    this.#context.setTransform(ratio, 0, 0, ratio, 0, 0)
  }

  /** What the labels are painted in from now on. */
  look(view: MapViewState): void {
    this.#view = view
  }

  /** Finds places for labels beside the page; what stood before stays until they are found. */
  place(
    ground: LabelGround,
    seen: Omit<LabelFrame, 'furniture'> & {
      readonly furniture: OverlayFurniture | null
      /** what stands on the map itself and must stay clear, css px */
      readonly taken: readonly Box[]
    },
  ): void {
    const { furniture, taken, ...from } = seen
    const own = furniture ? furnitureBoxes({ ...furniture, k: seen.k }) : []
    this.#places.place(ground, { ...from, furniture: [...own, ...taken] })
  }

  /** A font came: texts are measured again. */
  forget(): void {
    this.#places.forget()
  }

  end(): void {
    this.#places.end()
  }

  /** Puts the focus ring round a position, or takes it away. */
  focus(position: Position | null): void {
    this.#ring = position
  }

  /** What `under` paints, labels, furniture and, on top of them, what `over` paints. */
  paint(
    furniture: OverlayFurniture | null,
    { under, over }: Partial<Record<'under' | 'over', (context: CanvasRenderingContext2D) => void>>,
  ): void {
    const view = this.#view
    const context = this.#context
    context.save()
    context.setTransform(1, 0, 0, 1, 0, 0)
    context.clearRect(0, 0, this.#canvas.width, this.#canvas.height)
    context.restore()
    under?.(context)
    if (view) this.#paintPicture(context, view, furniture)
    over?.(context)
  }

  #paintPicture(
    context: CanvasRenderingContext2D,
    view: MapViewState,
    furniture: OverlayFurniture | null,
  ): void {
    const shift = ({ request, position, anchor }: PlacedLabel): Point => {
      const [x, y] = this.#ground.project(request.positions[position]!)
      return [x - anchor[0], y - anchor[1]]
    }
    const theme = THEMES[view.theme]
    if (view.inset && !view.inset.isLarger) {
      const [west, south, east, north] = view.inset.ground
      const box = [...this.#ground.project([west, north]), ...this.#ground.project([east, south])] as const
      paintDottedFrame(context, { box, k: view.k, theme })
    }
    paintLabels(context, this.#placed, { theme: view.theme, k: view.k, shift })
    if (furniture) paintFurniture(context, { ...furniture, k: view.k, theme })
    if (this.#ring) this.#paintRing(this.#ring, view.k, theme)
  }

  #paintRing(position: Position, k: number, theme: Theme): void {
    const [x, y] = this.#ground.project(position)
    this.#context.beginPath()
    this.#context.arc(x, y, 15 * k, 0, 2 * Math.PI)
    this.#context.strokeStyle = theme.focus
    this.#context.lineWidth = 2 * k
    this.#context.stroke()
  }
}
