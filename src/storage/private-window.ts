interface HeapMemory {
  readonly memory?: { readonly jsHeapSizeLimit: number }
}

/**
 * Whether this looks like a private window, whose storage ends with it. Browsers do not say so: Firefox and Safari refuse
 * the origin's file system there, Chromium offers less storage than twice the heap of a page. Never throws.
 */
export async function isPrivateWindow(): Promise<boolean> {
  const storage = globalThis.navigator?.storage
  if (!storage?.getDirectory) return false
  try {
    await storage.getDirectory()
  } catch {
    return true
  }
  const heap = (globalThis.performance as Performance & HeapMemory).memory?.jsHeapSizeLimit
  const { quota } = await storage.estimate().catch((): StorageEstimate => ({}))
  return heap !== undefined && quota !== undefined && quota < 2 * heap
}
