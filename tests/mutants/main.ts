import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type Cut, GUARDS, type Guard } from './guards'

/** So many seeds are tried for each guard before it is said to survive, so many at a time. */
const SEEDS = 16
const AT_A_TIME = 4
const ROOT = resolve(import.meta.dirname, '../..')

/** A copy of the kernel with its packs, without the guard where one is named. */
function copyOf(guard: Guard | null): string {
  const scratch = mkdtempSync(join(tmpdir(), 'mutant-'))
  for (const part of ['geo', 'tests/helpers', 'tests/mutants', 'package.json', 'tsconfig.json'])
    cpSync(join(ROOT, part), join(scratch, part), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(scratch, 'node_modules'))
  for (const cut of guard ? [guard, ...(guard.second ? [guard.second] : [])] : [])
    takeOut(join(scratch, cut.file), cut)
  return scratch
}

function takeOut(path: string, { find, replace }: Cut): void {
  const text = readFileSync(path, 'utf8')
  if (text.split(find).length !== 2) throw new RangeError(`“${find}” does not stand once in ${path}`)
  writeFileSync(
    path,
    text.replace(find, () => replace),
  )
}

/** What may be lowered, one a line. */
function dueIn(scratch: string, { name }: Guard, from: number): string[] {
  const tsx = join(ROOT, 'node_modules/tsx/dist/cli.mjs')
  const asked = [tsx, join(scratch, 'tests/mutants/due.ts'), name, String(from), String(from + AT_A_TIME - 1)]
  const printed = execFileSync(process.execPath, asked, { cwd: scratch, encoding: 'utf8', maxBuffer: 1e8 })
  return printed.split('\n').filter(Boolean)
}

/** The first seed at which the kernel without the guard lets go what the whole one holds, and by what; null where none does. */
function firstSeed(whole: string, guard: Guard): string | null {
  const scratch = copyOf(guard)
  try {
    for (let from = 1; from <= SEEDS; from += AT_A_TIME) {
      const held = new Set(dueIn(whole, guard, from))
      const wrong = dueIn(scratch, guard, from).find((line) => !held.has(line))
      if (wrong) return wrong
    }
    return null
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

const only = process.argv[2]
let survived = 0
const whole = copyOf(null)
process.stdout.write('| Guard | Dies at seed | By | Lets go |\n|---|---|---|---|\n')
try {
  for (const guard of GUARDS.filter(({ name }) => only === undefined || name.includes(only))) {
    const died = firstSeed(whole, guard)
    if (!died) survived++
    process.stdout.write(`| ${guard.name} | ${died ?? 'SURVIVES | | '} |\n`)
  }
} finally {
  rmSync(whole, { recursive: true, force: true })
}
process.exitCode = survived > 0 ? 1 : 0
