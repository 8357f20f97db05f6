import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { safePath } from '../import/files/zip'
import type { InBoth, Language } from './language'
import { NoAnswer } from './read-pack'

const FULL: InBoth = {
  zh: '不是空文件夹，没有写入：请另指定一个新文件夹',
  en: 'is no empty folder, nothing was written: name a new one',
}

/** Throws `NoAnswer` where the folder holds anything: what would be written could not be told from what lies there. */
export function refuseFull(folder: string, language: Language): void {
  const holds = orNoAnswer(folder, () => existsSync(folder) && readdirSync(folder).length > 0)
  if (holds) throw new NoAnswer(`${folder} ${FULL[language]}`)
}

/** Writes files below a folder and says which; one whose name leads out of it is left out. Throws `NoAnswer`. */
export function writeFiles(folder: string, files: ReadonlyMap<string, string | Uint8Array>): string[] {
  const written: string[] = []
  for (const [path, content] of files) {
    const within = safePath(path)
    if (within === null) continue
    const target = join(folder, within)
    orNoAnswer(target, () => {
      mkdirSync(dirname(target), { recursive: true })
      writeFileSync(target, content)
    })
    written.push(within)
  }
  return written.sort()
}

function orNoAnswer<Done>(path: string, task: () => Done): Done {
  try {
    return task()
  } catch (fault) {
    throw new NoAnswer(`${path}: ${(fault as NodeJS.ErrnoException).code ?? (fault as Error).message}`)
  }
}
