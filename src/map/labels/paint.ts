import type { LabelLine, LabelRequest } from '../../layers/part'
import { isDark, nameFontStack, THEMES, type Theme, type ThemeName } from '../../ui/tokens'
import { drawSymbol } from '../symbols'
import type { Point } from './box'
import type { Measure, PlacedLabel } from './screen'
import { AFTER_MARK, BEFORE, FRAME, MARK, paddingOf } from './size'

type Canvas2D = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D

/** How labels are painted: theme, symbol scale, and where each anchor is now (css px). */
export interface LabelLook {
  readonly theme: ThemeName
  readonly k: number
  /** shift of a label's anchor since it was placed */
  readonly shift: (label: PlacedLabel) => Point
}

const fontOf = (weight: number, size: number, text: string): string =>
  `${weight} ${size}px ${nameFontStack(text)}`

/** A measure that asks this canvas; spacing stands after every letter. */
export function measureWith(context: Canvas2D): Measure {
  return (text, { size, weight, spacing }) => {
    context.font = fontOf(weight, size, text)
    return context.measureText(text).width + spacing * size * [...text].length
  }
}

function write(context: Canvas2D, text: string, at: Point, spacing: number): void {
  if (spacing === 0) {
    context.strokeText(text, at[0], at[1])
    context.fillText(text, at[0], at[1])
    return
  }
  const letters = [...text]
  const advances = letters.map((letter) => context.measureText(letter).width + spacing)
  for (const paint of ['strokeText', 'fillText'] as const) {
    let x = at[0]
    for (const [i, letter] of letters.entries()) {
      context[paint](letter, x, at[1])
      x += advances[i]!
    }
  }
}

/** A line in the middle of its label, in a dashed frame on the ground's own colour. */
function framed(
  context: Canvas2D,
  line: LabelLine,
  { box, y, look }: { box: PlacedLabel['box']; y: number; look: LabelLook },
): void {
  const theme = THEMES[look.theme]
  const k = look.k
  const width = context.measureText(line.text).width
  const left = (box[0] + box[2] - width) / 2
  const frame = [
    left - FRAME[0] * k,
    y + 1 * k,
    width + 2 * FRAME[0] * k,
    (line.size * 1.3 + 2 * FRAME[1] - 2) * k,
  ] as const
  context.save()
  context.fillStyle = translucent(isDark(look.theme) ? theme.bg : theme.panel, 0.86)
  context.fillRect(...frame)
  context.setLineDash([4 * k, 3 * k])
  context.strokeStyle = theme.flag
  context.lineWidth = 1.2 * k
  context.strokeRect(...frame)
  context.restore()
  context.fillStyle = colourOf(line, theme)
  context.fillText(line.text, left, y + (FRAME[1] + line.size * 1.02) * k)
}

/** Where a line begins: of a name with a count below it in the middle, else at the left. */
function leftOf(context: Canvas2D, line: LabelLine, { request, box }: PlacedLabel, k: number): number {
  const spacing = (request.spacing ?? 0) * line.size * k
  if (!request.lines.some((one) => one.framed)) return box[0] + paddingOf(request)[0] * k
  const width = context.measureText(line.text).width + spacing * ([...line.text].length - 1)
  return (box[0] + box[2] - width) / 2
}

function lines(
  context: Canvas2D,
  label: PlacedLabel,
  look: LabelLook,
  options: { halo: string | null; colour?: string },
): void {
  const { request, box } = label
  const theme = THEMES[look.theme]
  const [, py] = paddingOf(request)
  const k = look.k
  let y = box[1] + py * k
  const bar = request.kind === 'callout' ? 5 * k : 0
  for (const line of request.lines) {
    context.font = fontOf(line.weight, line.size * k, line.text)
    context.fillStyle = options.colour ?? colourOf(line, theme)
    context.strokeStyle = options.halo ?? 'transparent'
    context.lineWidth = HALO * k
    context.textBaseline = 'alphabetic'
    if (line.framed) {
      framed(context, line, { box, y, look })
      y += (line.size * 1.3 + 2 * FRAME[1]) * k
      continue
    }
    const at = [leftOf(context, line, label, k) + bar, y + line.size * k * 1.02] as const
    write(context, line.text, at, (request.spacing ?? 0) * line.size * k)
    tail(context, line, at, { look, ...options })
    y += line.size * k * 1.3
  }
}

/** What follows the text: a note, and the mark of unguarded crossings with their number. */
function tail(
  context: Canvas2D,
  line: LabelLine,
  [x, y]: Point,
  { look, halo, colour }: { look: LabelLook; halo: string | null; colour?: string },
): void {
  if (line.note === undefined && line.gaps === undefined) return
  const theme = THEMES[look.theme]
  const k = look.k
  let left = x + context.measureText(line.text).width
  if (line.note !== undefined) {
    context.font = fontOf(400, line.size * k, line.note)
    context.fillStyle = colour ?? theme.ink2
    left += BEFORE * k
    write(context, line.note, [left, y], 0)
    left += context.measureText(line.note).width
  }
  if (line.gaps === undefined) return
  context.save()
  context.translate(left + (BEFORE + MARK / 2) * k, y - line.size * 0.36 * k)
  context.scale(k * MARK_SCALE, k * MARK_SCALE)
  drawSymbol(context, 'symbol/gap', theme)
  context.restore()
  context.font = fontOf(700, line.size * k, String(line.gaps))
  context.fillStyle = colour ?? theme.flag
  context.strokeStyle = halo ?? 'transparent'
  write(context, String(line.gaps), [left + (BEFORE + MARK + AFTER_MARK) * k, y], 0)
}

/** Of the mark in a line, seen from the mark on a road. */
const MARK_SCALE = 0.95

const colourOf = (line: LabelLine, theme: Theme): string => theme[line.colour]

/** Wide enough for every name to be read on every fill. */
const HALO = 3.2

const translucent = (hex: string, opacity: number): string =>
  `${hex}${Math.round(opacity * 255)
    .toString(16)
    .padStart(2, '0')}`

function callout(context: Canvas2D, label: PlacedLabel, look: LabelLook): void {
  const theme = THEMES[look.theme]
  const { request, box } = label
  const k = look.k
  const [w, h] = [box[2] - box[0], box[3] - box[1]]
  context.fillStyle = translucent(isDark(look.theme) ? theme.bg : theme.panel, 0.93)
  context.fillRect(box[0], box[1], w, h)
  if (!isDark(look.theme)) {
    context.strokeStyle = theme.line
    context.lineWidth = k
    context.strokeRect(box[0], box[1], w, h)
  }
  const approved = request.standing === 'approved'
  context.fillStyle = approved ? theme.ok : theme[`${request.bar ?? 'sealed'}Line`]
  context.fillRect(box[0], box[1], (approved ? 5 : 3.5) * k, h)
  if (request.standing === 'toApprove') {
    context.strokeStyle = theme.ok
    context.lineWidth = 1.5 * k
    context.strokeRect(box[0], box[1], w, h)
  }
  lines(context, label, look, { halo: null })
}

function leader(context: Canvas2D, label: PlacedLabel, look: LabelLook): void {
  if (!label.leader) return
  const theme = THEMES[look.theme]
  const [from, to] = label.leader
  context.beginPath()
  context.moveTo(from[0], from[1])
  context.lineTo(to[0], to[1])
  context.strokeStyle = translucent(theme.land, 0.7)
  context.lineWidth = 3 * look.k
  context.stroke()
  context.strokeStyle = theme.ink
  context.lineWidth = 1.1 * look.k
  context.stroke()
  // a callout that says the cases itself ends in no disc
  if (label.request.kind === 'callout' && label.request.lines[0]?.note === undefined) return
  context.beginPath()
  context.arc(from[0], from[1], 2 * look.k, 0, 2 * Math.PI)
  context.fillStyle = theme.ink
  context.fill()
}

function chip(
  context: Canvas2D,
  label: PlacedLabel,
  look: LabelLook,
  fill: string,
  line: string | null,
): void {
  const { box } = label
  context.beginPath()
  context.roundRect(box[0], box[1], box[2] - box[0], box[3] - box[1], 2 * look.k)
  context.fillStyle = fill
  context.fill()
  if (!line) return
  context.strokeStyle = line
  context.lineWidth = 0.8 * look.k
  context.stroke()
}

function paintOne(context: Canvas2D, label: PlacedLabel, look: LabelLook): void {
  const theme = THEMES[look.theme]
  const dark = isDark(look.theme)
  const { request } = label
  if (request.kind === 'callout') callout(context, label, look)
  else if (request.kind === 'shield') {
    chip(context, label, look, theme.panel, theme.adm2)
    lines(context, label, look, { halo: null })
  } else if (request.kind === 'zoneCode') {
    chip(context, label, look, theme[`${request.bar ?? 'sealed'}Line`], null)
    lines(context, label, look, { halo: null, colour: dark ? theme.bg : theme.panel })
  } else if (request.lines[0]?.colour === 'flagInk') {
    chip(context, label, look, theme.flag, null)
    lines(context, label, look, { halo: null })
  } else if (request.kind === 'count' && request.radius === undefined)
    lines(context, label, look, { halo: null })
  else lines(context, label, look, { halo: translucent(dark ? theme.land : '#FFFFFF', 0.86) })
}

/** Paints placed labels: names first, then leaders, counts, gaps and callouts on top of them. */
export function paintLabels(context: Canvas2D, placed: readonly PlacedLabel[], look: LabelLook): void {
  context.save()
  context.lineJoin = 'round'
  const shifted = (label: PlacedLabel, draw: (label: PlacedLabel) => void): void => {
    const [dx, dy] = look.shift(label)
    context.save()
    context.translate(dx, dy)
    draw(label)
    context.restore()
  }
  const upper = new Set<LabelRequest['kind']>(['callout', 'gap', 'count', 'zoneCode', 'zoneGaps'])
  for (const label of placed)
    if (!upper.has(label.request.kind)) shifted(label, (at) => paintOne(context, at, look))
  for (const label of placed) shifted(label, (at) => leader(context, at, look))
  for (const kind of ['zoneCode', 'zoneGaps', 'gap', 'callout', 'count'] as const)
    for (const label of placed)
      if (label.request.kind === kind) shifted(label, (at) => paintOne(context, at, look))
  context.restore()
}
