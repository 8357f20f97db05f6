import type { Locale } from '../i18n/format'
import {
  fontStack,
  HATCH,
  type LevelHatch,
  SHADES,
  shadeOf,
  styleOfHatch,
  type Theme,
  tintOf,
} from '../ui/tokens'
import type { BriefingLayout, DrawItem, Measure } from './layout'

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D

const fontOf = (size: number, weight: number, locale: Locale): string =>
  `${weight} ${size}px ${fontStack(locale)}`

/** Measures a run of text as it will be painted, in css px. */
export function measureWith(context: Context, locale: Locale): Measure {
  return (text, size, weight) => {
    context.font = fontOf(size, weight, locale)
    return context.measureText(text).width
  }
}

function hatch(
  context: Context,
  box: { x: number; y: number; width: number; height: number },
  marks: LevelHatch,
  theme: Theme,
): void {
  const { x, y, width, height } = box
  const style = styleOfHatch(marks)
  context.save()
  context.beginPath()
  context.rect(x, y, width, height)
  context.clip()
  context.globalAlpha = theme[`${style}Fill`] * tintOf(marks)
  context.fillStyle = theme[style]
  context.fillRect(x, y, width, height)
  if (shadeOf(marks) !== 1) lines(context, box, marks, theme)
  else if (style === 'precaution') dots(context, box, theme)
  else bands(context, box, style, theme)
  context.restore()
  context.save()
  context.strokeStyle = theme[`${style}Line`]
  context.lineWidth = 1.5
  if (style === 'precaution') context.setLineDash([3.5, 2])
  context.strokeRect(x, y, width, height)
  context.restore()
}

/** Upright or level lines of a milder level of a style. */
function lines(
  context: Context,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
  marks: LevelHatch,
  theme: Theme,
): void {
  const style = styleOfHatch(marks)
  const shade: 2 | 3 = shadeOf(marks) === 2 ? 2 : 3
  const { period, width: thick } = SHADES[shade]
  context.globalAlpha = style === 'sealed' ? theme.sealedHatch : HATCH[style].opacity
  context.fillStyle = style === 'sealed' ? theme.bg : theme[`${style}Line`]
  if (shade === 2) for (let at = x; at < x + width; at += period) context.fillRect(at, y, thick, height)
  else for (let at = y; at < y + height; at += period) context.fillRect(x, at, width, thick)
}

function bands(
  context: Context,
  box: { x: number; y: number; width: number; height: number },
  style: 'sealed' | 'controlled',
  theme: Theme,
): void {
  const { period, width } = HATCH[style]
  const step = period * Math.SQRT2
  const lean = style === 'sealed' ? 1 : -1
  context.globalAlpha = style === 'sealed' ? theme.sealedHatch : HATCH.controlled.opacity
  context.strokeStyle = style === 'sealed' ? theme.bg : theme.controlledLine
  context.lineWidth = width
  context.beginPath()
  for (let offset = -box.height; offset < box.width + box.height; offset += step) {
    const from = lean === 1 ? box.x + offset : box.x + offset + box.height
    const to = lean === 1 ? box.x + offset + box.height : box.x + offset
    context.moveTo(from, box.y + (lean === 1 ? box.height : 0) - (lean === 1 ? 0 : -box.height) * 0)
    context.lineTo(to, lean === 1 ? box.y : box.y + box.height)
  }
  context.stroke()
}

function dots(
  context: Context,
  box: { x: number; y: number; width: number; height: number },
  theme: Theme,
): void {
  const { period, radius, opacity } = HATCH.precaution
  context.globalAlpha = opacity
  context.fillStyle = theme.precautionLine
  for (let row = 0; row * (period / 2) < box.height + period; row++) {
    for (let column = 0; column * period < box.width + period; column++) {
      context.beginPath()
      context.arc(
        box.x + column * period + (row % 2 ? period * 0.75 : period * 0.25),
        box.y + row * (period / 2) + 2,
        radius,
        0,
        7,
      )
      context.fill()
    }
  }
}

function text(
  context: Context,
  item: Extract<DrawItem, { kind: 'text' }>,
  { theme, locale }: { theme: Theme; locale: Locale },
): void {
  context.font = fontOf(item.size, item.weight, locale)
  context.textAlign = item.align
  context.textBaseline = 'alphabetic'
  context.fillStyle = theme[item.ink]
  context.fillText(item.text, item.x, item.y)
}

function rectangle(context: Context, item: Extract<DrawItem, { kind: 'rect' }>, theme: Theme): void {
  if (item.fill) {
    context.fillStyle = String(theme[item.fill])
    context.fillRect(item.x, item.y, item.width, item.height)
  }
  if (!item.stroke) return
  context.strokeStyle = String(theme[item.stroke])
  context.lineWidth = item.dash ? 1.2 : 2
  context.setLineDash([...(item.dash ?? [])])
  context.strokeRect(item.x, item.y, item.width, item.height)
  context.setLineDash([])
}

/** Paints the sheet at `ratio` device pixels a css px. The map picture fills its box; without one the box stays empty. */
export function paintBriefing(
  context: Context,
  sheet: BriefingLayout,
  options: { theme: Theme; ratio: number; map: CanvasImageSource | null; locale: Locale },
): void {
  const { theme, ratio, map } = options
  context.save()
  context.scale(ratio, ratio)
  for (const item of sheet.items) {
    switch (item.kind) {
      case 'text':
        text(context, item, options)
        break
      case 'rect':
        rectangle(context, item, theme)
        break
      case 'line':
        context.strokeStyle = String(theme[item.ink])
        context.lineWidth = item.width
        context.beginPath()
        context.moveTo(item.x1, item.y1)
        context.lineTo(item.x2, item.y2)
        context.stroke()
        break
      case 'swatch':
        if (item.style) hatch(context, item, item.style, theme)
        else
          rectangle(
            context,
            {
              kind: 'rect',
              x: item.x,
              y: item.y,
              width: item.width,
              height: item.height,
              fill: null,
              stroke: 'adm2',
              dash: [],
            },
            theme,
          )
        break
      case 'map':
        if (map) context.drawImage(map, item.x, item.y, item.width, item.height)
        break
      default:
        item satisfies never
    }
  }
  context.restore()
}
