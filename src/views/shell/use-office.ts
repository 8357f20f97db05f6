import type { Survey } from '#geo'
import { officeName } from '../../i18n/office-name'
import { useLocale } from '../../i18n/use-locale'
import { onDutyAt } from '../../log/workspace/workspace-deeds'
import { useClocks } from '../../stores/use-clocks'
import { usePreferences } from '../../stores/use-preferences'
import { useWorkspaces } from '../../stores/use-workspaces'

/** Who speaks and who is on duty: as the workspace states it, else as it is set on this machine. */
export function useOffice() {
  const { locale } = useLocale()
  const workspaces = useWorkspaces()
  const preferences = usePreferences()
  const clocks = useClocks()

  /** What the workspace states now of what can be set on a wall too; null where it says nothing. */
  const statedOnWall = (): Readonly<Record<'headquarters' | 'leader' | 'phone', string | null>> => {
    const [turn] = onDutyAt(workspaces.register, clocks.effective)
    return {
      headquarters: workspaces.register.headquarters?.issuer ?? null,
      leader: turn ? [turn.name, turn.role].join(' ') : null,
      phone: turn?.phone ?? null,
    }
  }
  /** The name of the office where one is given. */
  const givenOffice = (): string | null => statedOnWall().headquarters ?? preferences.wall.headquarters
  const officeOf = (survey: Survey): string => givenOffice() ?? officeName(survey, locale.value)
  return { statedOnWall, givenOffice, officeOf }
}
