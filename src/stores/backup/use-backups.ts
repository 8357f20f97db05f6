import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import type { BackupFailure } from '../../exchange/backup/backups-kept'
import type { Kernel } from '../../worker/client'
import type { Input, Output } from '../../worker/messages'
import { useAuthor } from '../author'
import { canChooseFolder, chooseFolder, isPermitted, permit } from '../exchange/chosen-folder'
import { ownQuestions } from '../exchange/own-questions'
import { kernelAside } from '../kernel'
import { useWorkspaces } from '../use-workspaces'

/** ms between two looks at whether one is due */
const LOOK_MS = 30_000
/** ms after the last act, or after a workspace was opened, before its log is read for it */
const SETTLED_MS = 4_000

/** The backups of the open workspace: when one is due, that it is made alone where it may be, and the last that was proven. */
export const useBackups = defineStore('backups', () => {
  const workspaces = useWorkspaces()
  const author = useAuthor()
  const { own, trouble, ask } = ownQuestions()
  const state = shallowRef<Output<'backups'> | null>(null)
  const busy = ref<'folder' | 'file' | null>(null)
  const isAllowed = ref(true)
  /** ms */
  const clock = ref(Date.now())

  const isDue = computed(() => {
    const at = state.value?.dueAt ?? null
    return at !== null && at <= clock.value && busy.value === null
  })

  async function refresh(): Promise<void> {
    const workspace = own.value
    const read = workspace === null ? null : await ask('backups', { workspace })
    if (workspace !== own.value) return
    clock.value = Date.now()
    state.value = read
    isAllowed.value = !read?.folder || (await isPermitted(read.folder.handle))
  }

  async function set(change: Omit<Input<'setBackups'>, 'workspace'>): Promise<void> {
    const workspace = own.value
    if (workspace === null) return
    state.value = (await ask('setBackups', { workspace, ...change })) ?? state.value
  }

  async function choose(): Promise<void> {
    const folder = await chooseFolder('cordon-backup')
    if (!folder) return
    trouble.value = null
    await set({ folder })
    isAllowed.value = true
    await make(false)
  }

  /** Into the folder, as a person asked. */
  async function makeNow(): Promise<void> {
    const handle = state.value?.folder?.handle
    if (handle === undefined) return
    isAllowed.value = await permit(handle)
    if (isAllowed.value) await make(false)
  }

  const asked = (workspace: string) => ({
    ...{ workspace, writer: author.writer, notice: workspaces.noticeOf() },
  })
  /** In a worker beside the kernel: what is asked meanwhile does not wait for it. */
  async function aside<Made>(
    into: 'folder' | 'file',
    task: (kernel: Kernel) => Promise<Made>,
  ): Promise<Made> {
    trouble.value = null
    busy.value = into
    const beside = kernelAside()
    try {
      return await task(beside.kernel)
    } finally {
      beside.stop()
      busy.value = null
      await refresh()
    }
  }

  async function make(ifDue: boolean): Promise<void> {
    const workspace = own.value
    if (workspace === null || busy.value !== null) return
    await aside('folder', (kernel) => ask('makeBackup', { ...asked(workspace), ifDue }, kernel))
  }

  /** One that a person keeps somewhere; null where it did not come back as the log is. */
  async function hand(): Promise<{ readonly name: string; readonly bytes: Uint8Array } | null> {
    const workspace = own.value
    if (workspace === null || busy.value !== null) return null
    const made = await aside('file', (kernel) => ask('handBackup', asked(workspace), kernel))
    return made?.ok ? made : null
  }

  async function makeAlone(): Promise<void> {
    clock.value = Date.now()
    const handle = state.value?.folder?.handle
    if (!isDue.value || handle === undefined) return
    isAllowed.value = await isPermitted(handle)
    if (isAllowed.value) await make(true)
  }

  let settling: ReturnType<typeof setTimeout> | undefined
  watch(
    [own, () => workspaces.head],
    ([workspace], [before]) => {
      if (workspace !== before) state.value = null
      clearTimeout(settling)
      settling = setTimeout(() => void refresh().then(makeAlone), SETTLED_MS)
    },
    { immediate: true },
  )
  setInterval(() => void makeAlone(), LOOK_MS)

  return {
    ...{ state, busy, trouble, isAllowed, isDue, own },
    failure: computed<BackupFailure | null>(() => state.value?.failed ?? null),
    canChooseFolder: canChooseFolder(),
    ...{ refresh, set, choose, makeNow, hand },
  }
})
