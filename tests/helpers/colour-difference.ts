export type Rgb = readonly [number, number, number]
export type Lab = readonly [number, number, number]
export type Vision = 'normal' | 'deutan' | 'protan' | 'tritan'

type Matrix = readonly [Rgb, Rgb, Rgb]

/** Machado, Oliveira, Fernandes 2009, severity 1.0, applied to linear light. */
const SIMULATION: Readonly<Record<Vision, Matrix>> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

/** `#RRGGBB` as three sRGB values between 0 and 1. */
export function rgb(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16)
  return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255]
}

const clamp = (v: number): number => Math.min(1, Math.max(0, v))
const linear = (v: number): number => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
const dot = (row: Rgb, c: Rgb): number => row[0] * c[0] + row[1] * c[1] + row[2] * c[2]

/** `top` with this opacity over `ground`, mixed in sRGB as browsers do. */
export function over(top: Rgb, opacity: number, ground: Rgb): Rgb {
  const mix = (i: 0 | 1 | 2): number => top[i] * opacity + ground[i] * (1 - opacity)
  return [mix(0), mix(1), mix(2)]
}

/** Relative luminance, WCAG 2. */
export function luminance(c: Rgb): number {
  return 0.2126 * linear(c[0]) + 0.7152 * linear(c[1]) + 0.0722 * linear(c[2])
}

/** Contrast ratio, WCAG 2: 1 to 21. */
export function contrast(a: Rgb, b: Rgb): number {
  const [high, low] = [Math.max(luminance(a), luminance(b)), Math.min(luminance(a), luminance(b))]
  return (high + 0.05) / (low + 0.05)
}

/** CIE L*a*b* under D65 of an sRGB colour as a person with that vision sees it. */
export function lab(c: Rgb, vision: Vision = 'normal'): Lab {
  const light: Rgb = [linear(c[0]), linear(c[1]), linear(c[2])]
  const [m0, m1, m2] = SIMULATION[vision]
  const seen: Rgb = [clamp(dot(m0, light)), clamp(dot(m1, light)), clamp(dot(m2, light))]
  const x = dot([0.4124564, 0.3575761, 0.1804375], seen) / 0.95047
  const y = dot([0.2126729, 0.7151522, 0.072175], seen)
  const z = dot([0.0193339, 0.119192, 0.9503041], seen) / 1.08883
  const f = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116)
  return [116 * f(y) - 16, 500 * (f(x) - f(y)), 200 * (f(y) - f(z))]
}

/** Greyscale lightness L* of a colour (0 to 100). */
export function greyLightness(c: Rgb): number {
  const y = luminance(c)
  return y > 216 / 24389 ? 116 * Math.cbrt(y) - 16 : (24389 / 27) * y
}

const DEGREE = Math.PI / 180
const cosine = (degrees: number): number => Math.cos(degrees * DEGREE)

/** CIEDE2000 with kL = kC = kH = 1 (Sharma, Wu, Dalal 2005, whose first pair is its self-test). */
export function ciede2000(one: Lab, two: Lab): number {
  const meanChroma = (Math.hypot(one[1], one[2]) + Math.hypot(two[1], two[2])) / 2
  const g = 0.5 * (1 - Math.sqrt(meanChroma ** 7 / (meanChroma ** 7 + 25 ** 7)))
  const [a1, a2] = [one[1] * (1 + g), two[1] * (1 + g)]
  const [c1, c2] = [Math.hypot(a1, one[2]), Math.hypot(a2, two[2])]
  const hue = (a: number, b: number): number =>
    a === 0 && b === 0 ? 0 : (Math.atan2(b, a) / DEGREE + 360) % 360
  const [h1, h2] = [hue(a1, one[2]), hue(a2, two[2])]
  let turn = h2 - h1
  if (c1 * c2 === 0) turn = 0
  else if (turn > 180) turn -= 360
  else if (turn < -180) turn += 360
  const deltaH = 2 * Math.sqrt(c1 * c2) * Math.sin((turn * DEGREE) / 2)
  const [meanL, meanC] = [(one[0] + two[0]) / 2, (c1 + c2) / 2]
  let meanH = h1 + h2
  if (c1 * c2 !== 0) {
    if (Math.abs(h1 - h2) <= 180) meanH /= 2
    else meanH = meanH < 360 ? (meanH + 360) / 2 : (meanH - 360) / 2
  }
  const t =
    1 -
    0.17 * cosine(meanH - 30) +
    0.24 * cosine(2 * meanH) +
    0.32 * cosine(3 * meanH + 6) -
    0.2 * cosine(4 * meanH - 63)
  const sl = 1 + (0.015 * (meanL - 50) ** 2) / Math.sqrt(20 + (meanL - 50) ** 2)
  const sc = 1 + 0.045 * meanC
  const sh = 1 + 0.015 * meanC * t
  const rotation =
    -2 *
    Math.sqrt(meanC ** 7 / (meanC ** 7 + 25 ** 7)) *
    Math.sin(60 * DEGREE * Math.exp(-(((meanH - 275) / 25) ** 2)))
  const [dl, dc, dh] = [(two[0] - one[0]) / sl, (c2 - c1) / sc, deltaH / sh]
  return Math.sqrt(dl * dl + dc * dc + dh * dh + rotation * dc * dh)
}
