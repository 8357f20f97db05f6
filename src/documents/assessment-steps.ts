import { type ApprovalStep, differencesOf, isSeenMoment } from '#geo'
import type { Locale } from '../i18n/format'
import { formatShortMoment } from '../i18n/format-short'
import { levelName } from '../i18n/level-name'
import { signedAgain } from '../log/fold/signed-steps'
import type { ZoneDeed } from '../log/fold/zone-deeds'
import type { AssessmentInput } from './assessment-input'
import { deedSentence } from './deed-sentence'
import { differenceLines } from './difference-lines'
import { columnsOf, heading, type PaperBlock, paragraph, table } from './document'

/** Deeds of this transition's chain since the zone entered its level. */
function stepDeeds({ deeds, transition }: AssessmentInput): ZoneDeed[] {
  const counted = new Set(transition.approval?.steps.map(({ event }) => event))
  return deeds.filter(({ event }) => counted.has(event))
}

export function opinionBlocks(input: AssessmentInput): PaperBlock[] {
  const { transition, t } = input
  const rows = (transition.approval?.steps ?? []).flatMap(({ opinions = [] }) =>
    opinions.map((one) => [
      one.by || '—',
      one.unit ?? '—',
      t(one.for ? 'documents.form.opinionFor' : 'documents.form.opinionAgainst'),
      one.text ?? '—',
    ]),
  )
  const against = t('documents.form.opinionAgainst')
  const strong = rows.flatMap((row, at) => (row[2] === against ? [at] : []))
  return [
    heading(t('documents.form.opinions')),
    rows.length > 0
      ? table('opinions', rows, {
          head: columnsOf(t, 'documents.form.opinionHead'),
          widths: [2, 3, 1.4, 6],
          strong,
        })
      : paragraph(t('documents.none')),
  ]
}

export function stepBlocks(input: AssessmentInput): PaperBlock[] {
  const { transition, chain, locale, t } = input
  const deeds = new Map(stepDeeds(input).map((deed) => [deed.event, deed]))
  const again = signedAgain(transition, input.deeds)
  const rows = (transition.approval?.steps ?? []).map((step) => {
    const deed = deeds.get(step.event ?? '')
    const accepted = deed?.step?.accepts?.length ?? 0
    const note = [step.note, accepted > 0 ? t('documents.form.accepted', { n: accepted }) : ''].filter(
      Boolean,
    )
    return [
      nameOfStep(chain, step.step, locale),
      [step.by, deed?.by.name, again.has(step.event ?? '') && t('documents.form.onePerson')]
        .filter(Boolean)
        .join(' ') || '—',
      formatShortMoment(step.at, locale),
      t(step.decision === 'given' ? 'documents.form.given' : 'documents.form.declined'),
      note.join('；') || '—',
      deed?.step?.evidence?.digest.slice(0, 16) ?? '—',
    ]
  })
  return [
    heading(t('documents.form.steps')),
    rows.length > 0
      ? table('steps', rows, {
          head: columnsOf(t, 'documents.form.stepHead'),
          widths: [2.4, 2.6, 1.9, 1.6, 3, 2.7],
        })
      : paragraph(t('documents.none')),
  ]
}

const nameOfStep = (chain: readonly ApprovalStep[], step: string, locale: Locale): string =>
  chain.find((one) => one.step === step)?.[locale] ?? step

/** Each step's frozen evidence against what is seen now; steps that saw the same are told together. */
export function againstBlocks(input: AssessmentInput): PaperBlock[] {
  const { chain, seen, survey, locale, t } = input
  const told = new Map<string, { names: string[]; rows: string[][] }>()
  for (const { step } of stepDeeds(input)) {
    if (!step?.evidence) continue
    const before = step.evidence.seen
    const lines = differenceLines(differencesOf(before, seen), { t, locale, survey, before, after: seen })
    const rows = lines.map(({ name, before: was, after: is }) => [name, was, is])
    const at = formatShortMoment(before.asOf, locale)
    const name = t('documents.form.againstStep', { step: nameOfStep(chain, step.step, locale), at })
    const alike = told.get(JSON.stringify(rows))
    if (alike) alike.names.push(name)
    else told.set(JSON.stringify(rows), { names: [name], rows })
  }
  const blocks = [...told.values()].flatMap(({ names, rows }): PaperBlock[] => {
    const steps = names.join(t('documents.notice.joiner'))
    const title = t('documents.form.againstNote', { steps })
    if (rows.length === 0) return [paragraph(`${title}${t('documents.colon')}${t('documents.form.same')}`)]
    const head = columnsOf(t, 'documents.form.differenceHead')
    return [paragraph(title), table('against', rows, { head, widths: [5, 2, 2] })]
  })
  return [
    heading(t('documents.form.against')),
    ...(blocks.length > 0 ? blocks : [paragraph(t('documents.form.nothingKept'))]),
  ]
}

/** Steps that a file recorded: the log holds no deed of them. */
function stepsOfFiles({ transition, chain, locale, t }: AssessmentInput) {
  const filed = (transition.approval?.steps ?? []).filter(({ event }) => !event)
  return filed.map(({ at, step, decision, note, by }) => {
    const said = t(decision === 'given' ? 'documents.form.given' : 'documents.form.declined')
    const text = `${nameOfStep(chain, step, locale)}${t('documents.colon')}${said}${note ? ` · ${note}` : ''}`
    return { at, row: [formatShortMoment(at, locale), text, by || '—'] }
  })
}

export function historyBlocks(input: AssessmentInput): PaperBlock[] {
  const { deeds, zone, survey, locale, t, chain } = input
  const words = {
    ...{ t, locale },
    levelName: (level: string) => levelName(survey, level, locale),
    zoneCode: (id: string) => survey.zones.find((one) => one.id === id)?.code[locale] ?? id,
    stepName: (step: string) => nameOfStep(chain, step, locale),
  }
  const written = new Set(deeds.flatMap((deed) => (deed.reversed ? [] : [deed.printedAt])))
  const stays = zone.stays.flatMap(({ level, from }, at) => {
    if (written.has(from)) return []
    const to = words.levelName(level)
    const text = t(at === 0 ? 'approval.deed.drawn' : 'approval.deed.moved', { to })
    return [{ at: from, row: [formatShortMoment(from, locale), text, '—'] }]
  })
  const seen = deeds.filter(({ at }) => at === null || isSeenMoment(at, Date.parse(survey.asOf)))
  const told = seen.map((deed) => {
    const by = [deed.by.unit, deed.by.name].filter(Boolean).join(' ') || '—'
    return {
      at: deed.printedAt,
      row: [formatShortMoment(deed.printedAt, locale), deedSentence(deed, words), by],
    }
  })
  const rows = [...stays, ...stepsOfFiles(input), ...told]
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
    .map(({ row }) => row)
  return [
    heading(t('documents.form.history')),
    table('history', rows, { head: columnsOf(t, 'documents.form.historyHead'), widths: [2, 7, 3] }),
  ]
}
