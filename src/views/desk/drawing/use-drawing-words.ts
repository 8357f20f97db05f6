import { type ComputedRef, computed } from 'vue'
import type { DraftFault } from '#geo'
import { formatArea } from '../../../i18n/format'
import { useLocale } from '../../../i18n/use-locale'
import { zoneTitle } from '../../../i18n/zone-title'
import { figurePhrases, groundNotes, measurePhrases, partPhrase } from './draft-words'
import type { DeskDrawing } from './use-drawing'

export interface DrawingWords {
  readonly title: ComputedRef<string>
  /** figures of what is drawn */
  readonly phrases: ComputedRef<readonly string[]>
  /** whom it concerns beside the district and the zone itself */
  readonly notes: ComputedRef<readonly string[]>
  readonly how: ComputedRef<string>
  /** what has just happened, for eyes and ears */
  readonly said: ComputedRef<string>
  faultText(fault: DraftFault): string
}

/** The sentences of the panel that goes with a drawing. */
export function useDrawingWords({
  draft,
  figures,
  preview,
  faults,
  words,
  areaOf,
}: DeskDrawing): DrawingWords {
  const { locale, t } = useLocale()
  const nameOf = (code: string): string => {
    const zone = words.value.zoneOf(code)
    return zone ? zoneTitle(zone, locale.value) : (words.value.placeOf(code)?.name ?? code)
  }
  const isFaulty = computed(() => faults.value.some(({ weight }) => weight === 'repair'))
  const title = computed(() => {
    const { tool, zone, work } = draft.value
    const isVertices = tool === 'select' && work.ground?.kind === 'drawn'
    if (isVertices && !zone) return t('drawing.title.vertices')
    const name = tool === 'place' ? t('drawing.title.place') : t(`drawing.tool.${tool}`)
    if (!zone || tool === 'ring' || tool === 'buffer') return name
    const code = words.value.zoneOf(zone)?.code[locale.value] ?? zone
    if (tool === 'split') return t('drawing.title.splitting', { zone: code })
    if (tool === 'merge') return t('drawing.title.merging', { zone: code })
    return work.ground ? `${name} · ${t('drawing.title.editing', { zone: code })}` : name
  })
  const phrases = computed(() => {
    const facts = words.value
    if (draft.value.tool === 'measure') return measurePhrases(draft.value, facts)
    if (isFaulty.value) return [t('drawing.figures.afterRepair')]
    const parts = partPhrase(preview.value, t, areaOf)
    const { ground } = draft.value.work
    const count = ground?.kind === 'members' ? ground.codes.length : undefined
    const chosen = count === undefined || parts ? [] : [t('drawing.figures.chosen', { n: count })]
    return [
      ...(parts ? [parts] : []),
      ...chosen,
      ...(figures.value
        ? figurePhrases(figures.value, { ...facts, ...(count === undefined ? {} : { chosen: count }) })
        : []),
    ]
  })
  const how = computed(() => {
    const { tool, source, work } = draft.value
    if (tool === 'buffer' && source !== 'points')
      return t(source === 'line' ? 'drawing.how.bufferLine' : 'drawing.how.bufferZone')
    if (tool === 'select' && work.ground?.kind === 'members') return t('drawing.how.selectMembers')
    return t(`drawing.how.${tool}`)
  })
  const said = computed(() => {
    const now = draft.value.said
    if (!now) return ''
    const name = typeof now.params?.code === 'string' ? nameOf(now.params.code) : ''
    return t(`drawing.said.${now.code}`, { ...now.params, name })
  })
  return {
    ...{ title, phrases, how, said },
    notes: computed(() =>
      figures.value && draft.value.tool !== 'split' && !isFaulty.value
        ? groundNotes(figures.value, words.value, faults.value)
        : [],
    ),
    faultText: ({ code, areaM2, about }) =>
      t(`drawing.fault.${code}`, { area: formatArea(areaM2), about: about ? nameOf(about) : '' }),
  }
}
