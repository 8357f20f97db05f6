import {
  HATCH,
  type LevelHatch,
  type LevelStyle,
  RATE_DOTS,
  SHADES,
  SOFT_FILL,
  shadeOf,
  styleOfHatch,
  type Theme,
  tintOf,
} from '../ui/tokens'

/** A bitmap, RGBA with straight alpha, that repeats without a seam. */
export interface HatchBitmap {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
  /** side of the tile on the screen, css px */
  readonly cssSize: number
}

/** Tile sides in css px at k = 1, and how many bands, lines or dot periods fit into one. */
const TILES: Readonly<Record<LevelStyle, { readonly size: number; readonly repeats: number }>> = {
  sealed: { size: 28, repeats: 4 },
  controlled: { size: 38, repeats: 3 },
  precaution: { size: 16, repeats: 2 },
}

/** Lines in the tile of a milder level of a style, and its side, css px at k = 1. */
const LINES = 4
const sideOf = (hatch: LevelHatch): number =>
  shadeOf(hatch) === 1 ? TILES[styleOfHatch(hatch)].size : LINES * SHADES[2].period

const SAMPLES = 4

const channels = (hex: string): readonly [number, number, number] => {
  const value = Number.parseInt(hex.slice(1), 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}

/** Whether a point of the unit tile lies on a band (/), a line (\), a dot, or an upright or level line; periods are 1 / repeats. */
function marked(hatch: LevelHatch, x: number, y: number): boolean {
  const [style, shade] = [styleOfHatch(hatch), shadeOf(hatch)]
  if (shade !== 1) {
    const { period, width } = SHADES[shade]
    return ((shade === 2 ? x : y) * LINES) % 1 < width / period
  }
  const { repeats } = TILES[style]
  if (style === 'precaution') {
    const { period, radius } = HATCH.precaution
    const [u, v] = [((x * repeats) % 1) * period, ((y * repeats) % 1) * period]
    return (
      Math.min(
        Math.hypot(u - period / 4, v - period / 4),
        Math.hypot(u - (3 * period) / 4, v - (3 * period) / 4),
      ) < radius
    )
  }
  const { period, width } = HATCH[style]
  const along = (style === 'sealed' ? x + y : x - y) * repeats
  return along - Math.floor(along) < width / period
}

function covered(hatch: LevelHatch, px: number, py: number, side: number): number {
  let hits = 0
  for (let i = 0; i < SAMPLES; i++)
    for (let j = 0; j < SAMPLES; j++)
      if (marked(hatch, (px + (i + 0.5) / SAMPLES) / side, (py + (j + 0.5) / SAMPLES) / side)) hits++
  return hits / SAMPLES ** 2
}

/**
 * The hatch of a level at `scale` device pixels a css pixel of k = 1 (canvas ratio × k). The tile is a
 * whole number of device pixels, so `cssSize` may differ from the nominal side by less than a pixel.
 * Base tint and marks are mixed as two layers of paint, marks on top.
 */
export function hatchBitmap(
  hatch: LevelHatch,
  theme: Theme,
  options: { scale: number; ratio: number; soft?: boolean },
): HatchBitmap {
  const { scale, ratio, soft = false } = options
  const style = styleOfHatch(hatch)
  const side = Math.max(1, Math.round(sideOf(hatch) * scale))
  const tint = theme[`${style}Fill`] * tintOf(hatch) * (soft ? SOFT_FILL[style] : 1)
  const mark = style === 'sealed' ? theme.sealedHatch : HATCH[style].opacity
  const base = channels(theme[style])
  const top = channels(style === 'sealed' ? theme.bg : theme[`${style}Line`])
  const data = new Uint8Array(side * side * 4)
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      const over = covered(hatch, x, y, side) * mark
      const alpha = over + tint * (1 - over)
      const at = (y * side + x) * 4
      for (let c = 0; c < 3; c++)
        data[at + c] = Math.round((top[c]! * over + base[c]! * tint * (1 - over)) / alpha)
      data[at + 3] = Math.round(alpha * 255)
    }
  return { width: side, height: side, data, cssSize: side / ratio }
}

/** Side of the tile of dots and radius of a dot, css px at k = 1. */
const DOTS = { size: 6, radius: 0.85 }

/** Ground with too few cases for a rate: opaque, staggered dots of the second fill of the ramp. */
export function dotsBitmap(theme: Theme, { scale, ratio }: { scale: number; ratio: number }): HatchBitmap {
  const side = Math.max(2, Math.round(DOTS.size * scale))
  const radius = DOTS.radius / DOTS.size
  const [ground, dot] = [channels(theme.land), channels(RATE_DOTS)]
  const isDot = (u: number, v: number): boolean =>
    Math.min(Math.hypot(u - 0.25, v - 0.25), Math.hypot(u - 0.75, v - 0.75)) < radius
  const data = new Uint8Array(side * side * 4)
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      let hits = 0
      for (let i = 0; i < SAMPLES; i++)
        for (let j = 0; j < SAMPLES; j++)
          if (isDot((x + (i + 0.5) / SAMPLES) / side, (y + (j + 0.5) / SAMPLES) / side)) hits++
      const over = hits / SAMPLES ** 2
      const at = (y * side + x) * 4
      for (let c = 0; c < 3; c++) data[at + c] = Math.round(dot[c]! * over + ground[c]! * (1 - over))
      data[at + 3] = 255
    }
  return { width: side, height: side, data, cssSize: side / ratio }
}

/**
 * The `pixelRatio` under which a hatch keeps its period at this zoom: the renderer stretches patterns by
 * 2^(zoom − ⌊zoom⌋) between whole zooms, so the bitmap is declared that much denser.
 */
export function hatchPixelRatio(ratio: number, zoom: number): number {
  return ratio * 2 ** (zoom - Math.floor(zoom))
}
