/** A paper as blocks: the page, the DOCX and the plain text are three renderings of one. */
export interface PaperDocument {
  readonly title: string
  readonly subtitle: string | null
  /** 〔2022〕第n号 */
  readonly number: string | null
  /** in the box at the top right, e.g. 内部资料 不得外传; null for what is signed off for the public */
  readonly stamp: string | null
  /** under the title: fictional data, exercise, rules that ended */
  readonly labels: readonly string[]
  readonly blocks: readonly PaperBlock[]
  /** as of when, from which log */
  readonly footer: string
  /** between a role and a name: `：` or `: ` */
  readonly colon: string
}

export type PaperBlock =
  | { readonly kind: 'heading'; readonly text: string; readonly note: string | null }
  | { readonly kind: 'paragraph'; readonly text: string; readonly tone: 'plain' | 'strong' | 'note' }
  /** `widths` are shares of the line; `rows` without `head` are pairs of name and value */
  | {
      readonly kind: 'table'
      readonly id: string
      readonly head: readonly string[] | null
      readonly rows: readonly (readonly string[])[]
      readonly widths: readonly number[]
      /** rows set in bold, by number */
      readonly strong: readonly number[]
    }
  | { readonly kind: 'picture'; readonly caption: string }
  | {
      readonly kind: 'signatures'
      /** without a role the name stands alone, as an office and its date do */
      readonly lines: readonly { readonly role: string | null; readonly name: string }[]
    }

/** Translator of the page, as the documents use it. */
export type Translate = (key: string, params?: Record<string, unknown>) => string

export const heading = (text: string, note: string | null = null): PaperBlock => ({
  kind: 'heading',
  text,
  note,
})

export const paragraph = (text: string, tone: 'plain' | 'strong' | 'note' = 'plain'): PaperBlock => ({
  kind: 'paragraph',
  text,
  tone,
})

/** Names of columns, as a dictionary keeps them: joined by `;`. */
export const columnsOf = (t: Translate, key: string): string[] => t(key).split(';')

/** A table with its shares of the line, perhaps with a head and rows in bold. */
export const table = (
  id: string,
  rows: readonly (readonly string[])[],
  shape: { head?: readonly string[]; widths: readonly number[]; strong?: readonly number[] },
): PaperBlock => ({
  kind: 'table',
  id,
  head: shape.head ?? null,
  rows,
  widths: shape.widths,
  strong: shape.strong ?? [],
})

/** The paper as plain text, rows of tables as `tabbed` prints them; without the picture. */
export function textOf(
  { title, subtitle, number, stamp, labels, blocks, footer, colon }: PaperDocument,
  tabbed: (cells: readonly string[]) => string,
): string {
  const lines = [stamp && `【${stamp}】`, title, number, subtitle, ...labels, '']
  for (const block of blocks) {
    if (block.kind === 'heading') lines.push('', [block.text, block.note].filter(Boolean).join(' · '))
    else if (block.kind === 'paragraph') lines.push(block.text)
    else if (block.kind === 'table')
      for (const row of [...(block.head ? [block.head] : []), ...block.rows]) lines.push(tabbed(row))
    else if (block.kind === 'signatures')
      lines.push(
        '',
        block.lines.map(({ role, name }) => (role ? `${role}${colon}${name}` : name)).join('　　'),
      )
  }
  lines.push('', footer)
  return `${lines
    .filter((line) => line !== null)
    .join('\n')
    .trim()}\n`
}
