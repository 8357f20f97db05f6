import { existsSync, mkdirSync } from 'node:fs'
import { backupKey, backupName } from '../../exchange/backup/backup-name'
import { NO_BACKUPS } from '../../exchange/backup/backups-kept'
import { keepBackup } from '../../exchange/backup/keep-backup'
import { expectedOf } from '../../exchange/backup/proof'
import { chainsOf, headsOf } from '../../exchange/chains'
import { exchangeFile } from '../../exchange/file/exchange-file'
import { FolderError } from '../../exchange/folder/folder'
import { parcelFor } from '../../exchange/meet'
import EN from '../../i18n/en/day/backup'
import ZH from '../../i18n/zh/day/backup'
import { descriptionOf } from '../../log/outside/join'
import { type Arguments, WrongUse } from '../arguments'
import type { Answer, Context } from '../context'
import { aloneWithLog } from '../log-alone'
import { SAYS } from '../printed/exchange-lines'
import { NoAnswer } from '../read-pack'
import { deviceOf, heldLog } from './held-log'
import { nodeFolder } from './node-folder'

/**
 * `cordon backup LOG.ndjson --to DIR [--keep N]`: the whole log with its segments as one dated file in the folder, read
 * back and proven before it has its name. Exit 1 where it was not proven: then there is none.
 */
export async function backup(args: Arguments, context: Context): Promise<Answer> {
  const { to, keep: seen } = args.options
  if (to === undefined) throw new WrongUse('--to DIR is missing: cordon backup LOG.ndjson --to DIR')
  const keep = seen === undefined ? NO_BACKUPS.keep : Number(seen)
  if (!Number.isSafeInteger(keep) || keep < 1) throw new WrongUse(`--keep ${seen}: a whole number from 1`)
  return aloneWithLog(args.path, context.language, () => backedUp(args.path, { to, keep }, context))
}

async function backedUp(
  path: string,
  { to, keep }: { readonly to: string; readonly keep: number },
  { language }: Context,
): Promise<Answer> {
  if (!existsSync(path)) throw new NoAnswer(`${path}: ${SAYS.log[language]}`)
  const held = heldLog(path, language)
  const { title, use, timezone } = descriptionOf(held.events)
  const [at, device] = [Date.now(), deviceOf(path)]
  const name = backupName({
    ...{ title: title.zh ?? title.en ?? '', use, at, timezone },
    key: backupKey(device),
  })
  const expected = expectedOf(held)
  const bytes = exchangeFile(parcelFor({ heads: {}, blocksLacking: [] }, held), {
    ...{ heads: headsOf(chainsOf(held.events)), forHeads: null, device, use, notice: '' },
    ...{ title: title.zh ?? title.en ?? '', madeAt: new Date(at).toISOString() },
  })
  const words = language === 'zh' ? ZH : EN
  const done = await kept(to, { name, bytes, expected, keep }).catch((fault) => {
    if (!(fault instanceof FolderError)) throw fault
    throw new NoAnswer(`${to}: ${words.why[fault.code].replace('{seen}', to)}`)
  })
  if (!done.ok) throw new NoAnswer(`${name}: ${words.why[done.code].replace('{seen}', done.seen)}`)
  const { head, state } = expected
  const events = held.events.length
  const told = words.proof.count.split(' | ')
  const count = (events === 1 ? told[0]! : told.at(-1)!).replace('{n}', String(events))
  return {
    document: {
      ...{ schema: 'cordon-backup/1', file: name, bytes: bytes.length, events, head, state },
      removed: done.removed,
    },
    text: [SAYS.backedUp[language].replace('{name}', name), count, `${words.proof.head} ${head}`].join(' · '),
  }
}

function kept(to: string, keeping: Parameters<typeof keepBackup>[1]): ReturnType<typeof keepBackup> {
  try {
    if (!existsSync(to)) mkdirSync(to)
  } catch (cause) {
    throw new NoAnswer(`${to}: ${(cause as NodeJS.ErrnoException).code}`)
  }
  return keepBackup(nodeFolder(to), keeping)
}
