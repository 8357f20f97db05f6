import { text } from 'node:stream/consumers'
import { CannotBegin, readArguments, WrongUse } from './arguments'
import { COMMANDS, type Command } from './commands'
import { type Language, languageOf } from './language'
import { NoAnswer } from './read-pack'

export interface Streams {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  readonly env: Readonly<Record<string, string | undefined>>
  /** everything on stdin; without it nothing was given there */
  readonly input?: () => Promise<string>
}

const PROCESS: Streams = {
  out: (line) => process.stdout.write(line),
  err: (line) => process.stderr.write(line),
  env: process.env,
  input: () => text(process.stdin),
}

/** Exit code: 0 answered, 1 no answer could be given, 2 wrong use. */
export async function main(args: readonly string[], streams: Streams = PROCESS): Promise<number> {
  const language = languageOf(streams.env)
  const [name = '', ...rest] = args
  const command = COMMANDS[name]
  if (name === '--help' || name === '-h' || name === 'help') {
    const asked = COMMANDS[rest[0] ?? '']
    streams.out(`${asked ? usageOf(language, [[rest[0]!, asked]]) : usage(language)}\n`)
    return 0
  }
  if (command && rest.some((one) => one === '--help' || one === '-h')) {
    streams.out(`${usageOf(language, [[name, command]])}\n`)
    return 0
  }
  try {
    if (!command) throw new WrongUse(name === '' ? 'a command is missing' : `unknown command ${name}`)
    const read = readArguments(rest, command.options, command.json, command.paths)
    const answer = await command.run(read, {
      language,
      warn: (line) => streams.err(`${line}\n`),
      tell: (line) => streams.out(`${line}\n`),
      input: streams.input ?? (async () => ''),
    })
    streams.out(read.json ? `${JSON.stringify(answer.document, null, 1)}\n` : `${answer.text}\n`)
    return answer.exit ?? 0
  } catch (fault) {
    if (fault instanceof WrongUse) {
      streams.err(`${fault.message}\n${usage(language)}\n`)
      return 2
    }
    if (fault instanceof CannotBegin) {
      streams.err(`${fault.message}\n`)
      return 2
    }
    streams.err(`${fault instanceof NoAnswer ? fault.message : String((fault as Error).stack ?? fault)}\n`)
    return 1
  }
}

const usage = (language: Language): string => usageOf(language, Object.entries(COMMANDS))

function usageOf(language: Language, commands: readonly (readonly [string, Command])[]): string {
  const lines = commands.map(
    ([name, { usage: form, says }]) => `  cordon ${name} ${form}   ${says[language]}`,
  )
  return [language === 'zh' ? '用法：' : 'usage:', ...lines].join('\n')
}
