import { DRAWING_FONT, type DrawingLook } from './drawing-look'
import type { DrawingScene, SceneNote, SceneText } from './scene'

type Canvas2D = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D

/** What is only said stands above the middle of its ground, clear of a name that is written there, css px. */
const ABOVE = 17

/** Numbered discs where something is wrong: filled where it refuses, outlined where it is only said. */
export function paintFaults(
  context: Canvas2D,
  faults: DrawingScene['faults'],
  { project, theme }: DrawingLook,
): void {
  for (const { at, number, refuses } of faults) {
    const [left, middle] = project(at)
    const [x, y] = refuses ? [left, middle] : [left - 11, middle - ABOVE]
    context.strokeStyle = theme.flag
    context.lineWidth = 1.5
    context.beginPath()
    if (refuses) context.arc(x, y, 13, 0, 2 * Math.PI)
    context.setLineDash([3, 3])
    context.stroke()
    context.setLineDash([])
    context.beginPath()
    context.arc(x + 11, y - 11, 8.5, 0, 2 * Math.PI)
    context.fillStyle = refuses ? theme.flag : theme.panel
    context.fill()
    context.strokeStyle = theme.flag
    context.stroke()
    context.fillStyle = refuses ? theme.flagInk : theme.ink
    context.font = DRAWING_FONT(11, 700)
    context.textAlign = 'center'
    context.textBaseline = 'middle'
    context.fillText(String(number), x + 11, y - 10.5)
  }
}

/** What the pointer is drawn to: a square on a vertex, a diamond on an edge, a bar on a road, a disc on a zone's line. */
export function paintSnap(
  context: Canvas2D,
  { at, look }: NonNullable<DrawingScene['snap']>,
  { project, theme }: DrawingLook,
): void {
  const [x, y] = project(at)
  context.beginPath()
  if (look === 'vertex') context.rect(x - 6, y - 6, 12, 12)
  else if (look === 'zone') context.arc(x, y, 6.5, 0, 2 * Math.PI)
  else {
    const high = look === 'road' ? 4 : 8
    context.moveTo(x - 8, y)
    context.lineTo(x, y - high)
    context.lineTo(x + 8, y)
    context.lineTo(x, y + high)
    context.closePath()
  }
  context.strokeStyle = theme.bg
  context.lineWidth = 4
  context.stroke()
  context.strokeStyle = theme.accent
  context.lineWidth = 1.8
  context.stroke()
}

/** Lengths of sides and other short words, with a halo of the ground. */
export function paintTexts(
  context: Canvas2D,
  texts: readonly SceneText[],
  { project, theme }: DrawingLook,
): void {
  context.font = DRAWING_FONT(12, 700)
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.lineJoin = 'round'
  for (const { at, text } of texts) {
    const [x, y] = project(at)
    context.strokeStyle = theme.panel
    context.lineWidth = 4
    context.strokeText(text, x, y)
    context.fillStyle = theme.ink
    context.fillText(text, x, y)
  }
}

/** From this share of the height on the note stands above the pointer: below it the panel of the drawing lies. */
const LOW = 0.42

/** How far from a word's middle the note keeps, css px. */
const CLEAR = [34, 12] as const

/** Corner of the pointer at which the note covers no word of the drawing and stays within the map, else the usual one. */
function noteCorner(
  [x, y]: readonly [number, number],
  [wide, high]: readonly [number, number],
  { words, width, height }: { words: readonly (readonly [number, number])[]; width: number; height: number },
): readonly [number, number] {
  const sides = x + 20 + wide > width - 8 ? [x - 20 - wide, x + 20] : [x + 20, x - 20 - wide]
  const rows = y > LOW * height ? [y - 16 - high, y + 16] : [y + 16, y - 16 - high]
  const corners = rows.flatMap((top) => sides.map((left) => [left, top] as const))
  const isFree = ([left, top]: readonly [number, number]): boolean =>
    left >= 8 &&
    left + wide <= width - 8 &&
    top >= 8 &&
    top + high <= height - 8 &&
    words.every(
      ([wx, wy]) =>
        wx < left - CLEAR[0] ||
        wx > left + wide + CLEAR[0] ||
        wy < top - CLEAR[1] ||
        wy > top + high + CLEAR[1],
    )
  const [left, top] = corners.find(isFree) ?? corners[0]!
  return [left, Math.max(8, top)]
}

/** The note beside the pointer, kept within the map and off the words of the drawing. */
export function paintNote(
  context: Canvas2D,
  { at, title, text }: SceneNote,
  { words, ...on }: DrawingLook & { readonly words: readonly SceneText[] },
): void {
  const point = on.project(at)
  context.font = DRAWING_FONT(13, 700)
  const first = context.measureText(title).width
  context.font = DRAWING_FONT(12)
  const second = text ? context.measureText(text).width : 0
  const [wide, high] = [Math.max(first, second) + 22, text ? 46 : 28]
  const taken = words.map((word) => on.project(word.at))
  const [left, top] = noteCorner(point, [wide, high], { ...on, words: taken })
  context.beginPath()
  context.roundRect(left, top, wide, high, 4)
  context.fillStyle = on.theme.ink
  context.fill()
  context.fillStyle = on.theme.panel
  context.textAlign = 'left'
  context.textBaseline = 'alphabetic'
  context.font = DRAWING_FONT(13, 700)
  context.fillText(title, left + 11, top + 19)
  context.font = DRAWING_FONT(12)
  context.globalAlpha = 0.8
  if (text) context.fillText(text, left + 11, top + 37)
  context.globalAlpha = 1
}
