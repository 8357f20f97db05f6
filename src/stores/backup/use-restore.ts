import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { BackupFrom } from '../../worker/backup/backup-messages'
import type { Output, SentFile } from '../../worker/messages'
import { useAuthor } from '../author'
import { permit } from '../exchange/chosen-folder'
import { theKernel } from '../kernel'
import { type Trouble, troubleOf } from '../trouble'
import { useWorkspaces } from '../use-workspaces'
import { useBackups } from './use-backups'

type Look = Extract<Output<'lookAtBackup'>, { ok: true }>['look']
type Unread = Extract<Output<'lookAtBackup'>, { ok: false }>

/** A backup that is looked at, and what of it is taken: as a workspace of its own, or what the open one lacks. */
export const useRestore = defineStore('restore', () => {
  const kernel = theKernel()
  const workspaces = useWorkspaces()
  const backups = useBackups()
  const author = useAuthor()
  const busy = ref<'look' | 'restore' | 'take' | null>(null)
  /** what lies in the chosen folder */
  const names = shallowRef<readonly string[] | null>(null)
  const looked = shallowRef<{ readonly from: BackupFrom; readonly name: string; readonly look: Look } | null>(
    null,
  )
  const unread = shallowRef<(Pick<Unread, 'code' | 'seen'> & { readonly name: string }) | null>(null)
  const taken = shallowRef<Extract<Output<'takeFromBackup'>, { ok: true }>['preview'] | null>(null)
  const trouble = shallowRef<Trouble | null>(null)

  async function attempt<Done>(doing: typeof busy.value, task: () => Promise<Done>): Promise<Done | null> {
    busy.value = doing
    trouble.value = null
    try {
      return await task()
    } catch (reason) {
      trouble.value = troubleOf(reason)
      return null
    } finally {
      busy.value = null
    }
  }

  function leave(): void {
    looked.value = null
    unread.value = null
    taken.value = null
    trouble.value = null
  }

  async function list(): Promise<void> {
    const { own, state } = backups
    leave()
    if (own === null || !state?.folder || !(await permit(state.folder.handle))) return
    const found = await attempt('look', () => kernel.ask('backupsInFolder', { workspace: own }))
    if (found?.ok) names.value = found.names
    else if (found) unread.value = { ...found, name: state.folder.name }
  }

  async function look(from: BackupFrom, name: string): Promise<void> {
    leave()
    const answer = await attempt('look', () => kernel.ask('lookAtBackup', { from, beside: backups.own }))
    if (answer?.ok) looked.value = { from, name, look: answer.look }
    else if (answer) unread.value = { ...answer, name }
  }
  const lookAtFile = (file: SentFile): Promise<void> => look({ file }, file.path)
  const lookAtName = (name: string): Promise<void> =>
    backups.own === null ? Promise.resolve() : look({ workspace: backups.own, name }, name)

  /** The id of the workspace that was made of it; null where none was. */
  async function restore(title: string): Promise<string | null> {
    const from = looked.value?.from
    if (!from) return null
    const answer = await attempt('restore', () =>
      kernel.ask('restoreBackup', { from, title, writer: author.writer }),
    )
    await workspaces.refresh()
    if (answer?.ok) leave()
    else if (answer) unread.value = { ...answer, name: title }
    return answer?.ok ? answer.entry.id : null
  }

  async function take(): Promise<void> {
    const [from, workspace] = [looked.value?.from, backups.own]
    if (!from || workspace === null) return
    const answer = await attempt('take', () =>
      kernel.ask('takeFromBackup', { from, workspace, writer: author.writer }),
    )
    if (answer?.ok) {
      leave()
      taken.value = answer.preview
    } else if (answer) unread.value = { ...answer, name: looked.value?.name ?? '' }
  }

  return {
    ...{ busy, names, looked, unread, taken, trouble },
    ...{ list, lookAtFile, lookAtName, restore, take, leave },
  }
})
