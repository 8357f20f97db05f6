import { dexieStorage } from './dexie'
import { memoryStorage } from './memory'
import type { Storage } from './port'

/** The browser's database; where it keeps none, storage that says of itself that nothing is kept. */
export function openStorage(): Promise<Storage> {
  return dexieStorage().catch(() => memoryStorage())
}
