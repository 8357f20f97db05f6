import type { Survey } from '#geo'
import { useLocale } from '../../i18n/use-locale'
import { usePreferences } from '../../stores/use-preferences'
import { useWorkspaces } from '../../stores/use-workspaces'

/** Who speaks on papers and bars: the issuing body of the workspace, else what is set on this machine, else the district's headquarters. */
export function useOffice(): {
  readonly officeOf: (survey: Survey) => string
  readonly stated: () => string | null
} {
  const { t } = useLocale()
  const workspaces = useWorkspaces()
  const preferences = usePreferences()
  const stated = (): string | null =>
    workspaces.register.headquarters?.issuer ?? preferences.wall.headquarters
  return {
    stated,
    officeOf: ({ district }) => stated() ?? t('shell.office', { district: district.name }),
  }
}
