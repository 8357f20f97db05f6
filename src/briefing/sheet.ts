import type { Survey } from '#geo'
import type { LevelHatch, Theme } from '../ui/tokens'
import type { BriefingFacts } from './facts'
import { sizeFor } from './fit'
import { COLUMN, type Measure } from './page'

export type Ink = 'ink' | 'ink2' | 'ink3' | 'bg'

export type DrawItem =
  | {
      readonly kind: 'text'
      readonly text: string
      readonly x: number
      readonly y: number
      readonly size: number
      readonly weight: 400 | 600 | 700
      readonly ink: Ink
      readonly align: 'left' | 'right' | 'center'
    }
  | {
      readonly kind: 'line'
      readonly x1: number
      readonly y1: number
      readonly x2: number
      readonly y2: number
      readonly width: number
      readonly ink: keyof Theme
    }
  | {
      readonly kind: 'rect'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
      readonly fill: keyof Theme | null
      readonly stroke: keyof Theme | null
      readonly dash?: readonly number[]
    }
  | {
      readonly kind: 'swatch'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
      readonly style: LevelHatch | null
    }
  | {
      readonly kind: 'map'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
    }

export interface BriefingLayout {
  readonly width: number
  readonly height: number
  readonly items: readonly DrawItem[]
}

export interface LayoutInput {
  readonly facts: BriefingFacts
  readonly survey: Survey
  readonly styles: Readonly<Record<string, LevelHatch>>
  readonly measure: Measure
  readonly hasMap: boolean
  readonly curveWords: {
    readonly peak: (count: number) => string
    readonly today: string
    readonly unit: string
    readonly day: (day: string) => string
  }
}

/** Boxes and lines of text in order of drawing. */
export class Sheet {
  readonly items: DrawItem[] = []
  text(
    text: string,
    at: {
      x: number
      y: number
      size: number
      weight?: 400 | 600 | 700
      ink?: Ink
      align?: 'left' | 'right' | 'center'
    },
  ): void {
    this.items.push({
      kind: 'text',
      text,
      x: at.x,
      y: at.y,
      size: at.size,
      weight: at.weight ?? 400,
      ink: at.ink ?? 'ink',
      align: at.align ?? 'left',
    })
  }
  rule(y: number, ink: keyof Theme, width: number, span: { x: number; width: number }): void {
    this.items.push({ kind: 'line', x1: span.x, y1: y, x2: span.x + span.width, y2: y, width, ink })
  }
}

/** A rule, a title, and at the right a note that keeps clear of it; returns where what they head begins. */
export function heading(
  sheet: Sheet,
  y: number,
  [title, note]: readonly [string, string],
  measure: Measure,
): number {
  sheet.rule(y, 'lineStrong', 1, COLUMN)
  sheet.text(title, { x: COLUMN.x, y: y + 31, size: 20, weight: 700 })
  const room = COLUMN.width - measure(title, 20, 700) - 16
  const size = sizeFor(note, room, { size: 15, least: 10 }, measure)
  sheet.text(note, { x: COLUMN.x + COLUMN.width, y: y + 31, size, ink: 'ink3', align: 'right' })
  return y + 40
}
