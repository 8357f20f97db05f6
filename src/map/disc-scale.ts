import { largest } from '#geo'
import { formatCount } from '../i18n/format'
import type { DiscScale } from '../layers/part'
import { FONT_STACK, type Theme } from '../ui/tokens'
import { HALO, haloed } from './halo'

type Canvas2D = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D

/** Height of a line, room for words above the numbers, for the line to a number and for a digit, css px at k = 1. */
const [LINE, WORDS, LEAD, DIGIT] = [17, 172, 16, 8.5]
/** The largest scale there is, for whoever looks for room before the discs are known, css px at k = 1. */
const MOST: readonly [number, number] = [WORDS, 104]

export const mostOfDiscScale = (k: number): readonly [width: number, height: number] => [
  MOST[0] * k,
  MOST[1] * k,
]

/** Width of the discs with their lines and numbers: a line ends at its number however short that is. */
const widthOf = (sizes: DiscScale['sizes']): number =>
  2 * largest(sizes.map(({ radius }) => radius)) +
  LEAD +
  DIGIT * largest(sizes.map(({ count }) => formatCount(count).length))

/** Roughly the width of words in its text. */
const wordsOf = (title: string): number =>
  [...title].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 15.5 : 7.6), 0)

/** Width and height of the disc scale, css px at k = 1. */
export function discScaleSize({ sizes, title }: DiscScale): readonly [width: number, height: number] {
  if (sizes.length === 0) return [0, 0]
  const radius = largest(sizes.map((size) => size.radius))
  const height = Math.max(2 * radius, sizes.length * LINE) + 10
  return [Math.max(widthOf(sizes), title ? wordsOf(title) : 0), height + (title ? LINE + 6 : 0)]
}

/** Nested discs that share their foot, each with a line to its number: the scale the map's discs are drawn in. */
export function paintDiscScale(
  context: Canvas2D,
  {
    right,
    bottom,
    k,
    theme,
    scale,
  }: {
    readonly right: number
    readonly bottom: number
    readonly k: number
    readonly theme: Theme
    readonly scale: DiscScale
  },
): void {
  const { sizes, title } = scale
  const [, height] = discScaleSize(scale)
  if (height === 0) return
  const radiusOfLargest = largest(sizes.map(({ radius }) => radius))
  const width = widthOf(sizes)
  context.save()
  context.translate(right - width * k, bottom - 5 * k)
  context.scale(k, k)
  context.font = `400 15px ${FONT_STACK}`
  context.textAlign = 'right'
  context.textBaseline = 'middle'
  const tops = sizes.map(({ radius }) => -2 * radius)
  const lines = linesOf(tops)
  const discs = new Path2D()
  const leads = new Path2D()
  for (const [i, { radius }] of sizes.entries()) {
    discs.moveTo(radiusOfLargest + radius, -radius)
    discs.arc(radiusOfLargest, -radius, radius, 0, 2 * Math.PI)
    leads.moveTo(radiusOfLargest, tops[i]!)
    leads.lineTo(2 * radiusOfLargest + 6, lines[i]!)
    leads.lineTo(2 * radiusOfLargest + 12, lines[i]!)
  }
  for (const path of [discs, leads]) stroked(context, path, { colour: theme.bg, width: 1.2 + HALO })
  stroked(context, leads, { colour: theme.ink3, width: 1 })
  stroked(context, discs, { colour: theme.ink, width: 1.2 })
  context.fillStyle = theme.ink2
  for (const [i, { count }] of sizes.entries())
    haloed(context, theme, { text: formatCount(count), x: width, y: lines[i]! })
  if (title) haloed(context, theme, { text: title, x: width, y: 10 + LINE / 2 - height })
  context.restore()
}

/** Where the numbers stand: at the tops of their discs, a line apart. */
function linesOf(tops: readonly number[]): number[] {
  let above = Number.NEGATIVE_INFINITY
  return tops.map((top, i) => {
    above = Math.min(Math.max(top, above + LINE), -LINE * (tops.length - 1 - i) - 6)
    return above
  })
}

function stroked(
  context: Canvas2D,
  path: Path2D,
  { colour, width }: { readonly colour: string; readonly width: number },
): void {
  context.strokeStyle = colour
  context.lineWidth = width
  context.stroke(path)
}
