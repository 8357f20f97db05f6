import { type Ref, ref, shallowRef } from 'vue'
import { useLocale } from '../../i18n/use-locale'
import type { LastStep } from '../../log/undo'
import { useWorkspaces } from '../../stores/use-workspaces'
import { showToast } from '../../ui/toasts'

export type UndoneImport = LastStep & { readonly brought: NonNullable<LastStep['brought']> }

/** the import that a person is asked about */
const asked = shallowRef<UndoneImport | null>(null)
/** one step at a time: a key held down does not run through the log */
const isStepping = ref(false)

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

  async function stepped(step: () => Promise<boolean>): Promise<boolean> {
    isStepping.value = true
    try {
      return await step()
    } finally {
      isStepping.value = false
    }
  }
  async function takeBack(step: LastStep): Promise<void> {
    if (!(await stepped(() => workspaces.undo(step.id))) && !workspaces.trouble) sayOvertaken()
  }
  async function undo(): Promise<void> {
    const step = workspaces.lastStep
    if (!step || isStepping.value || asked.value) return
    if (step.brought) asked.value = { ...step, brought: step.brought }
    else await takeBack(step)
  }
  async function redo(): Promise<void> {
    if (!workspaces.canRedo || isStepping.value || asked.value) return
    await stepped(workspaces.redo)
  }
  async function confirm(): Promise<void> {
    const step = asked.value
    asked.value = null
    if (step) await takeBack(step)
  }
  const keep = (): void => {
    asked.value = null
  }
  return { asked, undo, redo, confirm, keep, sayOvertaken }
}
