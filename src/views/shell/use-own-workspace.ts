import { useRouter } from 'vue-router'
import { useLocale } from '../../i18n/use-locale'
import { useWorkspaces } from '../../stores/use-workspaces'

/** Makes the open workspace one's own: what is read-only is copied, and the address goes over to the copy. */
export function useOwnWorkspace(): {
  /** Copies it, and goes to `view` of the copy; without, to the same view of the same hour and selection. */
  copy: (view?: string) => Promise<boolean>
  /** True once the open workspace takes events. */
  own: () => Promise<boolean>
} {
  const { t } = useLocale()
  const router = useRouter()
  const workspaces = useWorkspaces()

  async function copy(view?: string): Promise<boolean> {
    const title = `${workspaces.current?.title ?? ''} ${t('shell.export.copyName')}`.trim()
    if (!(await workspaces.copyToOwn(title))) return false
    const { name, query } = router.currentRoute.value
    const params = { workspace: workspaces.current!.id }
    await router.push(view ? { name: view, params } : { name, params, query })
    return true
  }
  const own = async (): Promise<boolean> =>
    workspaces.current !== null && (!workspaces.current.readOnly || (await copy()))
  return { copy, own }
}
