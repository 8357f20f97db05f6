import { type Ref, shallowRef } from 'vue'
import { useLocale } from '../../i18n/use-locale'
import type { LastStep } from '../../log/undo'
import { useWorkspaces } from '../../stores/use-workspaces'
import { showToast } from '../../ui/toasts'

export type UndoneImport = LastStep & { readonly brought: NonNullable<LastStep['brought']> }

/** the import that a person is asked about */
const asked = shallowRef<UndoneImport | null>(null)
type Way = 'back' | 'forth'
/** one step at a time: a key held down does not run through the log; a step the other way waits for it */
const stepping = shallowRef<{ readonly way: Way; readonly done: Promise<unknown> } | null>(null)

/** The one way to take the log a step back or forth. An import is asked about before it goes. */
export function useUndo(): {
  asked: Readonly<Ref<UndoneImport | null>>
  undo: () => Promise<void>
  redo: () => Promise<void>
  /** takes back the import that was asked about */
  confirm: () => Promise<void>
  keep: () => void
  /** says that the last step was another one than shown, and that nothing was undone */
  sayOvertaken: () => void
} {
  const { t } = useLocale()
  const workspaces = useWorkspaces()

  const sayOvertaken = (): void =>
    showToast({
      id: 'undo',
      title: t('shell.undo.overtaken'),
      text: t('shell.undo.overtakenNote'),
      calm: true,
    })

  async function stepped<Done>(way: Way, step: () => Promise<Done>): Promise<Done> {
    const done = step()
    const mine = { way, done: done.catch(() => null) }
    stepping.value = mine
    try {
      return await done
    } finally {
      if (stepping.value === mine) stepping.value = null
    }
  }
  /** False while a step the same way is on its way. */
  async function isFree(way: Way): Promise<boolean> {
    if (stepping.value?.way === way) return false
    await stepping.value?.done
    return stepping.value === null && asked.value === null
  }
  async function takeBack(step: LastStep): Promise<void> {
    if (!(await workspaces.undo(step.id)) && !workspaces.trouble) sayOvertaken()
  }
  /** What was written a moment ago is the last step: the log is waited for. */
  async function lastTakenBack(): Promise<void> {
    await workspaces.settled()
    const step = workspaces.lastStep
    if (!step) return
    if (step.brought) asked.value = { ...step, brought: step.brought }
    else await takeBack(step)
  }
  async function undo(): Promise<void> {
    if (await isFree('back')) await stepped('back', lastTakenBack)
  }
  async function redo(): Promise<void> {
    if (!(await isFree('forth')) || !workspaces.canRedo) return
    await stepped('forth', workspaces.redo)
  }
  async function confirm(): Promise<void> {
    const step = asked.value
    asked.value = null
    if (step) await stepped('back', () => takeBack(step))
  }
  const keep = (): void => {
    asked.value = null
  }
  return { asked, undo, redo, confirm, keep, sayOvertaken }
}
