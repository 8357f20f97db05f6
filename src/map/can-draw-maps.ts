let probed: number | null | undefined

/** The longest side of a canvas, px, as WebGL 2 tells it; null without it. Asked once: the first context is dear. */
export function largestCanvas(): number | null {
  if (probed !== undefined) return probed
  try {
    const context = document.createElement('canvas').getContext('webgl2')
    probed = context ? (context.getParameter(context.MAX_TEXTURE_SIZE) as number) : null
    context?.getExtension('WEBGL_lose_context')?.loseContext()
  } catch {
    probed = null
  }
  return probed
}

/** Whether this browser can draw a map at all: WebGL 2 and a context to be had. */
export function canDrawMaps(): boolean {
  return largestCanvas() !== null
}
