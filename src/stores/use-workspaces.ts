import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import type { Body } from '../log/events'
import { emptyRegister, type Register } from '../log/fold/register'
import type { ColumnBlock } from '../log/rows/columns'
import type { Reversible } from '../log/undo'
import type { NewWorkspace, WorkspaceEntry } from '../storage/port'
import { isPrivateWindow } from '../storage/private-window'
import type { Input, Output } from '../worker/messages'
import { useAuthor } from './author'
import { DemoMissing, demoPlan, demoPlanAhead, forgetDemoPlan } from './demo-pack'
import { type CurrentWorkspace, type Halt, haltOf } from './halt'
import { theKernel } from './kernel'
import { type Trouble, troubleOf, writeTroubleOf } from './trouble'

/** The workspaces of this browser, the one that is open, and its register. */
export const useWorkspaces = defineStore('workspaces', () => {
  const kernel = theKernel()
  const author = useAuthor()
  const list = shallowRef<readonly WorkspaceEntry[]>([])
  const persistent = ref(true)
  /** storage works, and this window looks like one that forgets it at the end */
  const looksPrivate = ref(false)
  void isPrivateWindow().then((privately) => {
    looksPrivate.value = privately
  })
  /** true until the list has been read once */
  const isReading = ref(true)
  const currentId = ref<string | null>(null)
  /** ms; what the log knew then; null = everything */
  const known = ref<number | null>(null)
  const register = shallowRef<Register>(emptyRegister())
  /** id of the workspace whose register stands in `register` */
  const registerOf = ref<string | null>(null)
  const reversible = shallowRef<Reversible>({ undo: null, canRedo: false })
  const trouble = shallowRef<Trouble | null>(null)
  const isFolding = ref(false)
  const halted = shallowRef<Halt | null>(null)
  /** the list was written by a newer release, and this one must not touch it */
  const isOutdated = ref(false)

  const current = computed<CurrentWorkspace | null>(() => {
    const entry = list.value.find(({ id }) => id === currentId.value)
    if (!entry) return halted.value?.workspace ?? null
    const { id, title, readOnly, origin, use } = entry
    return { id, title, readOnly, origin, use, persistent: persistent.value }
  })

  /** Runs the task; what goes wrong becomes `trouble`, and null is returned. */
  async function attempt<T>(task: () => Promise<T>, troubleWith = troubleOf): Promise<T | null> {
    try {
      return await task()
    } catch (reason) {
      trouble.value = troubleWith(reason) ?? trouble.value
      return null
    }
  }

  /** Reads the list, and sees whether the open workspace still takes what is written. */
  async function refresh(): Promise<void> {
    const open = current.value
    const read = await attempt(() => theKernel().ask('storage', null))
    isReading.value = false
    isOutdated.value = !read && trouble.value?.code === 'newer-release'
    const isOpen = open?.id === currentId.value && open?.id === registerOf.value
    if (open && isOpen && (read || isOutdated.value)) halted.value = haltOf(open, read?.workspaces ?? null)
    if (!read) return
    list.value = read.workspaces
    persistent.value = read.persistent
    if (!read.persistent && trouble.value === null) trouble.value = { code: 'not-kept', params: {} }
  }

  /** Folds the open log as known; a late answer is dropped, the last good register stays on trouble. */
  async function refold(): Promise<void> {
    const workspace = currentId.value
    if (workspace === null) return
    isFolding.value = true
    const question = { workspace, known: known.value, device: author.device }
    const folded = await attempt(() => kernel.ask('register', question))
    if (workspace !== currentId.value || question.known !== known.value) return
    isFolding.value = false
    if (!folded) return
    register.value = folded.register
    registerOf.value = workspace
    reversible.value = folded.reversible
  }

  /** Opens a workspace; resolves when its register stands. */
  async function open(id: string): Promise<boolean> {
    if (!list.value.some((entry) => entry.id === id)) await refresh()
    if (isOutdated.value) return false
    if (!list.value.some((entry) => entry.id === id)) {
      trouble.value = { code: 'no-such-workspace', params: { id } }
      return false
    }
    const { fault } = list.value.find((entry) => entry.id === id)!
    if (fault) {
      trouble.value = { code: fault, params: { id } }
      return false
    }
    if (currentId.value !== id) {
      currentId.value = id
      halted.value = null
      known.value = null
      register.value = emptyRegister()
      registerOf.value = null
    }
    await refold()
    return registerOf.value === id
  }

  function close(): void {
    currentId.value = null
    halted.value = null
    register.value = emptyRegister()
    registerOf.value = null
  }

  async function create(
    workspace: Pick<NewWorkspace, 'title'> & Partial<NewWorkspace>,
  ): Promise<WorkspaceEntry | null> {
    const entry = await attempt(() =>
      kernel.ask('create', { readOnly: false, origin: 'own', use: 'live', ...workspace }),
    )
    await refresh()
    return entry
  }

  /** Opens the demo district; its pack is fetched and taken in on the first time. */
  async function openDemo(): Promise<boolean> {
    await refresh()
    const kept = list.value.find(({ origin }) => origin === 'demo')
    if (kept) return open(kept.id)
    const made = await attempt(fetchDemo)
    await refresh()
    return made ? open(made.id) : false
  }

  /** Makes the demo ready on a page that holds no workspace yet; what fails here is said when it is opened. */
  async function prepareDemo(): Promise<void> {
    await refresh()
    if (list.value.length === 0) await demoPlanAhead().catch(() => null)
  }

  async function fetchDemo(): Promise<WorkspaceEntry | null> {
    const plan = await demoPlan().catch((reason) => {
      if (!(reason instanceof DemoMissing)) throw reason
      trouble.value = { code: 'demo-missing', params: { status: reason.status } }
      return null
    })
    if (!plan) return null
    const { title, use } = plan.pack
    const entry = await kernel.ask('create', {
      title: title.zh ?? title.en ?? 'demo',
      readOnly: true,
      origin: 'demo',
      use,
      take: { plan, writer: author.writer },
    })
    forgetDemoPlan()
    return entry
  }

  /** A writable workspace with the same log, opened. */
  async function copyToOwn(title: string): Promise<boolean> {
    const from = current.value
    if (!from) return false
    const entry = await attempt(
      () => kernel.ask('copy', { workspace: from.id, title }),
      (reason) => writeTroubleOf(reason, from),
    )
    await refresh()
    return entry ? open(entry.id) : false
  }

  async function rename(id: string, title: string): Promise<void> {
    await attempt(() => kernel.ask('rename', { workspace: id, title }))
    await refresh()
  }

  async function remove(id: string): Promise<void> {
    // whoever deletes what is open has closed it: it is not lost to them
    if (currentId.value === id) close()
    await attempt(() => kernel.ask('remove', { workspace: id }))
    await refresh()
  }

  /**
   * Appends drafts to the open log as one step of undo, with the files that drafts of `file.kept@1` name. False when
   * nothing was written.
   */
  async function append(
    drafts: readonly Body[],
    blocks?: ReadonlyMap<string, ColumnBlock>,
  ): Promise<boolean> {
    const plain = JSON.parse(JSON.stringify(drafts)) as Body[]
    const files = blocks ? { blocks } : {}
    return written((workspace) =>
      kernel.ask('append', { workspace, drafts: plain, writer: author.writer, ...files }),
    )
  }

  /** A file that the open log keeps; null where it is not there. */
  async function keptFile(hash: string): Promise<Uint8Array | null> {
    const workspace = currentId.value
    if (workspace === null) return null
    return (await attempt(() => kernel.ask('kept', { workspace, hash })))?.bytes ?? null
  }

  /** Takes the last step back; nothing where it is no longer the `expected` one (the id of its first event). */
  const undo = (expected?: string): Promise<boolean> => reverse('undo', expected)
  const redo = (): Promise<boolean> => reverse('redo')

  function reverse(direction: Input<'undo'>['direction'], expected?: string): Promise<boolean> {
    const shown = expected === undefined ? {} : { expected }
    return written((workspace) =>
      kernel.ask('undo', { workspace, writer: author.writer, direction, ...shown }),
    )
  }

  /** what is being written, until it stands in the register */
  let writing: Promise<unknown> = Promise.resolve()
  type Write = (workspace: string) => Promise<{ readonly appended: number }>
  const written = (write: Write): Promise<boolean> => {
    const done = writeNow(write)
    writing = done
    return done
  }
  async function writeNow(write: Write): Promise<boolean> {
    const workspace = current.value
    if (!workspace) return false
    if (workspace.readOnly) {
      trouble.value = { code: 'read-only', params: { title: workspace.title } }
      return false
    }
    const done = await attempt(
      () => write(workspace.id),
      (reason) => writeTroubleOf(reason, workspace),
    )
    if (done) await refold()
    return done !== null && done.appended > 0
  }

  /** The log with its segments, or the pack with them, as a zip. */
  function exportAs(what: Input<'export'>['what'], id = currentId.value): Promise<Output<'export'> | null> {
    if (id === null) return Promise.resolve(null)
    const lost = halted.value?.workspace.id === id ? halted.value.workspace : null
    const entry = lost ? { entry: { title: lost.title, use: lost.use } } : {}
    return attempt(() => kernel.ask('export', { workspace: id, what, notice: noticeOf(), ...entry }))
  }

  /** Lists of the open workspace as people open them, as the log knew them at the clock of knowledge. */
  function exportLists(
    wanted: Omit<Input<'exportLists'>, 'workspace' | 'known' | 'notice'>,
  ): Promise<Output<'exportLists'> | null> {
    const workspace = currentId.value
    if (workspace === null) return Promise.resolve(null)
    const asked = { ...wanted, workspace, known: known.value, notice: noticeOf() }
    return attempt(() => kernel.ask('exportLists', asked))
  }

  /** Every export is internal until sign-off exists, and says by whom and when it was made. */
  function noticeOf(): string {
    const { name, unit } = author.writer.by
    const by = [unit, name].filter(Boolean).join(' ') || '未署名 unsigned'
    return `内部资料 不得外传\nINTERNAL, NOT FOR RELEASE\n${by}\n${new Date().toISOString()}\n`
  }

  watch(known, refold)
  kernel.onMoved((workspace) => {
    void refresh()
    if (workspace === currentId.value) void refold()
  })

  return {
    list,
    isReading,
    persistent,
    looksPrivate,
    current,
    known,
    register,
    registerOf,
    /** what a briefing prints of the log */
    head: computed(() => register.value.head),
    isFolding,
    settled: () => writing,
    halted,
    isOutdated,
    /** what an undo would take back; null is nothing */
    lastStep: computed(() =>
      current.value?.readOnly === false && !halted.value ? reversible.value.undo : null,
    ),
    canUndo: computed(
      () => reversible.value.undo !== null && current.value?.readOnly === false && !halted.value,
    ),
    canRedo: computed(() => reversible.value.canRedo && current.value?.readOnly === false && !halted.value),
    trouble,
    forgetTrouble: () => {
      trouble.value = null
    },
    refresh,
    open,
    close,
    create,
    openDemo,
    prepareDemo,
    copyToOwn,
    rename,
    remove,
    append,
    keptFile,
    undo,
    redo,
    exportLog: (id?: string) => exportAs('log', id),
    exportPack: (id?: string) => exportAs('pack', id),
    exportLists,
    noticeOf,
  }
})
