import { readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { readLog } from '../import/read-log'
import { type Verdict, verify } from '../log/verify'
import type { Arguments } from './arguments'
import type { Answer, Context } from './commands'
import type { InBoth } from './language'
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
 * checked where the folder `segments` stands beside the log. Exit 1 where a fault was found.
 */
export async function verifyLog(args: Arguments, { language }: Context): Promise<Answer> {
  const [file] = readInput(args.path)
  if (!file || basename(args.path) !== file.path)
    throw new NoAnswer(`${args.path}: a log file is expected, not a folder`)
  const segments = segmentsBeside(args.path)
  const { events, blocks, faults } = readLog({ file, segments: segments ?? [] })
  if (events.length === 0) throw new NoAnswer(`${args.path}: no event in it can be read`)
  const verdict = verify(events, segments && blocks)
  const all = [...faults, ...verdict.faults].sort((a, b) => a.line - b.line)
  const document = { schema: 'cordon-verify/1', ...verdict, ok: all.length === 0, faults: all }
  const lines = all.map(({ line, code }) => `${line}: ${FAULTS[code][language]}`)
  const verdictLine =
    language === 'zh'
      ? `${events.length} 条事件，${all.length === 0 ? '完好' : `${all.length} 处有误`}；首 ${verdict.head}`
      : `${events.length} events, ${all.length === 0 ? 'whole' : `${all.length} faults`}; head ${verdict.head}`
  return { document, text: [verdictLine, ...lines].join('\n'), exit: all.length === 0 ? 0 : 1 }
}

/** Files of the folder `segments` beside the log; null where there is none, and only the chain can be checked. */
function segmentsBeside(log: string): ReturnType<typeof readInput> | null {
  const folder = join(dirname(log), 'segments')
  try {
    readdirSync(folder)
  } catch {
    return null
  }
  return readInput(folder)
}
