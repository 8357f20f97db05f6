import type { BackupFailure } from '../../exchange/backup/backups-kept'
import { formatMachineMoment } from '../../i18n/machine-time'
import { useLocale } from '../../i18n/use-locale'

/** Backups in the words of the page. */
export function useBackupWords() {
  const { locale, t } = useLocale()
  const at = (instant: number): string => formatMachineMoment(instant, locale.value)
  const why = ({ code, seen }: Pick<BackupFailure, 'code' | 'seen'>): string =>
    t(`backup.why.${code}`, { seen: seen.slice(0, 80) })
  const failed = (failure: BackupFailure): string =>
    t('backup.failure', { at: at(failure.at), why: why(failure) })
  return { at, why, failed }
}
