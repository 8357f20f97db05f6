import type { BrowserContext } from 'playwright-core'

/** Pages of the context find no WebGL: no map is drawn, and what is not the map is the faster for it. */
export function withoutGraphics(context: BrowserContext): Promise<unknown> {
  return context.addInitScript(() => {
    type Asked = (this: unknown, kind: string, ...rest: unknown[]) => unknown
    for (const Canvas of [HTMLCanvasElement, OffscreenCanvas]) {
      const real = Canvas.prototype.getContext as Asked
      const without: Asked = function (kind, ...rest) {
        return kind.startsWith('webgl') ? null : real.call(this, kind, ...rest)
      }
      Object.assign(Canvas.prototype, { getContext: without })
    }
  })
}
