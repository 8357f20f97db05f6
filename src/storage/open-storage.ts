import { dexieStorage } from './dexie'
import { memoryStorage } from './memory'
import { type Storage, StorageError } from './port'

/**
 * The browser's database; where it keeps none, storage that says of itself that nothing is kept. Fails with
 * `newer-release` where there is one that this release must not touch.
 */
export function openStorage(): Promise<Storage> {
  return dexieStorage().catch((cause) => {
    if (cause instanceof StorageError && cause.code === 'newer-release') throw cause
    return memoryStorage()
  })
}
