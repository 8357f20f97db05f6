import type { Survey } from '#geo'
import { formatFullDay, type Locale } from '../i18n/format'
import { zonesNoneText } from './speech/zones-none'

/** Why no rule decides what is shown: none is chosen, or its first day is still to come. Null where one does. */
export function rulesNote(survey: Survey, locale: Locale): string | null {
  const { policy, zones } = survey
  const zh = locale === 'zh'
  if (policy.id === '' && zones.every(({ decisive }) => decisive === null))
    return zh ? '未选用规则，未作判定' : 'No rules chosen: nothing is decided'
  if (!policy.startsOn) return null
  if (zones.length === 0)
    return zh
      ? `规则晚于所示日期，${survey.zonesUnknown ? zonesNoneText(survey, locale) : '没有分区'}，未作判定`
      : `Rules begin later; ${survey.zonesUnknown ? zonesNoneText(survey, locale) : 'no zones'}: undecided`
  const day = formatFullDay(policy.startsOn, locale)
  return zh ? `规则自${day}起施行，晚于所示日期` : `The rules begin on ${day}, after the date shown`
}

/** That the rules had ended by the moment shown. Null where they had not. */
export function rulesEnded({ policy: { endedOn } }: Survey, locale: Locale): string | null {
  if (!endedOn) return null
  const day = formatFullDay(endedOn, locale)
  return locale === 'zh'
    ? `规则已于${day}停止执行，仅供复盘或演练`
    : `The rules ended on ${day}: for review or exercise only`
}
