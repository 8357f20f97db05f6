/** Lets the graphics start beside the page, before a map asks for them. */
export function warmGraphics(): void {
  if (typeof OffscreenCanvas === 'undefined') return
  new Worker(new URL('./warm.worker.ts', import.meta.url), { type: 'module' })
}
