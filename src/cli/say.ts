import { randomUUID } from 'node:crypto'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { assessWithFindings, contradictedBy, LOG_FILE, peopleOfParts, placesAt, readMoment } from '#geo'
import HAND_EN from '../i18n/en/hand'
import PLACES_EN from '../i18n/en/places'
import { partsPeopleSaid } from '../i18n/parts-people'
import HAND_ZH from '../i18n/zh/hand'
import PLACES_ZH from '../i18n/zh/places'
import { readLog } from '../import/files/read-log'
import { append, tailOf, UnwritableEvent } from '../log/append'
import type { Author, Body, LogEvent } from '../log/events'
import { fold } from '../log/fold/fold'
import { openingOf } from '../log/fold/opening'
import { handFault, isHandSaid } from '../log/hand/hand-faults'
import { logToNdjson } from '../log/log-file'
import { inOrder } from '../log/order'
import { invalidPart, strangerPart } from '../log/outside/schema'
import { isPlaceType } from '../log/verbs'
import { verify } from '../log/verify'
import { type Arguments, WrongUse } from './arguments'
import type { Answer, Context } from './context'
import type { InBoth, Language } from './language'
import { aloneWithLog } from './log-alone'
import { NoAnswer, readInput } from './read-pack'
import { segmentsBeside } from './verify'

const SAYS: Readonly<
  Record<'log' | 'whole' | 'segments' | 'json' | 'deed' | 'valid' | 'stranger' | 'undone' | 'later', InBoth>
> = {
  log: { zh: '不是日志文件', en: 'is no log' },
  whole: { zh: '日志不完整，先用 cordon verify 核对', en: 'the log is not whole: see cordon verify' },
  segments: {
    zh: '旁边缺少日志引用的 segments 文件夹，无法判断',
    en: 'the folder segments that the log names is missing beside it: nobody can say whether the act holds',
  },
  json: { zh: '不是 JSON', en: 'is no JSON' },
  deed: {
    zh: '只能记录辖区调整和手工记录：place.merged@1、place.split@1、place.renamed@1、place.replaced@1、report.filed@1、checkpoint.checked@1、case.reported@1、contact.added@1、contact.moved@1、contact.released@1、contact.resulted@1、contact.handedOver@1、fact.stated@1、metric.stated@1、round.reported@1、facility.opened@1、occupancy.stated@1、passage.counted@1、cases.corrected@1、cases.retracted@1（contacts、rounds、facts、metrics、reports、checks、facilities、occupancy、passages、places 同）、signal.reported@1、signal.decided@1、signal.withdrawn@1、order.given@1、order.answered@1、order.closed@1、order.rechecked@1、order.withdrawn@1、handover.signed@1、workspace.stated@1',
    en: 'only changes of places and what is entered by hand can be said: place.merged@1, place.split@1, place.renamed@1, place.replaced@1, report.filed@1, checkpoint.checked@1, case.reported@1, contact.added@1, contact.moved@1, contact.released@1, contact.resulted@1, contact.handedOver@1, fact.stated@1, metric.stated@1, round.reported@1, facility.opened@1, occupancy.stated@1, passage.counted@1, cases.corrected@1, cases.retracted@1 (and so of contacts, rounds, facts, metrics, reports, checks, facilities, occupancy, passages, places), signal.reported@1, signal.decided@1, signal.withdrawn@1, order.given@1, order.answered@1, order.closed@1, order.rechecked@1, order.withdrawn@1, handover.signed@1, workspace.stated@1',
  },
  valid: { zh: '内容无效：', en: 'is not valid: ' },
  stranger: {
    zh: '这一类记录没有这一栏，为不留下多余内容，整条未写入：',
    en: 'an act of this kind has no such field, and nothing was written, so that nothing is kept beside it: ',
  },
  undone: { zh: '不能记录：', en: 'cannot be recorded: ' },
  later: { zh: '会使之后的调整落空', en: 'later changes would no longer hold' },
}

/**
 * `cordon say LOG.ndjson DEED.json --by NAME [--unit UNIT]`: one act by hand, a change of places, a row entered, corrected
 * or withdrawn, written at the end of the log where it can be done to what the log has. Else the log stays as it is and
 * the exit code is 1.
 */
export async function say(args: Arguments, { language }: Context): Promise<Answer> {
  const [deedPath] = args.more
  const name = args.options.by?.trim() ?? ''
  if (deedPath === undefined) throw new WrongUse('the deed is missing: cordon say LOG.ndjson DEED.json')
  if (name === '') throw new WrongUse('--by is missing: who says so')
  return aloneWithLog(args.path, language, async () => said(args, { deedPath, name, language }))
}

function said(
  args: Arguments,
  {
    deedPath,
    name,
    language,
  }: { readonly deedPath: string; readonly name: string; readonly language: Language },
): Answer {
  const log = wholeLog(args.path, language)
  const event = eventOf(deedIn(deedPath, language), log, {
    by: { name, unit: args.options.unit?.trim() ?? '' },
    language,
  })
  const events = [...log.events, event]
  const why = whyNot(event, { ...log, events }, language)
  if (why) throw new NoAnswer(`${deedPath}: ${SAYS.undone[language]}${why}`)
  const draft = `${args.path}.${randomUUID()}`
  writeFileSync(draft, logToNdjson(events))
  renameSync(draft, args.path)
  const { id, type, hash } = event
  const told = peopleText(event, log, language) || contradictionText(event, { ...log, events }, language)
  const text = [`${type} ${id}`, told].filter(Boolean).join('\n')
  return { document: { schema: 'cordon-say/1', event: id, type, head: hash }, text }
}

/** Of a split, how the people of the parts and of the place compare; empty of anything else. */
function peopleText(event: LogEvent, { events, blocks }: Log, language: Language): string {
  if (event.type !== 'place.split@1') return ''
  const before = fold(inOrder(events), blocks, { known: null, learned: 'atImport', clock: Date.now() })
  const { places } = placesAt(before, readMoment(before.pack.timezone, event.at)?.at ?? Date.now())
  const told = peopleOfParts(
    { places },
    event.place,
    event.into.map(({ people }) => people),
  )
  if (!told) return ''
  const { key, figures } = partsPeopleSaid(told)
  const sentence: string = { zh: PLACES_ZH, en: PLACES_EN }[language].split[key]
  return sentence.replace(/\{(\w+)\}/g, (_, name: keyof typeof figures) => figures[name])
}

/** Of a stated fact, what contradicts it, zone by zone; empty of anything else. */
function contradictionText(
  event: LogEvent,
  { events, blocks }: Pick<Log, 'events' | 'blocks'>,
  language: Language,
) {
  if (event.type !== 'fact.stated@1') return ''
  const clock = Date.now()
  const register = fold(inOrder(events), blocks, { known: null, learned: 'atImport', clock })
  const asOf = openingOf(register, clock).at
  const { assess } = assessWithFindings(placesAt(register, asOf), { asOf })
  const stated = { file: LOG_FILE, row: events.length }
  return contradictedBy(assess, stated)
    .map(({ zone, finding }) => `${zone}: ${finding[language]}`)
    .join('\n')
}

type Log = ReturnType<typeof readLog>

/** The log with its segments; throws where anything of it is missing or altered. */
function wholeLog(path: string, language: Language): Log {
  const [file] = readInput(path)
  if (!file || basename(path) !== file.path) throw new NoAnswer(`${path}: ${SAYS.log[language]}`)
  const segments = segmentsBeside(path)
  const log = readLog({ file, segments: segments ?? [] })
  if (log.events.length === 0) throw new NoAnswer(`${path}: ${SAYS.log[language]}`)
  const { faults } = verify(log.events, segments && log.blocks)
  if (log.faults.length + faults.length > 0) throw new NoAnswer(`${path}: ${SAYS.whole[language]}`)
  if (segments === null && log.events.some((event) => 'segment' in event && event.segment !== null))
    throw new NoAnswer(`${path}: ${SAYS.segments[language]}`)
  return log
}

function deedIn(path: string, language: Language): Body {
  let deed: unknown
  try {
    deed = JSON.parse(readFileSync(path, 'utf8'))
  } catch (fault) {
    const { code } = fault as NodeJS.ErrnoException
    throw new NoAnswer(`${path}: ${code ?? SAYS.json[language]}`)
  }
  const type = (deed as { readonly type?: unknown } | null)?.type
  if (typeof type !== 'string' || !(isPlaceType(type) || isHandSaid(deed as Body)))
    throw new NoAnswer(`${path}: ${SAYS.deed[language]}`)
  return deed as Body
}

function eventOf(
  deed: Body,
  { events }: Log,
  { by, language }: { readonly by: Author; readonly language: Language },
): LogEvent {
  const writing = { by, device: `cli.${randomUUID()}`, now: Date.now() }
  try {
    const [event] = append([deed], tailOf(inOrder(events)), writing)
    const part = event ? invalidPart(event) : deed.type
    const stranger = event && part === null ? strangerPart(event) : null
    if (stranger !== null) throw new NoAnswer(`${SAYS.stranger[language]}${stranger}`)
    if (event && part === null) return event
    throw new NoAnswer(`${SAYS.valid[language]}${part}`)
  } catch (fault) {
    throw fault instanceof UnwritableEvent ? new NoAnswer(fault.message) : fault
  }
}

/** Why the act, or a later one because of it, would not be done; null where it would. */
function whyNot(event: LogEvent, { events, blocks }: Pick<Log, 'events' | 'blocks'>, language: Language) {
  const registerOf = (all: readonly LogEvent[]) =>
    fold(inOrder(all), blocks, { known: null, learned: 'atImport', clock: Date.now() })
  const unapplied = (all: readonly LogEvent[]) => registerOf(all).unapplied
  const now = unapplied(events)
  const own = now.find((one) => one.event === event.id)
  const words: Readonly<Record<string, string>> = {
    ...{ zh: PLACES_ZH, en: PLACES_EN }[language].disabled,
    ...(isPlaceType(event.type) ? {} : { zh: HAND_ZH, en: HAND_EN }[language].fault),
  }
  if (own) return words[own.code] ?? own.code
  const others = events.filter((one) => one !== event)
  const fault = isHandSaid(event) ? handFault(event, registerOf(others), Date.now()) : null
  if (fault) return words[fault.code]!
  const before = unapplied(others)
  return now.length > before.length ? SAYS.later[language] : null
}
