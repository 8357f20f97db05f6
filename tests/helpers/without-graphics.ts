import type { BrowserContext } from 'playwright-core'

/** Run in the page as text: what compiles this file would put words of its own into a function. */
const WITHOUT = `for (const Canvas of [HTMLCanvasElement, OffscreenCanvas]) {
  const real = Canvas.prototype.getContext
  Canvas.prototype.getContext = function (kind, ...rest) {
    return kind.startsWith('webgl') ? null : real.call(this, kind, ...rest)
  }
}`

/** Pages of the context find no WebGL: no map is drawn, and what is not the map is the faster for it. */
export const withoutGraphics = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript({ content: WITHOUT })
