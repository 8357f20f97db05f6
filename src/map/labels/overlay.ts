import type { Position } from '#geo'
import { THEMES, type Theme } from '../../ui/tokens'
import { furnitureBoxes, paintDottedFrame, paintFurniture } from '../furniture'
import type { DiscScale, MapFacts, MapViewState } from '../part'
import type { MapPicture } from '../parts/compose'
import { stylesIn } from '../parts/words'
import type { Box, Point } from './box'
import { measureWith, paintLabels } from './paint'
import { placeLabels } from './place'
import { sceneOf } from './scene'
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
  #placed: readonly PlacedLabel[] = []
  #view: MapViewState | null = null
  #ring: Position | null = null

  constructor(canvas: HTMLCanvasElement, ground: Ground) {
    this.#canvas = canvas
    this.#context = canvas.getContext('2d')!
    this.#ground = ground
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

  /** Finds places for the labels of a picture within the frame. */
  place(
    picture: MapPicture,
    facts: MapFacts,
    options: {
      view: MapViewState
      frame: Box
      furniture: OverlayFurniture | null
      /** what stands on the map itself and must stay clear, css px */
      taken: readonly Box[]
    },
  ): void {
    this.#view = options.view
    const scene = sceneOf(picture, {
      project: (position) => this.#ground.project(position),
      frame: options.frame,
      k: options.view.k,
      measure: measureWith(this.#context),
      zones: facts.survey?.zones ?? [],
      styles: stylesIn(facts),
      furniture: [
        ...(options.furniture ? furnitureBoxes({ ...options.furniture, k: options.view.k }) : []),
        ...options.taken,
      ],
    })
    this.#placed = placeLabels(scene)
  }

  /** Puts the focus ring round a position, or takes it away. */
  focus(position: Position | null): void {
    this.#ring = position
  }

  /** Labels, furniture and, on top of them, what `over` paints. */
  paint(furniture: OverlayFurniture | null, over?: (context: CanvasRenderingContext2D) => void): void {
    const view = this.#view
    const context = this.#context
    context.save()
    context.setTransform(1, 0, 0, 1, 0, 0)
    context.clearRect(0, 0, this.#canvas.width, this.#canvas.height)
    context.restore()
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
