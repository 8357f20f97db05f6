import { type ConditionAnswer, daysBetween } from '#geo'
import { conditionDetail } from '../briefing/condition-detail'
import { raiseRows, raiseText } from '../briefing/raising'
import { oncePlacedText } from '../briefing/unplaced/unplaced'
import { formatCount, formatFullAsOf, formatFullMoment, formatPercent } from '../i18n/format'
import { formatShortMoment } from '../i18n/format-short'
import { knownShares, zoneGround } from '../i18n/ground-figures'
import { levelName } from '../i18n/level-name'
import { transitionWord } from '../i18n/transition-words'
import { zoneTitle } from '../i18n/zone-title'
import type { AssessmentInput } from './assessment-input'
import { againstBlocks, historyBlocks, opinionBlocks, stepBlocks } from './assessment-steps'
import { rowsInWords } from './difference-lines'
import { columnsOf, heading, type PaperBlock, type PaperDocument, paragraph, table } from './document'
import { footerOf, labelsOf } from './paper-frame'
import { unplacedBlocks } from './unplaced-blocks'

/** 解除（降级）评估表: every figure is one of the answers'. */
export function assessmentForm(input: AssessmentInput): PaperDocument {
  const { zone, survey, locale, t } = input
  return {
    title: t('documents.form.title', { code: zone.code[locale], name: zone.name }),
    subtitle: formatFullAsOf(survey.asOf, locale),
    number: null,
    stamp: t('documents.internal'),
    labels: labelsOf(input),
    blocks: [
      ...aboutBlocks(input),
      ...conditionBlocks(input),
      ...findingBlocks(input),
      ...unplacedBlocks(input),
      ...dateBlocks(input),
      ...opinionBlocks(input),
      ...stepBlocks(input),
      ...againstBlocks(input),
      heading(t('documents.form.map')),
      {
        kind: 'picture',
        caption: t('documents.mapCaption', { asOf: formatFullAsOf(survey.asOf, locale) }),
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

function aboutBlocks({ zone, transition, seen, survey, locale, t }: AssessmentInput): PaperBlock[] {
  const f = (key: string): string => t(`documents.form.${key}`)
  const moment = (when: string | null): string => formatFullMoment(when, locale)
  const into = survey.zones.find(({ id }) => id === transition.into)?.code[locale] ?? transition.into
  const names = {
    from: levelName(survey, zone.level, locale),
    to: levelName(survey, transition.to, locale),
    zone: into,
  }
  const counts = conditionCounts(transition.conditions)
  const effect = transition.approval?.next === null ? transition.approval.takesEffectAt : null
  const isUndermined = effect !== null && transition.state !== 'due' && transition.state !== 'approval'
  const ground = zoneGround(survey, zone)
  const n = formatCount(ground.peopleCount)
  const people =
    ground.peopleCount === null
      ? n
      : knownShares(zone).people < 1
        ? t('documents.form.peopleAtLeast', { n, share: formatPercent(zone.peopleKnown) })
        : t(`documents.form.${zone.holdsUntold ? 'peopleAtMost' : 'peopleN'}`, { n })
  // where no building is listed, nobody knows how many there are
  const places = [ground.households, ground.places, formatCount(zone.buildings || null)].join(' / ')
  return [
    ...raiseBlocks({ zone, survey, locale, t }),
    heading(f('about')),
    table(
      'about',
      [
        [f('code'), zoneTitle(zone, locale), f('policy'), seen.policy[locale] || t('desk.inspector.noRules')],
        [f('level'), names.from, f('changes'), t(`documents.form.${into ? 'changeInto' : 'change'}`, names)],
        [f('designated'), moment(zone.designatedAt), f('since'), moment(zone.since)],
        [f('area'), `${ground.area} km²`, f('people'), people],
        [
          f('households'),
          places,
          t('documents.form.cases', { subject: survey.subject[locale] }),
          `${formatCount(survey.cases ? zone.cases : null)} / ${moment(zone.lastCaseOn)}`,
        ],
      ],
      { widths: [2, 3, 2, 3] },
    ),
    paragraph(
      `${f('verdict')}${t('documents.colon')}${t(counts.unmet + counts.unknown === 0 ? 'documents.form.verdictMet' : 'documents.form.verdictOpen', counts)}`,
      'strong',
    ),
    ...(isUndermined
      ? [
          paragraph(
            t(`documents.form.${transition.approval?.untilPlaced ? 'untilPlaced' : 'undermined'}`, {
              at: formatShortMoment(effect, locale),
            }),
            'strong',
          ),
        ]
      : []),
  ]
}

/** What makes the zone stricter now stands before all that is said of its lowering. */
function raiseBlocks({
  zone,
  survey,
  locale,
  t,
}: Pick<AssessmentInput, 'zone' | 'survey' | 'locale' | 't'>): PaperBlock[] {
  return (zone.raises ?? []).map((raise) =>
    paragraph(
      t('documents.form.raise', {
        word: transitionWord('toRaise', locale),
        what: raiseText(raise, survey, locale),
        at: formatShortMoment(raise.since, locale),
        rows: raiseRows(raise, locale),
      }),
      'strong',
    ),
  )
}

/** How many of the conditions that decide are in each state. */
export function conditionCounts(
  conditions: readonly ConditionAnswer[],
): Record<'met' | 'unmet' | 'unknown', number> {
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
      one.reading ? `${one[locale]}（${t('common.reading')}）` : one[locale],
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
      head: columnsOf(t, 'documents.form.conditionHead'),
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
      ? table('findings', rows, { head: columnsOf(t, 'documents.form.findingHead'), widths: [3, 1, 5] })
      : paragraph(t('documents.none')),
  ]
}

/** Once every condition is met the day it came due; before, the earliest that the row says, with what it hangs on. */
function localDate({ zone, transition, survey, locale, t }: AssessmentInput): string {
  if (transition.state === 'due' || transition.state === 'approval')
    return formatFullMoment(transition.eligibleAt, locale)
  const { unmet, unknown } = conditionCounts(transition.conditions)
  const n = unmet + unknown
  if (zone.decisive !== transition.id) return t('documents.form.localOpen', { n })
  if (zone.held) return oncePlacedText(zone, survey, locale)
  const earliest = zone.date
  if (earliest) return t('documents.form.earliest', { at: formatFullMoment(earliest, locale) })
  if (zone.ifDone) return t('documents.form.localIfDone', { n, at: formatFullMoment(zone.ifDone.at, locale) })
  return t('documents.form.localOpen', { n })
}

function dateBlocks(input: AssessmentInput): PaperBlock[] {
  const { zone, transition, survey, locale, t } = input
  const { nationalAt, approval } = transition
  const decided = approval?.takesEffectAt ?? null
  const last = (decided ?? zone.date ?? survey.day).slice(0, 10)
  const held = nationalAt ? daysBetween(nationalAt.slice(0, 10), last) : 0
  const moment = (when: string | null): string => formatFullMoment(when, locale)
  return [
    heading(t('documents.form.dates')),
    table(
      'dates',
      [
        [t('documents.form.national'), moment(nationalAt)],
        [t('documents.form.local'), localDate(input)],
        [t('documents.form.decided'), decided ? moment(decided) : t('documents.form.undecided')],
      ],
      { widths: [1, 2] },
    ),
    ...(held > 0 ? [paragraph(t('documents.form.held', { n: held }), 'note')] : []),
  ]
}
