import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'

const ROOT = resolve(__dirname, '..')

/** The TypeScript of a file; of a component what stands in its script and in its template's braces and bindings. */
function sourcesOf(path: string): string[] {
  const text = readFileSync(path, 'utf8')
  if (!path.endsWith('.vue')) return [text]
  const scripts = [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, code]) => code!)
  const template = /<template>[\s\S]*<\/template>/.exec(text)?.[0] ?? ''
  const said = [...template.matchAll(/\{\{([\s\S]*?)\}\}|\s[:@][\w.-]+="([^"]*)"/g)]
  return [...scripts, ...said.map(([, braces, bound]) => `void (${braces ?? bound})`)]
}

/**
 * Functions with any number of arguments: only into these does the compiler let a list of unknown length be spread (into
 * all others only a tuple). Each element lies on the stack, which ends at some 100,000 of them.
 */
const VARIADIC = new Set([
  ...['min', 'max', 'hypot', 'push', 'unshift', 'concat', 'splice', 'toSpliced', 'of', 'assign'],
  ...['fromCharCode', 'fromCodePoint', 'apply', 'bind', 'call', 'Array', 'log', 'warn', 'error'],
])

/** What a spread of must be short, and why: [file, text]. */
const SHORT: readonly (readonly [file: string, text: string, why: string])[] = [
  ['src/formats/format.ts', 'String.fromCharCode(...bytes.subarray(', 'so many bytes at once'],
  ['geo/drafting/line-faults.ts', 'Math.hypot(...u)', 'a vector of two'],
  ['geo/drafting/line-faults.ts', 'Math.hypot(...v)', 'a vector of two'],
  [
    'geo/zones/explain/transitions-block.ts',
    '...conditionSentences(one.when,',
    'sentences of one transition',
  ],
  ['src/layers/compose.ts', '...parts.map((part) => part.sources)', 'the parts of the map'],
  ['src/layers/zones/zones.ts', 'layers.push(...hatchLayers(hatch, view))', 'the layers of one hatch'],
  ['src/views/shell/keymap/bindings.ts', 'withShift(...ARROWS)', 'four keys'],
]

/** Own functions that take any number of arguments, by name. */
function variadicIn(source: ts.SourceFile): string[] {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && node.parameters.some(({ dotDotDotToken }) => dotDotDotToken)) {
      const name = node.name ?? (ts.isVariableDeclaration(node.parent) ? node.parent.name : undefined)
      if (name) found.push(name.getText())
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

/** Spreads into the arguments of such functions, and every `apply`. */
function spreadsIn(source: ts.SourceFile, variadic: ReadonlySet<string>): string[] {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      const { expression } = node
      const name = ts.isPropertyAccessExpression(expression) ? expression.name.text : expression.getText()
      const isSpread = (node.arguments ?? []).some(ts.isSpreadElement)
      const isApply = ts.isPropertyAccessExpression(expression) && name === 'apply'
      if (isApply || (isSpread && variadic.has(name))) found.push(node.getText())
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found.map((text) => text.replace(/\s+/g, ' '))
}

const parsed = (code: string): ts.SourceFile =>
  ts.createSourceFile('one.ts', code, ts.ScriptTarget.ES2023, true)
const sources = ['geo', 'src'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|vue|mjs)$/.test(name))
    .flatMap((name) =>
      sourcesOf(join(ROOT, folder, name)).map((code) => ({
        file: `${folder}/${name.replaceAll('\\', '/')}`,
        source: parsed(code),
      })),
    ),
)
const variadic = new Set([...VARIADIC, ...sources.flatMap(({ source }) => variadicIn(source))])
const spreads = sources.flatMap(({ file, source }) =>
  spreadsIn(source, variadic).map((text) => ({ file, text })),
)

test('S35 the scan finds the spreads that end a stack, and lets those of fixed length be', () => {
  const own = 'const all = (...many: number[]) => many; all(...rows)'
  const code = `${own}; Math.max(0, ...days); out.push(...rows.map(f)); f.apply(null, rows); orient2d(...a, 1); [...rows]`
  expect(spreadsIn(parsed(code), new Set([...VARIADIC, ...variadicIn(parsed(own))]))).toEqual([
    'all(...rows)',
    'Math.max(0, ...days)',
    'out.push(...rows.map(f))',
    'f.apply(null, rows)',
  ])
  expect(sources.length).toBeGreaterThan(400)
})

test('S35 no list of any length is spread into arguments', () => {
  const isShort = ({ file, text }: { file: string; text: string }): boolean =>
    SHORT.some(([at, part]) => at === file && text.includes(part))
  expect(spreads.filter((one) => !isShort(one))).toEqual([])
})

test('S35 what is allowed is there', () => {
  for (const [file, part, why] of SHORT)
    expect(
      spreads.some((one) => one.file === file && one.text.includes(part)),
      `${file}: ${part} (${why})`,
    ).toBe(true)
})
