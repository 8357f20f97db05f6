import { readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { readLog } from '../import/files/read-log'
import { faultsByLine } from '../log/log-file'
import { inOrder } from '../log/order'
import { type SetAside, sortOut } from '../log/outside/set-aside'
import { segmentOf, type Verdict, verify } from '../log/verify'
import type { Arguments } from './arguments'
import type { Answer, Context } from './context'
import type { InBoth, Language } from './language'
import { NoAnswer, readInput } from './read-pack'

const FAULTS: Record<Verdict['faults'][number]['code'], InBoth> = {
  altered: { zh: '内容与哈希不符，已被改动', en: 'is not what its hash says: it was altered' },
  missing: { zh: '同一设备的前一条事件缺失', en: 'follows an event of its device that is missing' },
  repeated: { zh: '重复，或插入了另一条', en: 'stands where another event already stands' },
  unreadable: { zh: '读不出来', en: 'cannot be read' },
  'segment-altered': { zh: '所附数据段已被改动', en: 'names a segment that was altered' },
  'evidence-altered': {
    zh: '审批所见与其摘要不符，已被改动',
    en: 'holds what a step of an approval saw, and it was altered',
  },
  'segment-missing': {
    zh: '所附数据段缺失或读不出来',
    en: 'names a segment that is missing or cannot be read',
  },
}

/**
 * `cordon verify LOG.ndjson`: is every event what its hash says, and does each follow the one before it? Segments are
 * checked where the folder `segments` stands beside the log. Exit 1 where a fault was found, and where a log that
 * names segments stands without them: `ok` is then null, for nobody can say. What is set aside is listed and no fault.
 */
export async function verifyLog(args: Arguments, { language }: Context): Promise<Answer> {
  const [file] = readInput(args.path)
  if (!file || basename(args.path) !== file.path) throw new NoAnswer(`${args.path}: ${SAYS.folder[language]}`)
  const folder = segmentsBeside(args.path)
  const read = readLog({ file, segments: folder ?? [] })
  if (read.events.length === 0) throw new NoAnswer(`${args.path}: ${SAYS.nothing[language]}`)
  const verdict = verify(read.events, folder && read.blocks)
  const faults = faultsByLine(read, verdict.faults)
  const named = new Set(read.events.map(segmentOf).filter((hash) => hash !== null)).size
  const segments = { named, atHand: folder !== null }
  const ok = faults.length > 0 ? false : named > 0 && folder === null ? null : true
  const lineOf = new Map(read.events.map(({ id }, i) => [id, read.lines[i]!]))
  const setAside = sortOut(inOrder(read.events), Date.now()).setAside.map((one) => ({
    ...one,
    line: lineOf.get(one.event) ?? one.line,
  }))
  const lines = faults.map(({ line, code }) => `${line}: ${FAULTS[code][language]}`)
  if (named > 0 && folder === null) lines.unshift(SAYS.unchecked[language].replace('{n}', String(named)))
  return {
    document: { schema: 'cordon-verify/1', ...verdict, ok, faults, segments, setAside },
    text: [
      SUMMARY[language](read.events.length, faults.length, verdict.head),
      ...lines,
      ...asideLines(setAside, language),
    ].join('\n'),
    exit: ok === true ? 0 : 1,
  }
}

const SAYS: Readonly<Record<'folder' | 'nothing' | 'unchecked', InBoth>> = {
  folder: { zh: '应为日志文件，不是文件夹', en: 'a log file is expected, not a folder' },
  nothing: {
    zh: '其中没有一行是日志事件；请核对是否为 log.ndjson',
    en: 'no line of it is an event of a log: check that it is a log.ndjson',
  },
  unchecked: {
    zh: '旁边没有 segments 文件夹：日志引用的 {n} 个数据段未核对，不能算作完好',
    en: 'no folder segments beside it: {n} segments that the log names were not checked, so it cannot be called whole',
  },
}

const SUMMARY: Readonly<Record<Language, (events: number, faults: number, head: string | null) => string>> = {
  zh: (events, faults, head) =>
    `${events} 条事件，${faults === 0 ? '哈希链无误' : `${faults} 处有误`}；首 ${head}`,
  en: (events, faults, head) =>
    `${events} ${events === 1 ? 'event' : 'events'}, ${faults === 0 ? 'no fault in the chain' : `${faults} ${faults === 1 ? 'fault' : 'faults'}`}; head ${head}`,
}

const ASIDE: Record<SetAside['code'], InBoth> = {
  'unknown-type': { zh: '本版本不认识这类记录', en: 'of a type this release does not know' },
  'not-valid': { zh: '内容无效', en: 'not valid' },
  'dated-ahead': { zh: '时间比收到时晚一天以上', en: 'dated more than a day after it came' },
}

/** Every event that is set aside: its line, and what, who, when, why. */
function asideLines(setAside: readonly SetAside[], language: Language): string[] {
  if (setAside.length === 0) return []
  const zh = language === 'zh'
  return [
    zh ? `${setAside.length} 条搁置，不参与任何计算：` : `${setAside.length} set aside, in no figure:`,
    ...setAside.map(({ line, event, type, by, device, recordedAt, code, part }) => {
      const who = [by.unit, by.name].filter(Boolean).join(' ') || device
      const when = recordedAt === null ? '—' : new Date(recordedAt).toISOString()
      const why = part === null ? ASIDE[code][language] : `${ASIDE[code][language]} (${part})`
      return `${line}: ${type} · ${event} · ${who} · ${when} · ${why}`
    }),
  ]
}

/** Files of the folder `segments` beside the log; null where there is none, and only the chain can be checked. */
export function segmentsBeside(log: string): ReturnType<typeof readInput> | null {
  const folder = join(dirname(log), 'segments')
  try {
    readdirSync(folder)
  } catch {
    return null
  }
  return readInput(folder)
}
