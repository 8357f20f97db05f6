import { FONT_STACK, type Theme } from '../ui/tokens'

type Canvas2D = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D

/** Glyphs in a box of 16 units, drawn with a stroke of 1.35 and round joins. */
export const GLYPHS: Readonly<Record<string, string>> = {
  quarantine:
    'M2.5 12.5V5M2.5 10h11M13.5 12.5V9.2c0-.9-.7-1.6-1.6-1.6H7V10M5.85 7.9a1.15 1.15 0 1 1-2.3 0a1.15 1.15 0 1 1 2.3 0',
  hospital: 'M8 3.4v9.2M3.4 8h9.2',
  testing: 'M6 2.6h4M6.8 2.6v8.6a1.7 1.7 0 0 0 2.4 0V2.6M6.8 8h2.4',
  vaccination:
    'M10.6 2.6l2.8 2.8M12 4L6.2 9.8M4.4 8l3.6 3.6M5.3 8.9l3.9-3.9 1.8 1.8-3.9 3.9M5.6 10.4L2.8 13.2',
  store: 'M2.8 5.4L8 2.8l5.2 2.6v5.2L8 13.2l-5.2-2.6zM2.8 5.4L8 8l5.2-2.6M8 8v5.2',
  school: 'M1.8 6.4L8 3.6l6.2 2.8L8 9.2zM4.4 7.8v3.2c1 .9 2.2 1.3 3.6 1.3s2.6-.4 3.6-1.3V7.8',
  market:
    'M2.8 6.2l1-3h8.4l1 3M3.6 6.2v6.6h8.8V6.2M2.8 6.2c0 1 .8 1.6 1.7 1.6s1.8-.6 1.8-1.6c0 1 .8 1.6 1.7 1.6s1.7-.6 1.7-1.6c0 1 .9 1.6 1.8 1.6s1.7-.6 1.7-1.6',
}

/** Side of the square a symbol is drawn into, css px at k = 1; its middle is the position. */
export function symbolBox(id: string): number {
  const [, kind] = id.split('/')
  if (kind === 'site') return 32
  if (kind === 'gap') return 24
  return kind === 'numbered' ? 28 : kind === 'gateway' ? 18 : 12
}

function square(context: Canvas2D, half: number, radius: number): void {
  context.beginPath()
  context.roundRect(-half, -half, 2 * half, 2 * half, radius)
}

/** Of what nobody knows the rim is broken. */
const BROKEN = [1.6, 1.4]

function drawPost(context: Canvas2D, theme: Theme, half: number, bar: boolean): void {
  square(context, half, half * 0.25)
  context.fillStyle = theme.bg
  context.fill()
  context.strokeStyle = theme.ink
  context.lineWidth = bar ? 1.7 : 1.2
  context.stroke()
  if (!bar) return
  context.lineWidth = 2
  context.beginPath()
  context.moveTo(-half * 0.55, 0)
  context.lineTo(half * 0.55, 0)
  context.stroke()
}

/** A broken ring with an exclamation mark and a halo: a road that crosses a line and nobody is there. */
function drawGap(context: Canvas2D, theme: Theme): void {
  const r = 4
  const disc = (radius: number, fill: string, opacity = 1): void => {
    context.globalAlpha = opacity
    context.beginPath()
    context.arc(0, 0, radius, 0, 2 * Math.PI)
    context.fillStyle = fill
    context.fill()
    context.globalAlpha = 1
  }
  disc(r * 2.5, theme.flag, 0.16)
  disc(r * 1.9, theme.bg)
  context.strokeStyle = theme.flag
  context.lineWidth = r * 0.62
  context.beginPath()
  context.arc(0, 0, r * 1.5, (-3 * Math.PI) / 4, -Math.PI / 4, true)
  context.stroke()
  context.lineWidth = r * 0.5
  context.beginPath()
  context.moveTo(0, -r * 0.75)
  context.lineTo(0, r * 0.2)
  context.stroke()
  context.beginPath()
  context.arc(0, r * 0.75, r * 0.28, 0, 2 * Math.PI)
  context.fillStyle = theme.flag
  context.fill()
}

function drawNumbered(context: Canvas2D, theme: Theme, text: string, state: string | undefined): void {
  const gap = state === 'gap'
  if (gap) {
    context.beginPath()
    // a square on its corner: discs are cases
    for (const [x, y] of [
      [0, -13],
      [13, 0],
      [0, 13],
      [-13, 0],
    ] as const)
      context.lineTo(x, y)
    context.closePath()
  } else square(context, 8.5, 2)
  context.fillStyle = gap ? theme.flag : theme.bg
  context.fill()
  if (!gap) {
    context.strokeStyle = theme.ink
    context.lineWidth = 1.4
    if (state === 'unknown') context.setLineDash(BROKEN)
    context.stroke()
    context.setLineDash([])
  }
  context.fillStyle = gap ? theme.flagInk : theme.ink
  context.font = `700 12px ${FONT_STACK}`
  context.textAlign = 'center'
  context.fillText(text, 0, 4.3)
}

/** Site box with its glyph; `share` of rooms in use is a bar below it, in the colour of gaps from 97 %. */
function drawSite(context: Canvas2D, theme: Theme, glyph: string, share: number | null): void {
  const half = glyph === 'quarantine' ? 9 : 8
  const inverted = glyph === 'hospital'
  square(context, half, half * 0.35)
  context.fillStyle = inverted ? theme.ink : theme.bg
  context.fill()
  context.strokeStyle = theme.ink
  context.lineWidth = 1.2
  context.stroke()
  context.save()
  context.translate(-half * 0.82, -half * 0.82)
  context.scale((half * 1.64) / 16, (half * 1.64) / 16)
  context.strokeStyle = inverted ? theme.bg : theme.ink
  context.lineWidth = inverted ? 2.4 : 1.35
  context.lineCap = 'round'
  context.lineJoin = 'round'
  context.stroke(new Path2D(GLYPHS[glyph] ?? ''))
  context.restore()
  if (share === null) return
  context.fillStyle = theme.bg
  context.fillRect(-9.6, half + 1.4, 19.2, 4.6)
  context.fillStyle = theme.disabled
  context.fillRect(-9, half + 2, 18, 3.4)
  context.fillStyle = share >= 0.97 ? theme.flag : theme.ink2
  context.fillRect(-9, half + 2, 18 * share, 3.4)
}

/** Draws the symbol of an image id (`symbol/gap`, `symbol/site/quarantine/0.85` …) round the origin. */
export function drawSymbol(context: Canvas2D, id: string, theme: Theme): void {
  const [, kind, name, state] = id.split('/')
  if (kind === 'gap') drawGap(context, theme)
  else if (kind === 'gateway') drawPost(context, theme, 5.6, true)
  else if (kind === 'crossing') drawPost(context, theme, 2.4, false)
  else if (kind === 'unknown') {
    context.setLineDash(BROKEN)
    drawPost(context, theme, 2.8, false)
    context.setLineDash([])
  } else if (kind === 'closed') {
    drawPost(context, theme, 2.4, false)
    context.fillStyle = theme.ink
    context.fillRect(-1.3, -1.3, 2.6, 2.6)
  } else if (kind === 'numbered') drawNumbered(context, theme, name ?? '', state)
  else if (kind === 'site') drawSite(context, theme, name ?? '', state === undefined ? null : Number(state))
}

/** A symbol as a bitmap of `scale` device pixels a css pixel of k = 1. */
export function symbolBitmap(id: string, theme: Theme, scale: number): ImageData {
  const side = Math.ceil(symbolBox(id) * scale)
  // read back at once: a canvas on the graphics card would make the page wait for it, symbol by symbol
  const context = new OffscreenCanvas(side, side).getContext('2d', { willReadFrequently: true })!
  context.translate(side / 2, side / 2)
  context.scale(scale, scale)
  drawSymbol(context, id, theme)
  return context.getImageData(0, 0, side, side)
}
