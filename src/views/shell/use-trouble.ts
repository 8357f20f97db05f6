import { watch } from 'vue'
import { useLocale } from '../../i18n/use-locale'
import type { Trouble } from '../../stores/trouble'
import { useAnswers } from '../../stores/use-answers'
import { useImport } from '../../stores/use-import'
import { useWorkspaces } from '../../stores/use-workspaces'
import { showToast } from '../../ui/toasts'

/** What a person did, or what a whole screen says already. */
const SAID_ELSEWHERE: ReadonlySet<string> = new Set(['AbortError', 'no-such-workspace', 'worker-gone'])

/** Says each trouble of the stores once, as a note, in the words of its code. */
export function useTrouble(): void {
  const { t } = useLocale()
  const workspaces = useWorkspaces()
  const answers = useAnswers()
  const intake = useImport()

  function say(trouble: Trouble | null): void {
    if (!trouble || SAID_ELSEWHERE.has(trouble.code)) return
    const key = `error.trouble.${trouble.code}`
    showToast({ id: trouble.code, title: t(`${key}.title`), text: t(`${key}.text`, { ...trouble.params }) })
  }
  watch(() => workspaces.trouble, say, { immediate: true })
  watch(() => answers.trouble, say)
  watch(() => intake.trouble, say)
}
