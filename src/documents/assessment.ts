import {
  type ApprovalStep,
  type ConditionAnswer,
  daysBetween,
  differencesOf,
  type FrozenView,
  type Survey,
  type SurveyZone,
  type TransitionAnswer,
} from '#geo'
import { conditionDetail } from '../briefing/condition-detail'
import { levelName } from '../briefing/sentences'
import { formatArea, formatCount, formatFullMoment, formatPercent, type Locale } from '../i18n/format'
import { formatShortMoment } from '../i18n/format-short'
import type { ZoneDeed } from '../log/zone-deeds'
import { deedSentence } from './deed-sentence'
import { differenceLines, rowsInWords } from './difference-lines'
import { heading, type PaperBlock, type PaperDocument, paragraph, type Translate } from './document'

/** What an assessment form is made of: answers, steps with what they saw, and the zone's file. */
export interface AssessmentInput {
  readonly zone: SurveyZone
  readonly transition: TransitionAnswer
  /** what is seen now */
  readonly seen: FrozenView
  readonly chain: readonly ApprovalStep[]
  /** the file of the zone */
  readonly deeds: readonly ZoneDeed[]
  readonly survey: Survey
  readonly locale: Locale
  readonly t: Translate
  readonly frame: PaperFrame
}

/** What every paper says of where it comes from. */
export interface PaperFrame {
  readonly head: string | null
  readonly events: number
  readonly synthetic: boolean
  readonly exercise: boolean
}

/** 解除（降级）评估表: every figure is one of the answers'. */
export function assessmentForm(input: AssessmentInput): PaperDocument {
  const { zone, survey, locale, t } = input
  return {
    title: t('documents.form.title', { code: zone.code[locale], name: zone.name }),
    subtitle: formatFullMoment(survey.asOf, locale),
    number: null,
    stamp: t('documents.internal'),
    labels: labelsOf(input),
    blocks: [
      ...aboutBlocks(input),
      ...conditionBlocks(input),
      ...findingBlocks(input),
      ...dateBlocks(input),
      ...opinionBlocks(input),
      ...stepBlocks(input),
      ...againstBlocks(input),
      heading(t('documents.form.map')),
      {
        kind: 'picture',
        caption: t('documents.mapCaption', { asOf: formatFullMoment(survey.asOf, locale) }),
      },
      ...historyBlocks(input),
      {
        kind: 'signatures',
        lines: ['drafted', 'checked', 'issued'].map((role) => ({
          role: t(`documents.signatures.${role}`),
          name: '',
        })),
      },
    ],
    footer: footerOf(input),
    colon: t('documents.colon'),
  }
}

/** Under every title: what the data is not. */
export function labelsOf({
  survey,
  frame,
  locale,
  t,
}: Pick<AssessmentInput, 'survey' | 'frame' | 'locale' | 't'>): string[] {
  const { endedOn } = survey.policy
  return [
    ...(frame.exercise ? [t('documents.exercise')] : []),
    ...(frame.synthetic ? [t('documents.synthetic')] : []),
    ...(endedOn ? [t('documents.ruleEnded', { day: formatShortMoment(endedOn, locale) })] : []),
  ]
}

export function footerOf({
  survey,
  frame,
  locale,
  t,
}: Pick<AssessmentInput, 'survey' | 'frame' | 'locale' | 't'>): string {
  return t('documents.footer', {
    asOf: formatFullMoment(survey.asOf, locale),
    head: frame.head?.slice(0, 12) ?? '—',
    events: frame.events,
  })
}

const columns = (t: Translate, key: string): string[] => t(`documents.form.${key}`).split(';')

const table = (
  id: string,
  rows: readonly (readonly string[])[],
  shape: { head?: readonly string[]; widths: readonly number[]; strong?: readonly number[] },
): PaperBlock => ({
  kind: 'table',
  id,
  head: shape.head ?? null,
  rows,
  widths: shape.widths,
  strong: shape.strong ?? [],
})

function aboutBlocks({ zone, transition, survey, locale, t }: AssessmentInput): PaperBlock[] {
  const f = (key: string): string => t(`documents.form.${key}`)
  const moment = (when: string | null): string => formatFullMoment(when, locale)
  const into = survey.zones.find(({ id }) => id === transition.into)?.code[locale] ?? transition.into
  const names = {
    from: levelName(survey, zone.level, locale),
    to: levelName(survey, transition.to, locale),
    zone: into,
  }
  const counts = countsOf(transition.conditions)
  const people =
    zone.peopleKnown < 1
      ? t('documents.form.peopleAtLeast', {
          n: formatCount(zone.people),
          share: formatPercent(zone.peopleKnown),
        })
      : t('documents.form.peopleN', { n: formatCount(zone.people) })
  const places = [zone.households, zone.places, zone.buildings].map(formatCount).join(' / ')
  return [
    heading(f('about')),
    table(
      'about',
      [
        [f('code'), `${zone.code[locale]} ${zone.name}`, f('policy'), survey.policy[locale]],
        [f('level'), names.from, f('changes'), t(`documents.form.${into ? 'changeInto' : 'change'}`, names)],
        [f('designated'), moment(zone.designatedAt), f('since'), moment(zone.since)],
        [f('area'), `${formatArea(zone.areaM2)} km²`, f('people'), people],
        [
          f('households'),
          places,
          t('documents.form.cases', { subject: survey.subject[locale] }),
          `${formatCount(zone.cases)} / ${moment(zone.lastCaseOn)}`,
        ],
      ],
      { widths: [2, 3, 2, 3] },
    ),
    paragraph(
      `${f('verdict')}${t('documents.colon')}${t(counts.unmet + counts.unknown === 0 ? 'documents.form.verdictMet' : 'documents.form.verdictOpen', counts)}`,
      'strong',
    ),
  ]
}

function countsOf(conditions: readonly ConditionAnswer[]): Record<'met' | 'unmet' | 'unknown', number> {
  const deciding = conditions.filter(({ authority }) => authority !== 'reference')
  const count = (state: ConditionAnswer['state']): number =>
    deciding.filter((one) => one.state === state).length
  return { met: count('met'), unmet: count('unmet'), unknown: count('unknown') }
}

function conditionBlocks({ transition, survey, locale, t }: AssessmentInput): PaperBlock[] {
  const codes = new Map(survey.zones.map(({ id, code }) => [id, code[locale]]))
  const deciding = transition.conditions.filter(({ authority }) => authority !== 'reference')
  const rows = deciding.map((one) => {
    const at = formatShortMoment(one.at, locale)
    const until = one.until ? formatShortMoment(one.until, locale) : t('documents.form.untilNew')
    return [
      one[locale],
      t(`documents.form.authority.${one.authority}`),
      t(`approval.state.${one.state}`),
      conditionDetail(one, locale, (zone) => codes.get(zone) ?? zone) || '—',
      rowsInWords(one.evidence, locale).join('\n') || '—',
      one.state === 'met' || !one.at ? at : t('documents.form.earliest', { at }),
      one.state === 'met' ? until : '—',
    ]
  })
  const strong = deciding.flatMap(({ state }, at) => (state === 'met' ? [] : [at]))
  return [
    heading(t('documents.form.conditions')),
    table('conditions', rows, {
      head: columns(t, 'conditionHead'),
      widths: [25, 13, 10, 22, 17, 12, 12],
      strong,
    }),
  ]
}

function findingBlocks({ transition, locale, t }: AssessmentInput): PaperBlock[] {
  const reference = transition.conditions.filter(({ authority }) => authority === 'reference')
  const rows = [...transition.findings, ...reference].map((one) => [
    one[locale],
    t(`approval.state.${one.state}`),
    conditionDetail(one, locale) || '—',
  ])
  return [
    heading(t('documents.form.findings'), t('documents.form.findingsNote')),
    rows.length > 0
      ? table('findings', rows, { head: columns(t, 'findingHead'), widths: [3, 1, 5] })
      : paragraph(t('documents.none')),
  ]
}

function dateBlocks({ transition, survey, locale, t }: AssessmentInput): PaperBlock[] {
  const { nationalAt, eligibleAt, approval } = transition
  const decided = approval?.takesEffectAt ?? null
  const last = (decided ?? eligibleAt ?? survey.day).slice(0, 10)
  const held = nationalAt ? daysBetween(nationalAt.slice(0, 10), last) : 0
  const moment = (when: string | null): string => formatFullMoment(when, locale)
  return [
    heading(t('documents.form.dates')),
    table(
      'dates',
      [
        [t('documents.form.national'), moment(nationalAt)],
        [t('documents.form.local'), moment(eligibleAt)],
        [t('documents.form.decided'), decided ? moment(decided) : t('documents.form.undecided')],
      ],
      { widths: [1, 2] },
    ),
    ...(held > 0 ? [paragraph(t('documents.form.held', { n: held }), 'note')] : []),
  ]
}

/** Deeds of this transition's chain since the zone entered its level. */
function stepDeeds({ deeds, transition }: AssessmentInput): ZoneDeed[] {
  const counted = new Set(transition.approval?.steps.map(({ event }) => event))
  return deeds.filter(({ event }) => counted.has(event))
}

function opinionBlocks(input: AssessmentInput): PaperBlock[] {
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
      ? table('opinions', rows, { head: columns(t, 'opinionHead'), widths: [2, 3, 1.4, 6], strong })
      : paragraph(t('documents.none')),
  ]
}

function stepBlocks(input: AssessmentInput): PaperBlock[] {
  const { transition, chain, locale, t } = input
  const deeds = new Map(stepDeeds(input).map((deed) => [deed.event, deed]))
  const rows = (transition.approval?.steps ?? []).map((step) => {
    const deed = deeds.get(step.event ?? '')
    const accepted = deed?.step?.accepts?.length ?? 0
    const note = [step.note, accepted > 0 ? t('documents.form.accepted', { n: accepted }) : ''].filter(
      Boolean,
    )
    return [
      nameOfStep(chain, step.step, locale),
      [step.by, deed?.by.name].filter(Boolean).join(' ') || '—',
      formatShortMoment(step.at, locale),
      t(step.decision === 'given' ? 'documents.form.given' : 'documents.form.declined'),
      note.join('；') || '—',
      deed?.step?.evidence?.digest.slice(0, 16) ?? '—',
    ]
  })
  return [
    heading(t('documents.form.steps')),
    rows.length > 0
      ? table('steps', rows, { head: columns(t, 'stepHead'), widths: [2.4, 2.8, 2, 1.2, 3.2, 2.6] })
      : paragraph(t('documents.none')),
  ]
}

const nameOfStep = (chain: readonly ApprovalStep[], step: string, locale: Locale): string =>
  chain.find((one) => one.step === step)?.[locale] ?? step

/** Each step's frozen evidence against what is seen now. */
function againstBlocks(input: AssessmentInput): PaperBlock[] {
  const { chain, seen, survey, locale, t } = input
  const blocks = stepDeeds(input).flatMap(({ step }): PaperBlock[] => {
    if (!step?.evidence) return []
    const before = step.evidence.seen
    const lines = differenceLines(differencesOf(before, seen), { t, locale, survey, before, after: seen })
    const at = formatShortMoment(before.asOf, locale)
    const title = t('documents.form.againstNote', { step: nameOfStep(chain, step.step, locale), at })
    if (lines.length === 0) return [paragraph(`${title}${t('documents.colon')}${t('documents.form.same')}`)]
    const rows = lines.map(({ name, before: was, after: is }) => [name, was, is])
    return [
      paragraph(title),
      table('against', rows, { head: columns(t, 'differenceHead'), widths: [5, 2, 2] }),
    ]
  })
  return blocks.length > 0 ? [heading(t('documents.form.against')), ...blocks] : []
}

function historyBlocks({ deeds, zone, chain, survey, locale, t }: AssessmentInput): PaperBlock[] {
  const words = {
    ...{ t, locale },
    levelName: (level: string) => levelName(survey, level, locale),
    zoneCode: (id: string) => survey.zones.find((one) => one.id === id)?.code[locale] ?? id,
    stepName: (step: string) => nameOfStep(chain, step, locale),
  }
  const stays = zone.stays.map(({ level, from }) => ({
    at: from,
    row: [formatShortMoment(from, locale), t('approval.deed.moved', { to: words.levelName(level) }), '—'],
  }))
  const told = deeds.map((deed) => {
    const by = [deed.by.unit, deed.by.name].filter(Boolean).join(' ') || '—'
    return {
      at: deed.printedAt,
      row: [formatShortMoment(deed.printedAt, locale), deedSentence(deed, words), by],
    }
  })
  const rows = [...stays, ...told].sort((a, b) => Date.parse(a.at) - Date.parse(b.at)).map(({ row }) => row)
  return [
    heading(t('documents.form.history')),
    table('history', rows, { head: columns(t, 'historyHead'), widths: [2, 7, 3] }),
  ]
}
