/// <reference lib="webworker" />
// The first context of a page starts the process that draws, which holds whoever asks for it: here nobody waits for it.
try {
  new OffscreenCanvas(1, 1).getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext()
} catch {
  // without it the map says that it cannot be drawn
}
self.close()
