import { defineStore } from 'pinia'
import { ref, shallowRef, watch } from 'vue'
import type { Output, SentFile } from '../../worker/messages'
import { useAuthor } from '../author'
import { useWorkspaces } from '../use-workspaces'
import { canChooseFolder, chooseFolder, isPermitted, permit } from './chosen-folder'
import { ownQuestions } from './own-questions'

/** ms between two looks at the folder, which tells nobody that it changed */
const POLL_MS = 10_000
/** ms after a workspace was opened */
const SETTLED_MS = 3_000

type Looked = Extract<Output<'lookAtExchange'>, { ok: true }>['preview']
type Unread = Extract<Output<'lookAtExchange'>, { ok: false }>
type FolderFault = Extract<Output<'meetFolder'>, { ok: false }>['code']

/** The open workspace and other machines: files, the chosen folder, and what was exchanged last. */
export const useExchange = defineStore('exchange', () => {
  const workspaces = useWorkspaces()
  const { own, trouble, ask } = ownQuestions()
  const author = useAuthor()
  const state = shallowRef<Output<'exchange'> | null>(null)
  /** what is being done */
  const busy = ref<'make' | 'look' | 'take' | 'folder' | null>(null)
  /** a file before it is taken, or after it was refused */
  const looked = shallowRef<{ readonly file: SentFile; readonly preview: Looked } | null>(null)
  const unread = shallowRef<
    (Pick<Unread, 'seen'> & { readonly code: Unread['code']; readonly name: string }) | null
  >(null)
  const folderFault = ref<FolderFault | null>(null)
  const isAllowed = ref(true)
  /** is the pane on the screen? */
  const isShown = ref(false)

  async function refresh(): Promise<void> {
    const workspace = own.value
    const read = workspace === null ? null : await ask('exchange', { workspace })
    if (workspace !== own.value) return
    state.value = read
    isAllowed.value = !read?.folder || (await isPermitted(read.folder.handle))
  }

  /** A file of what a machine lacks, or of everything; null where none was made. */
  async function make(peer: string | null): Promise<Output<'makeExchange'> | null> {
    const workspace = own.value
    if (workspace === null) return null
    trouble.value = null
    busy.value = 'make'
    const made = await ask('makeExchange', {
      ...{ workspace, writer: author.writer, peer },
      notice: workspaces.noticeOf(),
    })
    await refresh()
    busy.value = null
    return made
  }

  async function look(file: SentFile): Promise<void> {
    const workspace = own.value
    if (workspace === null) return
    leave()
    busy.value = 'look'
    const answer = await ask('lookAtExchange', { workspace, file })
    busy.value = null
    if (answer?.ok) looked.value = { file, preview: answer.preview }
    else if (answer) unread.value = { code: answer.code, seen: answer.seen, name: file.path }
  }

  function leave(): void {
    looked.value = null
    unread.value = null
    trouble.value = null
  }

  /** Takes the file that was looked at. */
  async function take(): Promise<void> {
    const workspace = own.value
    const file = looked.value?.file
    if (workspace === null || !file) return
    trouble.value = null
    busy.value = 'take'
    const answer = await ask('takeExchange', { workspace, writer: author.writer, file })
    if (answer?.ok) looked.value = answer.preview.refusal ? { file, preview: answer.preview } : null
    await refresh()
    busy.value = null
  }

  async function choose(): Promise<void> {
    const folder = await chooseFolder('cordon-exchange')
    const workspace = own.value
    if (!folder || workspace === null) return
    trouble.value = null
    state.value = (await ask('setExchangeFolder', { workspace, folder })) ?? state.value
    await meet()
  }

  async function forget(): Promise<void> {
    const workspace = own.value
    folderFault.value = null
    if (workspace !== null)
      state.value = (await ask('setExchangeFolder', { workspace, folder: null })) ?? state.value
  }

  /** Exchanges over the folder, as a person asked. */
  async function meet(): Promise<void> {
    const handle = state.value?.folder?.handle
    if (handle === undefined) return
    isAllowed.value = await permit(handle)
    if (isAllowed.value) await meetNow()
    else folderFault.value = 'denied'
  }

  async function meetNow(): Promise<void> {
    const workspace = own.value
    if (workspace === null || busy.value !== null) return
    trouble.value = null
    busy.value = 'folder'
    const answer = await ask('meetFolder', { workspace, writer: author.writer })
    folderFault.value = answer?.ok === false ? answer.code : null
    await refresh()
    busy.value = null
  }

  /** By itself: when something was written here, and now and then, where the folder may be read without asking. */
  async function meetAgain(): Promise<void> {
    const handle = state.value?.folder?.handle
    if (handle !== undefined && (await isPermitted(handle))) await meetNow()
  }

  /** what was looked at belongs to the workspace that was open; the folder is met once the first figures stand */
  watch(
    own,
    () => {
      leave()
      folderFault.value = null
      state.value = null
      if (isShown.value) void refresh()
      else setTimeout(() => void refresh().then(meetAgain), SETTLED_MS)
    },
    { immediate: true },
  )
  watch([() => workspaces.head, isShown], async () => {
    if (!isShown.value && !state.value?.folder) return
    await refresh()
    if (state.value?.folder?.waiting) await meetAgain()
  })
  setInterval(() => void meetAgain(), POLL_MS)

  return {
    ...{ state, busy, looked, unread, folderFault, trouble, isAllowed, isShown },
    canChooseFolder: canChooseFolder(),
    ...{ make, look, leave, take, choose, forget, meet },
  }
})
