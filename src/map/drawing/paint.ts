import type { Position } from '#geo'
import type { Theme } from '../../ui/tokens'
import type { Project } from '../projector'
import { DRAWING_FONT, type DrawingLook } from './drawing-look'
import { paintFaults, paintNote, paintSnap, paintTexts } from './paint-marks'
import type { DrawingScene, SceneGround, SceneHandle, SceneLine } from './scene'

type Canvas2D = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D

/** Half the side of a vertex's square, css px. */
const HANDLE = 3.5
/** Handles nearer to each other than this are left out, css px: a ring of thousands stays readable. */
const APART = 9

/** Paints a drawing in css px: grounds, lines, handles, crossings, faults, snap mark, words. */
export function paintDrawing(context: Canvas2D, scene: DrawingScene, look: DrawingLook): void {
  context.save()
  context.lineJoin = 'round'
  context.lineCap = 'round'
  for (const ground of scene.grounds) paintGround(context, ground, look)
  for (const line of scene.lines) paintLine(context, line, look)
  paintHandles(context, scene.handles, look)
  paintCrossings(context, scene.crossings, look)
  paintFaults(context, scene.faults, look)
  if (scene.snap) paintSnap(context, scene.snap, look)
  paintTexts(context, scene.texts, look)
  if (scene.note) paintNote(context, scene.note, { ...look, words: scene.texts })
  context.restore()
}

function trace(context: Canvas2D, flat: Float64Array, project: Project): void {
  let [lastX, lastY] = [Number.NaN, Number.NaN]
  for (let i = 0; i + 1 < flat.length; i += 2) {
    const [x, y] = project([flat[i]!, flat[i + 1]!])
    const isEnd = i === 0 || i + 3 >= flat.length
    if (!isEnd && Math.abs(x - lastX) < 0.4 && Math.abs(y - lastY) < 0.4) continue
    if (i === 0) context.moveTo(x, y)
    else context.lineTo(x, y)
    lastX = x
    lastY = y
  }
}

/** Fill (with its opacity), stroke and dashes of each look. */
function styleOf(
  look: SceneGround['look'],
  theme: Theme,
): {
  fill: string | null
  opacity: number
  line: string
  width: number
  dash: number[]
} {
  const { accent, ink, ink3, flag } = theme
  switch (look) {
    case 'draft':
      return { fill: accent, opacity: 0.07, line: ink, width: 2.6, dash: [] }
    case 'faulty':
      return { fill: accent, opacity: 0.06, line: flag, width: 2.4, dash: [2, 5] }
    case 'add':
      return { fill: accent, opacity: 0.22, line: accent, width: 2, dash: [] }
    case 'drop':
      return { fill: ink, opacity: 0.28, line: ink, width: 2, dash: [5, 3] }
    case 'outside':
      return { fill: ink, opacity: 0.3, line: ink, width: 1.5, dash: [2, 3] }
    case 'overlap':
      return { fill: null, opacity: 0, line: ink, width: 1.6, dash: [6, 3] }
    case 'source':
      return { fill: null, opacity: 0, line: ink3, width: 1.4, dash: [3, 3] }
    case 'part':
      return { fill: accent, opacity: 0.1, line: ink, width: 2.2, dash: [9, 4] }
  }
}

function paintGround(context: Canvas2D, { shape, look }: SceneGround, { project, theme }: DrawingLook): void {
  const style = styleOf(look, theme)
  context.beginPath()
  for (const polygon of shape)
    for (const ring of polygon) {
      trace(context, ring, project)
      context.closePath()
    }
  if (style.fill) {
    context.globalAlpha = style.opacity
    context.fillStyle = style.fill
    context.fill('evenodd')
    context.globalAlpha = 1
  }
  if (look === 'draft' || look === 'part') {
    context.strokeStyle = theme.bg
    context.lineWidth = 6.5
    context.setLineDash([])
    context.stroke()
  }
  context.strokeStyle = style.line
  context.lineWidth = style.width
  context.setLineDash(style.dash)
  context.stroke()
  context.setLineDash([])
}

const LINES: Readonly<Record<SceneLine['look'], { width: number; dash: readonly number[] }>> = {
  draft: { width: 2.4, dash: [] },
  guide: { width: 1.6, dash: [4, 4] },
  lasso: { width: 1.6, dash: [5, 3] },
  border: { width: 4.5, dash: [] },
  measure: { width: 2, dash: [] },
}

function paintLine(context: Canvas2D, { positions, look }: SceneLine, { project, theme }: DrawingLook): void {
  if (positions.length < 2) return
  const { width, dash } = LINES[look]
  context.beginPath()
  trace(context, Float64Array.from(positions.flat()), project)
  if (look === 'draft' || look === 'measure' || look === 'guide') {
    context.strokeStyle = theme.bg
    context.lineWidth = width + 3
    context.stroke()
  }
  context.strokeStyle = look === 'measure' ? theme.ink : theme.accent
  context.globalAlpha = look === 'border' ? 0.35 : 1
  context.lineWidth = width
  context.setLineDash([...dash])
  context.stroke()
  context.setLineDash([])
  context.globalAlpha = 1
}

function paintHandles(context: Canvas2D, handles: readonly SceneHandle[], look: DrawingLook): void {
  const { project, theme, width, height } = look
  let last: readonly [number, number] = [Number.NaN, Number.NaN]
  for (const { at, look: kind } of handles) {
    const [x, y] = project(at)
    if (x < -8 || y < -8 || x > width + 8 || y > height + 8) continue
    const isMain = kind === 'held' || kind === 'first' || kind === 'seed'
    if (!isMain && Math.hypot(x - last[0], y - last[1]) < APART) continue
    if (!isMain) last = [x, y]
    context.beginPath()
    if (kind === 'vertex' || kind === 'held') context.rect(x - HANDLE, y - HANDLE, 2 * HANDLE, 2 * HANDLE)
    else context.arc(x, y, kind === 'middle' ? 2.6 : 4.4, 0, 2 * Math.PI)
    context.fillStyle = kind === 'held' || kind === 'seed' ? theme.accent : theme.panel
    context.fill()
    context.strokeStyle = theme.accent
    context.lineWidth = kind === 'middle' ? 1.1 : 1.8
    context.stroke()
    if (kind === 'held') paintRing(context, [x, y], theme)
  }
}

function paintRing(context: Canvas2D, [x, y]: readonly [number, number], theme: Theme): void {
  context.beginPath()
  context.arc(x, y, 9, 0, 2 * Math.PI)
  context.strokeStyle = theme.focus
  context.lineWidth = 2
  context.stroke()
}

/** Beyond this many in sight the signs shrink to dots and squares: the line stays readable. */
const CROWD = 24

function paintCrossings(context: Canvas2D, crossings: DrawingScene['crossings'], look: DrawingLook): void {
  const { project, theme, width, height } = look
  const seen = crossings.flatMap(({ position, state }) => {
    const [x, y] = project(position as Position)
    return x < 0 || y < 0 || x > width || y > height ? [] : [{ x, y, state }]
  })
  const isSmall = seen.length > CROWD
  const size = isSmall ? 3 : 5
  for (const { x, y, state } of seen) {
    context.beginPath()
    if (state === 'unguarded') context.arc(x, y, 1.5 * size, 0, 2 * Math.PI)
    else context.rect(x - size, y - size, 2 * size, 2 * size)
    context.fillStyle = state === 'unguarded' ? theme.flag : theme.panel
    context.fill()
    context.strokeStyle = state === 'unguarded' ? theme.flagInk : theme.ink
    context.lineWidth = 1.5
    if (state === null) context.setLineDash([2.4, 2])
    context.stroke()
    context.setLineDash([])
    if (isSmall || state === null) continue
    context.beginPath()
    if (state === 'unguarded') {
      context.fillStyle = theme.flagInk
      context.font = DRAWING_FONT(11, 700)
      context.textAlign = 'center'
      context.textBaseline = 'middle'
      context.fillText('!', x, y + 0.5)
    } else {
      context.moveTo(x - 2.5, y)
      context.lineTo(x + 2.5, y)
      if (state === 'closed') {
        context.moveTo(x, y - 2.5)
        context.lineTo(x, y + 2.5)
      }
      context.stroke()
    }
  }
}
