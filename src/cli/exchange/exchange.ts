import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { chainsOf, headsOf } from '../../exchange/chains'
import { exchangeFile, readExchangeFile } from '../../exchange/file/exchange-file'
import { FolderError } from '../../exchange/folder/folder'
import { folderWay } from '../../exchange/folder/folder-way'
import { type Held, parcelFor, received } from '../../exchange/meet'
import { type ExchangeWay, type Found, type Heads, WAITING } from '../../exchange/port'
import { previewOf } from '../../exchange/preview'
import { type Came, type Weighed, weigh, written } from '../../exchange/take'
import { logFiles } from '../../export/pack'
import { headOf, inOrder } from '../../log/order'
import { descriptionOf } from '../../log/outside/join'
import { type Arguments, WrongUse } from '../arguments'
import type { Answer, Context } from '../context'
import type { InBoth, Language } from '../language'
import { aloneWithLog } from '../log-alone'
import { exchangeText, SAYS, sentence } from '../printed/exchange-lines'
import { NoAnswer } from '../read-pack'
import { deviceOf, heldLog } from './held-log'
import { nodeFolder } from './node-folder'
import { openHub, orSentence } from './node-hub'

/** What was given over a folder, or laid into a file. */
export interface Given {
  readonly events: number
  readonly segments: number
}

/**
 * `cordon exchange LOG.ndjson --with DIR|FILE --to FILE`: takes into an exported log what a folder or an exchange file
 * has and the log does not, and gives the folder, or a new file, what the other lacks. `--preview` writes nothing.
 */
export async function exchange(args: Arguments, { language }: Context): Promise<Answer> {
  const { with: other, to, preview, hub } = args.options
  if (other === undefined && to === undefined && hub === undefined)
    throw new WrongUse(
      '--with DIR|FILE, --hub URL or --to FILE is missing: cordon exchange LOG.ndjson --with DIR',
    )
  if (hub !== undefined && (other !== undefined || to !== undefined))
    throw new WrongUse('--hub stands alone: neither --with nor --to goes with it')
  return preview === undefined
    ? aloneWithLog(args.path, language, () => exchanged(args, language))
    : exchanged(args, language)
}

async function exchanged(args: Arguments, language: Language): Promise<Answer> {
  const { hub, with: other } = args.options
  const held = heldLog(args.path, language)
  const device = deviceOf(args.path)
  if (hub !== undefined) {
    const opened = await openHub(hub, { device, ticketFile: args.options.ticket }, language)
    try {
      return await orSentence(hub, language, () => exchangedOver(args, { language, held, device, ...opened }))
    } finally {
      await opened.close()
    }
  }
  const isFolder = other !== undefined && existsSync(other) && statSync(other).isDirectory()
  const way = isFolder ? folderWay(nodeFolder(other), device) : null
  return exchangedOver(args, { language, held, device, way })
}

interface Exchanging {
  readonly language: Language
  readonly held: Held
  readonly device: string
  /** null: by exchange file */
  readonly way: ExchangeWay | null
}

async function exchangedOver(args: Arguments, { language, held, device, way }: Exchanging): Promise<Answer> {
  const { with: other, to, preview, hub } = args.options
  const { came, found } = await orNoAnswer(other ?? hub ?? to!, language, () =>
    cameOver({ way, other }, held, language),
  )
  const clock = Date.now()
  const use = descriptionOf(held.events.length > 0 ? held.events : came.events).use
  const weighed = weigh(held.events, came, { use, clock })
  const now = withTaken(held, came, weighed, { device, clock })
  const isGiven = weighed.refusal === null || weighed.refusal.code === 'damaged'
  let given: Given = { events: 0, segments: 0 }
  if (preview === undefined && now.events.length > held.events.length)
    await orNoAnswer(args.path, language, async () => writeLog(args.path, now, held))
  if (preview === undefined && way && isGiven)
    given = await orNoAnswer((other ?? hub)!, language, () => giveOver(way, found, now))
  if (preview === undefined && to !== undefined)
    given = await orNoAnswer(to, language, async () => makeFile(to, { held: now, found, device, language }))
  const answer = {
    ...{ schema: 'cordon-exchanged/1', way: nameOfWay(way, args.options) },
    ...{ preview: preview !== undefined, taken: previewOf(weighed), given, file: to ?? null },
    ...{ heads: headsOf(chainsOf(now.events)), head: headOf(now.events) },
  }
  const isLeftOut = weighed.refusal !== null || weighed.told.some(({ code }) => !WAITING.has(code))
  return { document: answer, text: exchangeText(answer, language), exit: isLeftOut ? 1 : 0 }
}

function nameOfWay(way: ExchangeWay | null, { hub, with: other }: Arguments['options']): string | null {
  if (way) return hub === undefined ? 'folder' : 'hub'
  return other === undefined ? null : 'file'
}

interface CameOver {
  readonly came: Came
  readonly found: Omit<Found, 'told'>
}

const NOTHING: CameOver = {
  came: { heads: {}, told: [], events: [], blocks: new Map(), isOneFile: false },
  found: { heads: {}, blocksLacking: [] },
}

async function cameOver(
  { way, other }: { readonly way: ExchangeWay | null; readonly other: string | undefined },
  held: Held,
  language: Language,
): Promise<CameOver> {
  if (way) {
    const { found, ...came } = await received(way, held)
    return { came: { ...came, isOneFile: false }, found }
  }
  if (other === undefined) return NOTHING
  const bytes = new Uint8Array(readFileSync(other))
  const answer = await readExchangeFile({ path: basename(other), bytes })
  if (!answer.ok) {
    const params = { name: basename(other), seen: answer.seen }
    throw new NoAnswer(sentence(`read.${answer.code}`, language, params))
  }
  const { read } = answer
  const blocks = new Map([...held.blocks, ...read.blocks])
  return { came: { ...read, blocks, isOneFile: true }, found: { heads: read.heads, blocksLacking: [] } }
}

function withTaken(
  held: Held,
  came: Came,
  { taken }: Weighed,
  { device, clock }: { readonly device: string; readonly clock: number },
): Held {
  if (taken.length === 0) return held
  const signing = { by: { name: '', unit: '' }, device, clock }
  const events = inOrder([...held.events, ...written(held.events, taken, signing)])
  return { events, blocks: new Map([...held.blocks, ...came.blocks]) }
}

async function giveOver(way: ExchangeWay, found: Omit<Found, 'told'>, held: Held): Promise<Given> {
  const parcel = parcelFor(found, held)
  await way.give(parcel)
  return { events: parcel.events.length, segments: parcel.blocks.size }
}

/** Segments first: a log that names one is never without it. */
function writeLog(path: string, now: Held, before: Held): void {
  for (const [name, text] of logFiles(now)) {
    const hash = basename(name, '.ndjson')
    if (name === 'log.ndjson' || before.blocks.has(hash)) continue
    mkdirSync(join(dirname(path), 'segments'), { recursive: true })
    writeWhole(join(dirname(path), name), text)
  }
  writeWhole(path, logFiles({ events: now.events, blocks: new Map() }).get('log.ndjson')!)
}

function writeWhole(path: string, content: string | Uint8Array): void {
  const draft = `${path}.${randomUUID()}`
  try {
    writeFileSync(draft, content)
    renameSync(draft, path)
  } catch (fault) {
    rmSync(draft, { force: true })
    throw fault
  }
}

interface Making {
  readonly held: Held
  readonly found: Omit<Found, 'told'>
  readonly device: string
  readonly language: Language
}

function makeFile(path: string, { held, found, device, language }: Making): Given {
  if (existsSync(path)) throw new NoAnswer(`${path}: ${SAYS.exists[language]}`)
  const forHeads: Heads | null = Object.keys(found.heads).length > 0 ? found.heads : null
  const parcel = parcelFor(found, held)
  const { title, use } = descriptionOf(held.events)
  const madeAt = new Date().toISOString()
  const heads = headsOf(chainsOf(held.events))
  const named = { title: title.zh ?? title.en ?? '', use, madeAt, notice: '' }
  writeWhole(path, exchangeFile(parcel, { heads, forHeads, device, ...named }))
  return { events: parcel.events.length, segments: parcel.blocks.size }
}

const FULL: InBoth = {
  zh: '盘满了，没有写；腾出空间后再来一次',
  en: 'the disk is full, nothing was written: make room and try again',
}
const DENIED: InBoth = { zh: '不让写，没有写', en: 'may not be written: nothing was' }
const SAID: Readonly<Record<string, InBoth>> = {
  ...{ ENOSPC: FULL, EDQUOT: FULL },
  ...{ EACCES: DENIED, EPERM: DENIED, EROFS: DENIED },
}

async function orNoAnswer<Value>(
  path: string,
  language: Language,
  task: () => Promise<Value>,
): Promise<Value> {
  try {
    return await task()
  } catch (fault) {
    if (fault instanceof FolderError)
      throw new NoAnswer(`${path}: ${sentence(`fault.${fault.code}`, language, {})}`)
    const { code = '' } = fault as NodeJS.ErrnoException
    if (SAID[code]) throw new NoAnswer(`${path}: ${SAID[code][language]}`)
    throw code ? new NoAnswer(`${path}: ${code}`) : fault
  }
}
