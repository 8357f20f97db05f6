import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { messagesOf } from '../src/i18n'

const ROOT = resolve(__dirname, '..')

/** What turns a number into text. */
const MAKES_TEXT =
  /\.toFixed\(|\.toPrecision\(|\.toLocale(?:Date|Time)?String\(|\bIntl\.|\.padStart\(|\$\{\s*Math\.round\(/

/** Where figures get their form. */
const FORMS = /^src\/i18n\/[\w-]+\.ts$/

/** Elsewhere only what no person reads as a figure: [file, text, why]. */
const OTHERS: readonly (readonly [file: string, text: string, why: string])[] = [
  ['src/log/rows/segment.ts', 'byte.toString(16).padStart', 'a digest'],
  ['src/formats/text.ts', 'toString(16).padStart', 'a byte of a file that is no text'],
  ['src/formats/text.ts', 'Math.round(size / 1e6)', 'the size of a file that is refused'],
  ['src/formats/workbook/sheet-table.ts', 'padStart(2', 'a day of a spreadsheet as text that is read'],
  ['src/formats/shapefile/read-shapefile.ts', 'padStart(2', 'a day of a table as text that is read'],
  ['src/formats/sniff.ts', 'Math.round(bytes.length / 1e6)', 'the size of a file that is refused'],
  ['src/import/cells/moments.ts', 'padStart(2', 'a date that is read'],
  ['src/import/questions/days-in-words.ts', 'padStart(2', 'a date that is read'],
  ['src/views/first-run/demo-preview.ts', 'x.toFixed(1)', 'a path of SVG'],
  ['src/views/shell/address.ts', 'toFixed(5)', 'a camera in an address'],
  ['src/views/desk/drawing/zone-form.ts', "padStart(2, '0')", 'an id'],
  ['src/views/desk/drawing/zone-code.ts', "padStart(2, '0')", 'an id'],
  ['src/views/hand/forms/facility-form.ts', "padStart(width, '0')", 'an id'],
  ['src/map/scale.ts', 'toPrecision(6)', 'the scale bar'],
  ['src/map/labels/paint.ts', "padStart(2, '0')", 'a colour'],
  ['src/offline/service-worker.ts', "padStart(2, '0')", 'a hash'],
  ['src/layers/crossings/crossings.ts', 'toFixed(7)', 'a key'],
  ['src/map/images.ts', 'toFixed(6)', 'a key'],
  ['src/layers/shapes/borders.ts', 'Math.round(lon * 1e6)', 'a key'],
  ['src/map/labels/paint.ts', 'Math.round(opacity * 255)', 'a colour'],
  ['src/map/session/map-session.ts', 'Math.round(this.#measured)', 'a key'],
  ['src/ui/use-fitting.ts', 'Math.round(width)', 'a key'],
]

function linesThatForm(name: string, text: string): { file: string; line: string }[] {
  return text
    .split('\n')
    .filter((line) => MAKES_TEXT.test(line.replace(/^\s*(?:\*|\/\/).*/, '')))
    .map((line) => ({ file: name, line: line.trim() }))
}

const found = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .map((name) => `src/${name.replaceAll('\\', '/')}`)
  .filter((name) => /\.(ts|vue)$/.test(name) && !name.startsWith('src/demo/'))
  .flatMap((name) => linesThatForm(name, readFileSync(join(ROOT, name), 'utf8')))

test('S36 the scan finds what forms a figure', () => {
  const code = [
    'n.toFixed(2)',
    'n.toLocaleString()',
    'new Intl.NumberFormat()',
    '`${Math.round(a)}`',
    'Math.round(x)',
  ]
  expect(linesThatForm('one.ts', code.join('\n')).map(({ line }) => line)).toEqual(code.slice(0, 4))
  expect(found.filter(({ file }) => FORMS.test(file)).length).toBeGreaterThan(3)
})

test('S36 figures get their form in src/i18n and nowhere else', () => {
  const isOther = ({ file, line }: { file: string; line: string }): boolean =>
    FORMS.test(file) || OTHERS.some(([at, text]) => at === file && line.includes(text))
  expect(found.filter((one) => !isOther(one))).toEqual([])
})

test('S36 what is allowed elsewhere is there', () => {
  for (const [file, text, why] of OTHERS)
    expect(
      found.some((one) => one.file === file && one.line.includes(text)),
      `${file}: ${text} (${why})`,
    ).toBe(true)
})

function textsOf(messages: object, above = ''): [key: string, text: string][] {
  return Object.entries(messages).flatMap(([name, value]): [string, string][] =>
    typeof value === 'object' && value !== null
      ? textsOf(value, `${above}${name}.`)
      : [[`${above}${name}`, String(value)]],
  )
}

/** Nouns of lists, in the plural, right after a figure. */
const COUNTED =
  /\{\w+\} (?:zones|rows|cases|people|villages|crossings|rounds|towns|events|places|files|records|conditions|lines|compounds|hours|days)\b/

/** Where there is always more than one, or the figure is no count of the noun: [key, why]. */
const ALWAYS_MANY: readonly (readonly [key: string, why: string])[] = [
  ['wall.sharedReason', 'shared by two or more'],
  ['wall.header.lacksMany', 'three or more'],
  ['wall.zones.shared', 'shared by four or more'],
  ['wall.zones.lacked', 'shared by four or more'],
  ['wall.hotspots.share', 'two or more'],
  ['first-run.demo.counts', 'figures of the demo district'],
  ['lookup.running', 'of a list, not of its lines'],
  ['wall.header.ofTowns', 'of a list, not of its towns'],
  ['evidence.newest', 'more than twenty'],
  ['desk.verdict.waiting', 'of the days of a rule'],
  ['checks.clustersNote', 'its figures are fixed'],
  ['error.trouble.clock-questioned.text', 'of a list, not of its events'],
  ['rules.local.sentences.days.en', 'a sentence that a person may change'],
  ['rules.local.sentences.round.en', 'a sentence that a person may change'],
]

test('S37 in English a count of one has its noun in the singular', () => {
  const many = textsOf(messagesOf('en')).filter(([, text]) => COUNTED.test(text) && !text.includes('|'))
  expect(many.map(([key]) => key).filter((key) => !ALWAYS_MANY.some(([one]) => one === key))).toEqual([])
})

test('S37 in English no apostrophe or quote is left to the Han font', () => {
  const curly = textsOf(messagesOf('en')).filter(([, text]) => /[‘’]/.test(text))
  expect(curly).toEqual([])
})
