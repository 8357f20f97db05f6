import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const ROOT = resolve(__dirname, '..')

/** Which layers each layer may import beside itself. A leaf may be imported by whoever names it. */
const ARROWS: Record<string, readonly string[]> = {
  geo: [],
  // one room a kind of fact: what it is, how a row is read and written, its words; as pure as the log
  'src/records': ['geo'],
  'src/log': ['geo', 'src/records'],
  'src/demo': ['geo'],
  'src/formats': ['src/log'],
  'src/import': ['geo', 'src/records', 'src/log', 'src/formats', 'src/i18n'],
  'src/export': ['geo', 'src/records', 'src/log'],
  'src/storage': ['src/log'],
  // reads an exchange file as an import reads a log, and writes it as an export does
  'src/exchange': ['geo', 'src/log', 'src/import', 'src/export'],
  'src/worker': ['geo', 'src/log', 'src/import', 'src/export', 'src/storage', 'src/exchange'],
  // an address is read before the worker is asked to go there
  'src/stores': ['geo', 'src/log', 'src/import', 'src/storage', 'src/worker', 'src/exchange'],
  'src/ui': ['geo', 'src/i18n'],
  'src/i18n': ['geo', 'src/records'],
  'src/operations': ['geo', 'src/log', 'src/export', 'src/stores'],
  'src/briefing': ['geo', 'src/records', 'src/ui', 'src/i18n', 'src/charts'],
  'src/documents': ['geo', 'src/log', 'src/i18n', 'src/briefing'],
  // what the map draws, as data: the map draws it, the desk lists it, and neither is known here
  'src/layers': ['geo', 'src/ui', 'src/i18n'],
  'src/map': ['geo', 'src/layers', 'src/ui', 'src/i18n'],
  'src/charts': ['geo', 'src/ui', 'src/i18n'],
  'src/views': [
    'geo',
    'src/records',
    'src/log',
    'src/formats',
    'src/import',
    'src/export',
    'src/exchange',
    'src/stores',
    'src/operations',
    'src/layers',
    'src/map',
    'src/charts',
    'src/briefing',
    'src/documents',
    'src/ui',
    'src/i18n',
  ],
  // packs what is built; the server it packs is the command line's
  'src/release': ['src/cli'],
  // the service worker: one file of its own, which the build lays beside the page
  'src/offline': [],
  'src/cli': [
    ...['geo', 'src/records', 'src/log', 'src/import', 'src/export', 'src/demo', 'src/i18n', 'src/briefing'],
    'src/exchange',
  ],
}

/** Who composes: may import anything, nobody imports them. */
const COMPOSERS = ['src/main.ts', 'src/App.vue', 'src/router.ts']

const ONLY_ONE_FILE = ['maplibre-gl', 'echarts', 'dexie', 'docx']

interface Import {
  readonly file: string
  readonly specifier: string
  readonly typeOnly: boolean
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) return name === 'node_modules' ? [] : filesUnder(path)
    return /\.(ts|vue|mjs)$/.test(name) ? [path] : []
  })
}

function importsOf(path: string): Import[] {
  const file = relative(ROOT, path)
  const text = readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
  const found = [
    ...text.matchAll(/(?:^|\n)\s*(import|export)\s+(type\s+)?(?:[^'"]*?\sfrom\s+)?['"]([^'"]+)['"]/g),
  ]
  const dynamic = [...text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g)]
  return [
    ...found.map((m) => ({ file, specifier: m[3]!, typeOnly: Boolean(m[2]) })),
    ...dynamic.map((m) => ({ file, specifier: m[1]!, typeOnly: false })),
  ]
}

function layerOf(path: string): string | null {
  return (
    Object.keys(ARROWS)
      .filter((layer) => path === layer || path.startsWith(`${layer}/`))
      .sort((a, b) => b.length - a.length)[0] ?? null
  )
}

function targetOf({ file, specifier }: Import): string | null {
  if (specifier === '#geo') return 'geo/index.ts'
  if (!specifier.startsWith('.')) return null
  return relative(ROOT, resolve(ROOT, dirname(file), specifier.replace(/\?.*$/, '')))
}

/** By file, the files that it imports. */
function graphOf(
  lines: readonly Import[],
  files: ReadonlySet<string> = new Set(paths.map((path) => relative(ROOT, path))),
): ReadonlyMap<string, readonly string[]> {
  const graph = new Map<string, string[]>()
  for (const line of lines) {
    const target = targetOf(line)
    const found =
      target &&
      ['', '.ts', '.vue', '.mjs', '/index.ts'].map((end) => target + end).find((one) => files.has(one))
    if (!found || found === line.file) continue
    graph.set(line.file, [...(graph.get(line.file) ?? []), found])
  }
  return graph
}

/** The first way that comes back to where it began; empty where there is none. */
function circleIn(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>()
  const way: string[] = []
  const from = (file: string): string[] => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file]
    if (done.has(file)) return []
    done.add(file)
    way.push(file)
    for (const next of graph.get(file) ?? []) {
      const circle = from(next)
      if (circle.length > 0) return circle
    }
    way.pop()
    return []
  }
  for (const file of graph.keys()) {
    const circle = from(file)
    if (circle.length > 0) return circle
  }
  return []
}

const paths = ['geo', 'src'].flatMap((folder) => filesUnder(join(ROOT, folder)))
const imports = paths.flatMap(importsOf)
const byUrl = (specifier: string): boolean => /\?(worker|url|raw)/.test(specifier)

describe('arrows', () => {
  test('there are imports to look at', () => expect(imports.length).toBeGreaterThan(50))

  test('layers import only what lies to their left', () => {
    const wrong = imports.filter((line) => {
      const from = layerOf(line.file)
      const target = targetOf(line)
      if (!from || !target || byUrl(line.specifier)) return false
      const to = layerOf(target)
      return to !== null && to !== from && !ARROWS[from]!.includes(to)
    })
    expect(wrong.map(({ file, specifier }) => `${file} → ${specifier}`)).toEqual([])
  })

  test('nobody outside geo imports past its door', () => {
    const past = imports.filter((line) => {
      const target = targetOf(line)
      return target?.startsWith('geo/') && !line.file.startsWith('geo/') && line.specifier !== '#geo'
    })
    expect(past.map(({ file, specifier }) => `${file} → ${specifier}`)).toEqual([])
  })

  test('nobody imports those who compose, nor a worker entry but by URL', () => {
    const wrong = imports.filter((line) => {
      const target = targetOf(line)
      if (!target || COMPOSERS.includes(line.file)) return false
      const composes = COMPOSERS.some(
        (c) => c.replace(/\.(ts|vue)$/, '') === target.replace(/\.(ts|vue)$/, ''),
      )
      const worker = /\.worker(\.ts)?$/.test(target) && !byUrl(line.specifier) && !line.typeOnly
      const ofCommands = target.startsWith('src/cli/') && !/^src\/(cli|release)\//.test(line.file)
      return composes || worker || ofCommands
    })
    expect(wrong.map(({ file, specifier }) => `${file} → ${specifier}`)).toEqual([])
  })

  test('no file comes back to itself, types included', () => {
    expect(circleIn(graphOf(imports))).toEqual([])
    const looped = [
      { file: 'geo/a.ts', specifier: './b' },
      { file: 'geo/b.ts', specifier: './c' },
      { file: 'geo/c.ts', specifier: './b' },
    ].map((line) => ({ ...line, typeOnly: true }))
    const files = new Set(['geo/a.ts', 'geo/b.ts', 'geo/c.ts'])
    expect(circleIn(graphOf(looped, files))).toEqual(['geo/b.ts', 'geo/c.ts', 'geo/b.ts'])
  })

  test('no folder is wider than 25 files', () => {
    const widths = new Map<string, number>()
    for (const path of paths) widths.set(dirname(path), (widths.get(dirname(path)) ?? 0) + 1)
    const wide = [...widths].filter(([, width]) => width > 25)
    expect(wide.map(([folder, width]) => `${relative(ROOT, folder)} ${width}`)).toEqual([])
  })

  test('an arrow that nobody uses is none', () => {
    const used = new Set(imports.map((line) => `${layerOf(line.file)} → ${layerOf(targetOf(line) ?? '')}`))
    const idle = Object.entries(ARROWS).flatMap(([from, targets]) =>
      targets.map((to) => `${from} → ${to}`).filter((arrow) => !used.has(arrow)),
    )
    expect(idle).toEqual([])
  })

  test.each(ONLY_ONE_FILE)('%s is imported by at most one file (types aside)', (library) => {
    const files = new Set(
      imports
        .filter(
          (line) =>
            !line.typeOnly && (line.specifier === library || line.specifier.startsWith(`${library}/`)),
        )
        .filter((line) => !line.specifier.endsWith('.css'))
        .map((line) => line.file),
    )
    expect([...files].length).toBeLessThanOrEqual(1)
  })

  test('the kernel and the log read no clock and no randomness', () => {
    const impure = filesUnder(join(ROOT, 'geo'))
      .concat(filesUnder(join(ROOT, 'src/records')), filesUnder(join(ROOT, 'src/log')))
      .concat(filesUnder(join(ROOT, 'src/demo')))
      .filter((path) => /\bDate\.now\(|new Date\(\)|Math\.random\(/.test(readFileSync(path, 'utf8')))
    expect(impure.map((path) => relative(ROOT, path))).toEqual([])
  })
})
