/** ms between two looks at the graphics. */
const LOOK = 16

/**
 * Resolves once the graphics have drawn what they were told, or nobody waits any more. The renderer is idle as soon as
 * it has told them; on a slow machine they are seconds behind, and the canvas is empty until then.
 */
export async function finished(canvas: HTMLCanvasElement, signal: AbortSignal): Promise<void> {
  const graphics = canvas.getContext('webgl2')
  const fence = graphics?.fenceSync(graphics.SYNC_GPU_COMMANDS_COMPLETE, 0)
  if (!graphics || !fence) return
  graphics.flush()
  const isDone = (): boolean =>
    signal.aborted ||
    graphics.isContextLost() ||
    graphics.getSyncParameter(fence, graphics.SYNC_STATUS) === graphics.SIGNALED
  while (!isDone()) await new Promise((done) => setTimeout(done, LOOK))
  graphics.deleteSync(fence)
}
