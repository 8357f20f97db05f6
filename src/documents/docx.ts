import type { Paragraph, Table } from 'docx'
import type { PaperBlock, PaperDocument } from './document'

const POINT = 20
const HALF = 2
/** twentieths of a point: A4, margins of 2 cm, the text between them */
const PAGE = { width: 11906, height: 16838 }
const MARGIN = 1134
const TEXT_WIDTH = PAGE.width - 2 * MARGIN
const FONT = { ascii: 'Arial', hAnsi: 'Arial', eastAsia: 'SimSun' }
/** css px of the picture's width on the page */
const PICTURE_WIDTH = 640

export interface PictureOfDocument {
  readonly png: Uint8Array
  readonly width: number
  readonly height: number
}

type Docx = typeof import('docx')

/** The paper as DOCX, A4 portrait. The library comes only when a document is asked for. */
export async function docxOf(paper: PaperDocument, picture: PictureOfDocument | null): Promise<Uint8Array> {
  const docx = await import('docx')
  const written = { docx, picture, colon: paper.colon }
  const footer = lineOf(docx, paper.footer, { size: 8, grey: true })
  const document = new docx.Document({
    title: paper.title,
    creator: '',
    styles: { default: { document: { run: { font: FONT, size: 10.5 * HALF } } } },
    sections: [
      {
        properties: {
          page: { size: PAGE, margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN } },
        },
        footers: { default: new docx.Footer({ children: [footer] }) },
        children: [...frontOf(docx, paper), ...paper.blocks.flatMap((block) => blockOf(block, written))],
      },
    ],
  })
  return new Uint8Array((await docx.Packer.pack(document, 'arraybuffer')) as ArrayBuffer)
}

interface Line {
  /** points */
  readonly size?: number
  readonly bold?: boolean
  readonly grey?: boolean
  readonly align?: 'left' | 'center' | 'right'
  /** points above */
  readonly before?: number
  readonly boxed?: boolean
}

function lineOf(docx: Docx, text: string, line: Line = {}): Paragraph {
  const { size = 10.5, bold = false, grey = false, align = 'left', before = 0, boxed = false } = line
  const border = { style: docx.BorderStyle.SINGLE, size: 12, color: '14181D' }
  return new docx.Paragraph({
    alignment: align,
    spacing: { before: before * POINT, after: 3 * POINT },
    ...(boxed ? { border: { top: border, bottom: border, left: border, right: border } } : {}),
    children: [new docx.TextRun({ text, bold, size: size * HALF, ...(grey ? { color: '606060' } : {}) })],
  })
}

function frontOf(docx: Docx, { stamp, title, number, subtitle, labels }: PaperDocument): Paragraph[] {
  const centred = (text: string | null, bold = false): Paragraph[] =>
    text ? [lineOf(docx, text, { align: 'center', bold })] : []
  return [
    ...(stamp ? [lineOf(docx, stamp, { bold: true, align: 'right', boxed: true })] : []),
    lineOf(docx, title, { size: 18, bold: true, align: 'center', before: 6 }),
    ...centred(number),
    ...centred(subtitle),
    ...labels.flatMap((label) => centred(label, true)),
  ]
}

interface Written {
  readonly docx: Docx
  readonly picture: PictureOfDocument | null
  readonly colon: string
}

function blockOf(block: PaperBlock, { docx, picture, colon }: Written): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading': {
      const text = [block.text, block.note].filter(Boolean).join(' · ')
      return [lineOf(docx, text, { size: 12, bold: true, before: 10 })]
    }
    case 'paragraph': {
      const isNote = block.tone === 'note'
      const look = { bold: block.tone === 'strong', grey: isNote, size: isNote ? 9 : 10.5 }
      return [lineOf(docx, block.text, look)]
    }
    case 'table':
      return [tableOf(docx, block)]
    case 'picture': {
      const caption = lineOf(docx, block.caption, { size: 8, grey: true })
      return picture ? [imageOf(docx, picture), caption] : [caption]
    }
    case 'signatures': {
      const lines = block.lines.map(({ role, name }) =>
        role ? `${role}${colon}${name || '＿＿＿＿＿＿'}` : name,
      )
      return [lineOf(docx, lines.join('　　　'), { before: 18 })]
    }
  }
}

function tableOf(docx: Docx, { head, rows, widths, strong }: Extract<PaperBlock, { kind: 'table' }>): Table {
  const sum = widths.reduce((total, width) => total + width, 0)
  const columnWidths = widths.map((width) => Math.round((width / sum) * TEXT_WIDTH))
  const { DXA } = docx.WidthType
  const rowOf = (cells: readonly string[], bold: boolean, isHead = false) =>
    new docx.TableRow({
      cantSplit: true,
      tableHeader: isHead,
      children: cells.map(
        (text, at) =>
          new docx.TableCell({
            width: { size: columnWidths[at] ?? 0, type: DXA },
            margins: { top: 40, bottom: 40, left: 80, right: 80 },
            children: text.split('\n').map((part) => lineOf(docx, part, { size: 9, bold })),
          }),
      ),
    })
  return new docx.Table({
    columnWidths,
    width: { size: TEXT_WIDTH, type: DXA },
    rows: [
      ...(head ? [rowOf(head, true, true)] : []),
      ...rows.map((row, n) => rowOf(row, strong.includes(n))),
    ],
  })
}

function imageOf(docx: Docx, { png, width, height }: PictureOfDocument): Paragraph {
  const transformation = { width: PICTURE_WIDTH, height: Math.round((PICTURE_WIDTH * height) / width) }
  return new docx.Paragraph({ children: [new docx.ImageRun({ type: 'png', data: png, transformation })] })
}
