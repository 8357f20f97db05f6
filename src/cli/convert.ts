import { randomUUID } from 'node:crypto'
import { packFiles } from '../export/pack'
import { frameNamed } from '../import/frames/frames'
import type { ImportPlan } from '../import/plan'
import { fold } from '../log/fold/fold'
import { type Arguments, WrongUse } from './arguments'
import type { Answer, Context } from './context'
import type { InBoth, Language } from './language'
import { answeredPlan, fileLines, problemLines } from './planned'
import { logOf, NoAnswer, readInputs } from './read-pack'
import { refuseFull, writeFiles } from './write-files'

const SAYS: Readonly<Record<'nothing' | 'broken', InBoth>> = {
  nothing: {
    zh: '没有任何内容可以采用，没有写入。原因：',
    en: 'nothing at all could be taken, nothing was written. The reasons:',
  },
  broken: {
    zh: '日志不完整，没有写入，先用 cordon verify 核对：',
    en: 'the log is not whole, nothing was written: see cordon verify:',
  },
}

/**
 * `cordon convert FILE… --to DIR [--frame F] [--answer …]`: the pack and the log that an import of the files would
 * write, in an empty folder. What hangs on a question that is not answered is left out, as in `check`. Exit 1 where
 * nothing could be taken; then nothing is written.
 */
export async function convert(args: Arguments, { language }: Context): Promise<Answer> {
  const { to, frame = null, answer } = args.options
  if (to === undefined) throw new WrongUse('--to is missing: the folder to write to')
  if (frame !== null && (await frameNamed(frame)) === null)
    throw new WrongUse(`--frame ${frame}: not a frame that is converted (wgs84, gcj02, bd09, EPSG:4490 …)`)
  refuseFull(to, language)
  const clock = Date.now()
  const plan = await answeredPlan(readInputs([args.path, ...args.more]), { clock, answer, frame })
  refuseUnread(plan, language)
  const log = logOf(plan, { device: `cli.${randomUUID()}`, now: clock })
  const facts = fold(log.events, log.blocks, { known: null, learned: 'fromTheBeginning', clock })
  const written = writeFiles(to, packFiles(log, facts))
  const { files, questions, problems } = plan
  return {
    document: {
      ...{ schema: 'cordon-convert/1', to, written, head: facts.head },
      ...{ files, questions, problems },
    },
    text: [
      ...fileLines(plan, language),
      ...problemLines(problems, language),
      '',
      writtenLine(written, { to, language }),
    ].join('\n'),
  }
}

function refuseUnread({ isEmpty, problems }: ImportPlan, language: Language): void {
  const broken = problems.filter(({ code }) => code === 'broken-log')
  if (broken.length > 0)
    throw new NoAnswer([SAYS.broken[language], ...problemLines(broken, language)].join('\n'))
  if (isEmpty) throw new NoAnswer([SAYS.nothing[language], ...problemLines(problems, language)].join('\n'))
}

function writtenLine(
  written: readonly string[],
  { to, language }: { readonly to: string; readonly language: Language },
): string {
  return language === 'zh'
    ? `已写入 ${to}：${written.length} 个文件（资料包和日志，WGS-84）`
    : `${written.length} files written to ${to} (a pack with its log, in WGS-84)`
}
