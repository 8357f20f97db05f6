import type { LegendEntry } from '../layers/part'
import { styleOfHatch, THEMES, type ThemeName } from '../ui/tokens'
import { dotsBitmap, type HatchBitmap, hatchBitmap } from './hatch'
import { drawSymbol } from './symbols'

/** The mark of a legend entry as the map draws it, round the context's origin, css px at k = 1. */
export function paintLegendSign(
  context: CanvasRenderingContext2D,
  entry: LegendEntry,
  { theme, k = 1, ratio }: { theme: ThemeName; k?: number; ratio: number },
): void {
  const tokens = THEMES[theme]
  if (entry.sign.kind === 'none') return
  if (entry.sign.kind === 'fill' || entry.sign.kind === 'dots') {
    const dots = entry.sign.kind === 'dots' ? dotsBitmap(tokens, { scale: k * ratio, ratio }) : null
    context.fillStyle = entry.sign.kind === 'fill' ? entry.sign.colour : patternOf(context, dots!, k * ratio)
    context.strokeStyle = tokens.ink3
    context.lineWidth = 1
    context.fillRect(-12, -7, 24, 14)
    context.strokeRect(-12, -7, 24, 14)
  } else if (entry.sign.kind === 'level') {
    const { hatch } = entry.sign
    const style = styleOfHatch(hatch)
    context.fillStyle = patternOf(context, hatchBitmap(hatch, tokens, { scale: k * ratio, ratio }), k * ratio)
    context.strokeStyle = tokens[`${style}Line`]
    context.lineWidth = 1.5
    if (style === 'precaution') context.setLineDash([4, 2])
    context.fillRect(-12, -7, 24, 14)
    context.strokeRect(-12, -7, 24, 14)
  } else if (entry.sign.kind === 'symbol') drawSymbol(context, entry.sign.image, tokens)
  else if (entry.sign.kind === 'disc') {
    context.beginPath()
    context.arc(0, 0, 7, 0, 2 * Math.PI)
    context.fillStyle = tokens.case
    context.fill()
  } else if (entry.sign.kind === 'hollowDisc') {
    context.beginPath()
    context.arc(0, 0, 6, 0, 2 * Math.PI)
    context.fillStyle = tokens.bg
    context.fill()
    context.strokeStyle = tokens.case
    context.lineWidth = 1.8
    context.stroke()
  } else if (entry.sign.kind === 'dashedRing') {
    context.strokeStyle = entry.sign.isInk ? tokens.ink : tokens.flag
    context.setLineDash([2.6, 2])
    context.lineWidth = 1.5
    context.beginPath()
    context.arc(0, 0, 5, 0, 2 * Math.PI)
    context.stroke()
  } else {
    context.strokeStyle = entry.sign.kind === 'dashed' ? tokens.flag : tokens.ink3
    context.setLineDash([4, 3])
    context.lineWidth = 1.6
    context.strokeRect(-10, -6, 20, 12)
  }
}

function patternOf(context: CanvasRenderingContext2D, bitmap: HatchBitmap, scale: number): CanvasPattern {
  const tile = new OffscreenCanvas(bitmap.width, bitmap.height)
  const image = new ImageData(new Uint8ClampedArray(bitmap.data), bitmap.width, bitmap.height)
  tile.getContext('2d')!.putImageData(image, 0, 0)
  const pattern = context.createPattern(tile, 'repeat')!
  pattern.setTransform(new DOMMatrix().scale(1 / scale))
  return pattern
}
