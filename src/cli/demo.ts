import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { generateDemo } from '../demo/pack'
import type { Arguments } from './arguments'
import type { Answer, Context } from './context'
import { NoAnswer } from './read-pack'

/** `cordon demo DIR`: writes the pack of the fictional demo district, byte for byte the same each time. */
export async function writeDemo(args: Arguments, { language }: Context): Promise<Answer> {
  const files = generateDemo()
  try {
    for (const [path, content] of files) {
      const target = join(args.path, path)
      mkdirSync(dirname(target), { recursive: true })
      writeFileSync(target, content)
    }
  } catch (fault) {
    throw new NoAnswer(`${args.path}: ${(fault as NodeJS.ErrnoException).code ?? (fault as Error).message}`)
  }
  const names = [...files.keys()]
  const text =
    language === 'zh'
      ? `已写入 ${args.path}：${names.length} 个文件（虚构辖区，仅供演示）`
      : `${names.length} files written to ${args.path} (a fictional district, for demonstration only)`
  return { document: { schema: 'cordon-demo/1', files: names.sort() }, text }
}
