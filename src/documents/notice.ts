import {
  type BoundarySide,
  type BoundaryStretch,
  contains,
  type Place,
  type Policy,
  type Survey,
  type SurveyZone,
  type TransitionAnswer,
} from '#geo'
import { formatCount, formatFullAsOf, formatFullMoment, type Locale } from '../i18n/format'
import { knownShares, zoneGround } from '../i18n/ground-figures'
import { levelName } from '../i18n/level-name'
import { subjectUnit } from '../i18n/subject-unit'
import { heading, type PaperBlock, type PaperDocument, paragraph, type Translate } from './document'
import { footerOf, labelsOf, type PaperFrame } from './paper-frame'

/** What a person writes on a notice. */
export interface NoticeForm {
  readonly number: string
  readonly office: string
  readonly phone: string
  /** who signs it off; empty: it stays a draft */
  readonly signer: string
}

export interface NoticeInput {
  readonly zone: SurveyZone
  /** the lowering that decides; only what is approved is told of it */
  readonly transition: TransitionAnswer | null
  readonly boundary: readonly BoundaryStretch[]
  /** members of the zone; empty where it is drawn */
  readonly places: readonly Place[]
  readonly survey: Survey
  readonly policy: Policy | null
  readonly form: NoticeForm
  readonly locale: Locale
  readonly t: Translate
  readonly frame: PaperFrame
}

/** Cases below this are told to the public as fewer than it. */
const TOLD_EXACTLY_FROM = 5
/** What runs on round a corner for less than this share of a side is told of the other side only. */
const CORNER = 0.25
/** Names of one side that a sentence can bear. */
const NAMES_A_SIDE = 4

/**
 * 通告 of a zone for the public: its level and measures, the boundary in words, its places, dates, how to object. It
 * shows no crossing, post or site, nothing unapproved, and fewer than five cases only as that. Without a signer it is a draft.
 */
export function notice(input: NoticeInput): PaperDocument {
  const { survey, form, locale, t } = input
  const change = changeOf(input)
  return {
    title: t(`documents.notice.${TITLES[change.kind]}`, titleNames(input, change)),
    subtitle: null,
    number: form.number.trim()
      ? t('documents.notice.number', { year: survey.day.slice(0, 4), n: form.number.trim() })
      : null,
    stamp: form.signer.trim() ? null : t('documents.draft'),
    labels: labelsOf(input),
    blocks: [
      paragraph(t(`documents.notice.${OPENINGS[change.kind]}`, openingNames(input, change))),
      ...boundaryBlocks(input),
      ...placeBlocks(input),
      ...measureBlocks(input, change),
      ...situationBlocks(input),
      ...objectionBlocks(input),
      heading(t('documents.notice.map')),
      {
        kind: 'picture',
        caption: t('documents.mapCaption', { asOf: formatFullAsOf(survey.asOf, locale) }),
      },
    ],
    footer: footerOf(input),
    colon: t('documents.colon'),
  }
}

interface Change {
  readonly kind: 'designated' | 'came' | 'changed' | 'released'
  readonly at: string
  readonly from: string
  readonly level: string
  readonly into: string | null
}

const TITLES = {
  designated: 'title',
  came: 'titleChange',
  changed: 'titleChange',
  released: 'titleRelease',
} as const
const OPENINGS = {
  designated: 'opening',
  came: 'openingCame',
  changed: 'openingChange',
  released: 'openingRelease',
} as const

/** An approved change that is to come; else how it came to the level it has. What waits for approval is never told. */
function changeOf({ zone, transition }: NoticeInput): Change {
  const effect = transition?.approval?.next === null ? transition.approval.takesEffectAt : null
  if (zone.word === 'approved' && transition && effect) {
    const kind = transition.kind === 'release' ? 'released' : 'changed'
    return { kind, at: effect, from: zone.level, level: transition.to, into: transition.into }
  }
  const from = zone.stays.findLast(({ level }) => level !== zone.level)?.level
  const kind = from ? 'came' : 'designated'
  return { kind, at: zone.since, from: from ?? zone.level, level: zone.level, into: null }
}

function titleNames({ zone, survey, locale }: NoticeInput, { kind, level }: Change): Record<string, string> {
  const told = kind === 'released' ? zone.level : level
  return { name: zone.name, level: levelName(survey, told, locale) }
}

function openingNames(
  { zone, survey, policy, locale, t }: NoticeInput,
  { at, from, level, into }: Change,
): Record<string, string> {
  const outer = survey.zones.find(({ id }) => id === into)
  const { zh = '', en = zh } = policy?.name ?? survey.policy
  return {
    policy: locale === 'zh' ? `《${zh}》` : en,
    at: formatFullMoment(at, locale),
    name: zone.name,
    code: zone.code[locale],
    from: levelName(survey, from, locale),
    level: levelName(survey, level, locale),
    into: outer
      ? t('documents.notice.into', {
          zone: t('documents.inside', { name: outer.name, code: outer.code[locale] }),
        })
      : '',
  }
}

const sumOf = (stretches: readonly BoundaryStretch[]): number =>
  stretches.reduce((sum, { lengthM }) => sum + lengthM, 0)

/** Round a corner what is told of one side runs on a little: there it is not told once more. */
function isOnlyCorner(one: BoundaryStretch, all: readonly BoundaryStretch[]): boolean {
  const name = nameOf(one)
  const beside = all.filter(({ side }) => side === one.side)
  const isMoreElsewhere = all.some((other) => nameOf(other) === name && other.lengthM > one.lengthM)
  return isMoreElsewhere && beside.length > 1 && one.lengthM < sumOf(beside) * CORNER
}

const nameOf = ({ along }: BoundaryStretch): string => ('name' in along ? along.name : along.kind)

/** A village by that word, so that nobody takes it for the bridge or the dam of its name. */
function alongInWords({ along }: BoundaryStretch, t: Translate): string {
  if (along.kind !== 'place') return t(`documents.notice.${along.kind}`, { name: nameOf({ along } as never) })
  const isBare = along.placeKind === 'village' && !/[村区]$/.test(along.name)
  return t(`documents.notice.${isBare ? 'village' : 'place'}`, { name: along.name })
}

/** `东至 X、Y；南至 …`: what each side runs along, the longest first. */
export function boundarySentence(
  stretches: readonly BoundaryStretch[],
  { t }: { readonly t: Translate },
): string {
  const side = (wanted: BoundarySide): string => {
    const names = stretches
      .filter((one) => one.side === wanted && !isOnlyCorner(one, stretches))
      .map((one) => alongInWords(one, t))
    return (
      [...new Set(names)].slice(0, NAMES_A_SIDE).join(t('documents.notice.joiner')) ||
      t('documents.notice.nothing')
    )
  }
  return t('documents.notice.boundarySentence', {
    east: side('east'),
    south: side('south'),
    west: side('west'),
    north: side('north'),
  })
}

function boundaryBlocks(input: NoticeInput): PaperBlock[] {
  const { zone, boundary, survey, t } = input
  const ground = zoneGround(survey, zone)
  const people = t('documents.notice.people', {
    n: formatCount(ground.peopleCount),
    count: ground.peopleCount ?? 0,
  })
  const bound = knownShares(zone).people < 1 ? 'AtLeast' : zone.holdsUntold ? 'AtMost' : ''
  const known = ground.peopleCount === null ? 'Unknown' : bound
  return [
    heading(t('documents.notice.boundary')),
    paragraph(boundarySentence(boundary, input)),
    paragraph(t(`documents.notice.areaPeople${known}`, { area: ground.area, people })),
    ...strictlyInside(input),
  ]
}

/** Stricter zones that lie inside: they are cut out of the area and the people told. */
function strictlyInside({ zone, survey, locale, t }: NoticeInput): PaperBlock[] {
  const stricter = survey.zones.filter(
    ({ id, rank, centre }) =>
      id !== zone.id && rank > zone.rank && centre !== null && contains(zone.outline, centre),
  )
  if (stricter.length === 0) return []
  const zones = stricter.map(({ name, code, level }) =>
    t('documents.notice.insideZone', { name, code: code[locale], level: levelName(survey, level, locale) }),
  )
  const list = zones.join(t('documents.notice.joiner'))
  return [paragraph(t('documents.notice.insideZones', { zones: list }))]
}

function placeBlocks({ places, t }: NoticeInput): PaperBlock[] {
  if (places.length === 0)
    return [heading(t('documents.notice.placesTitle')), paragraph(t('documents.notice.placesDrawn'))]
  const names = places.map(({ name }) => name).join(t('documents.notice.joiner'))
  return [
    heading(t('documents.notice.placesTitle'), t('documents.notice.placesNote', { n: places.length })),
    paragraph(names),
  ]
}

function measureBlocks({ policy, survey, locale, t }: NoticeInput, { level }: Change): PaperBlock[] {
  const measures = policy?.levels.find(({ id }) => id === level)?.measures ?? []
  const told = measures.flatMap((one) => one[locale] ?? one.zh ?? [])
  const lines =
    told.length > 0 ? told : [t('documents.notice.noMeasures', { level: levelName(survey, level, locale) })]
  return [
    heading(t('documents.notice.measures')),
    ...lines.map((line, at) => paragraph(`${at + 1}. ${line}`)),
  ]
}

/** Whether a case that nobody could place may lie in the zone: then nobody may be told that there is none. */
const mayHoldUnplaced = ({ zone, survey }: NoticeInput): boolean =>
  survey.unplaced?.items.some(
    ({ list, rows }) => list === 'cases' && rows.some(({ zones }) => zones.includes(zone.id)),
  ) ?? false

function situationBlocks(input: NoticeInput): PaperBlock[] {
  const { zone, survey, locale, t } = input
  const unit = subjectUnit(survey.subject, zone.cases, locale)
  const asOf = formatFullAsOf(survey.asOf, locale)
  const names = { asOf, subject: survey.subject[locale], unit, n: formatCount(zone.cases) }
  const isOpen = mayHoldUnplaced(input)
  const key =
    survey.cases === null
      ? 'casesUnknown'
      : zone.cases === 0
        ? isOpen
          ? 'casesNoneSure'
          : 'casesNone'
        : zone.cases < TOLD_EXACTLY_FROM
          ? 'casesFew'
          : 'casesExact'
  const told = t(`documents.notice.${key}`, names)
  const open = isOpen ? t('documents.notice.casesOpen') : ''
  return [
    heading(t('documents.notice.situation')),
    paragraph([told, open].filter(Boolean).join(locale === 'zh' ? '' : ' ')),
  ]
}

function objectionBlocks({ form, survey, locale, t }: NoticeInput): PaperBlock[] {
  const phone = form.phone.trim() ? t('documents.notice.phone', { phone: form.phone.trim() }) : ''
  return [
    heading(t('documents.notice.objection')),
    paragraph(t('documents.notice.objectionText', { office: form.office, phone })),
    {
      kind: 'signatures',
      lines: [
        { role: null, name: `${form.office}　${formatFullAsOf(survey.day, locale)}` },
        { role: t('documents.signatures.issued'), name: form.signer.trim() },
      ],
    },
  ]
}
