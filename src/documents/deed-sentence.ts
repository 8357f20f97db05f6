import type { Locale } from '../i18n/format'
import { formatShortMoment } from '../i18n/format-short'
import type { ZoneDeed } from '../log/fold/zone-deeds'
import type { Translate } from './document'

/** Names that a deed's sentence needs. */
export interface DeedWords {
  readonly t: Translate
  readonly locale: Locale
  readonly levelName: (level: string) => string
  readonly zoneCode: (zone: string) => string
  readonly stepName: (step: string) => string
}

/** What was done, in one sentence: `转为管控区`, `区疾控评估：退回 · 理由`. */
export function deedSentence(deed: ZoneDeed, words: DeedWords): string {
  const { t } = words
  const because = deed.because ? ` · ${deed.because}` : ''
  const taken = deed.reversed ? ` · ${takenBack(deed.reversed, t)}` : ''
  const contested = deed.contested ? ` · ${t('approval.deed.contested')}` : ''
  return `${bare(deed, words)}${because}${contested}${taken}`
}

function takenBack({ by, because }: NonNullable<ZoneDeed['reversed']>, t: Translate): string {
  const said = nameOf(by) ? t('approval.deed.reversed', { by: nameOf(by) }) : t('approval.deed.reversedPlain')
  return because ? `${said} · ${because}` : said
}

function bare(deed: ZoneDeed, { t, locale, levelName, zoneCode, stepName }: DeedWords): string {
  const to = deed.to ?? ''
  const from = deed.heirOf.map(zoneCode).join('、')
  switch (deed.kind) {
    case 'drawn':
      return t(from ? 'approval.deed.drawnFrom' : 'approval.deed.drawn', { to: levelName(to), from })
    case 'reshaped':
      return t(from ? 'approval.deed.reshapedFrom' : 'approval.deed.reshaped', { from })
    case 'moved':
      return t('approval.deed.moved', { to: levelName(to) })
    case 'merged':
      return t('approval.deed.merged', { to: zoneCode(to) })
    case 'renamed':
    case 'deleted':
    case 'switched':
      return t(`approval.deed.${deed.kind}`, { to })
    default: {
      const at = formatShortMoment(deed.step?.takesEffectAt ?? null, locale)
      return t(`approval.deed.${deed.kind}`, { step: stepName(deed.step?.step ?? ''), at })
    }
  }
}

const nameOf = ({ unit, name }: ZoneDeed['by']): string => [unit, name].filter(Boolean).join(' ')

/** What a step saw and whom it heard, in short; empty for deeds without. */
export function deedEvidence({ step }: ZoneDeed, t: Translate): string {
  const parts: string[] = []
  if (step?.evidence) parts.push(t('approval.deed.evidence', { digest: step.evidence.digest.slice(0, 8) }))
  const heard = step?.opinions ?? []
  if (heard.length > 0)
    parts.push(
      t('approval.deed.opinions', { n: heard.length, against: heard.filter((one) => !one.for).length }),
    )
  return parts.join(' · ')
}
