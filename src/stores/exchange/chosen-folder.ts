/** What browsers with a directory picker have beside the types that every browser has. */
interface PermittedDirectory extends FileSystemDirectoryHandle {
  queryPermission?(descriptor: { mode: 'readwrite' }): Promise<PermissionState>
  requestPermission?(descriptor: { mode: 'readwrite' }): Promise<PermissionState>
}

type Picker = (options: { id: string; mode: 'readwrite' }) => Promise<FileSystemDirectoryHandle>
const picker = (): Picker | undefined => (globalThis as { showDirectoryPicker?: Picker }).showDirectoryPicker

/** Can this browser, as the page is opened, let a person choose a folder? */
export const canChooseFolder = (): boolean => picker() !== undefined

/** Lets a person choose a folder to read and write, beginning where one was chosen for the same; null where none was chosen. */
export async function chooseFolder(
  id: 'cordon-exchange' | 'cordon-backup',
): Promise<FileSystemDirectoryHandle | null> {
  try {
    return (await picker()?.({ id, mode: 'readwrite' })) ?? null
  } catch (reason) {
    if ((reason as DOMException).name === 'AbortError') return null
    throw reason
  }
}

/** May it be read and written now, without asking? */
export async function isPermitted(handle: unknown): Promise<boolean> {
  const { queryPermission } = handle as PermittedDirectory
  if (!queryPermission) return true
  return (await queryPermission.call(handle, { mode: 'readwrite' })) === 'granted'
}

/** Asks for it where need be: only upon a press of a person. */
export async function permit(handle: unknown): Promise<boolean> {
  if (await isPermitted(handle)) return true
  const { requestPermission } = handle as PermittedDirectory
  return (await requestPermission?.call(handle, { mode: 'readwrite' })) === 'granted'
}
