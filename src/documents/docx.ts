import type { Paragraph, Table } from 'docx'
import type { PaperBlock, PaperDocument } from './document'

const POINT = 20
const HALF = 2
/** twentieths of a point across the text of an A4 page with margins of 2 cm */
const TEXT_WIDTH = 9638
const FONT = { ascii: 'Arial', hAnsi: 'Arial', eastAsia: 'SimSun' }

export interface PictureOfDocument {
  readonly png: Uint8Array
  readonly width: number
  readonly height: number
}

/** The paper as DOCX, A4 portrait. The library comes only when a document is asked for. */
export async function docxOf(paper: PaperDocument, picture: PictureOfDocument | null): Promise<Uint8Array> {
  const docx = await import('docx')
  const writer = writerOf(docx)
  const document = new docx.Document({
    title: paper.title,
    creator: '',
    styles: { default: { document: { run: { font: FONT, size: 10.5 * HALF } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: 1134, bottom: 1134, left: 1134, right: 1134 },
          },
        },
        footers: {
          default: new docx.Footer({ children: [writer.line(paper.footer, { size: 8, grey: true })] }),
        },
        children: [
          ...writer.front(paper),
          ...paper.blocks.flatMap((block) => writer.block(block, { picture, colon: paper.colon })),
        ],
      },
    ],
  })
  return new Uint8Array((await docx.Packer.pack(document, 'arraybuffer')) as ArrayBuffer)
}

type Docx = typeof import('docx')

interface Line {
  readonly size?: number
  readonly bold?: boolean
  readonly grey?: boolean
  readonly align?: 'left' | 'center' | 'right'
  readonly before?: number
  readonly boxed?: boolean
}

function writerOf(docx: Docx) {
  const { TextRun, TableRow, TableCell, ImageRun, BorderStyle, WidthType } = docx
  const border = { style: BorderStyle.SINGLE, size: 4, color: '808080' }
  const line = (
    text: string,
    { size = 10.5, bold = false, grey = false, align = 'left', before = 0, boxed = false }: Line = {},
  ) =>
    new docx.Paragraph({
      alignment: align,
      spacing: { before: before * POINT, after: 3 * POINT },
      ...(boxed ? { border: { top: border, bottom: border, left: border, right: border } } : {}),
      children: [new TextRun({ text, bold, size: size * HALF, ...(grey ? { color: '606060' } : {}) })],
    })
  const table = ({ head, rows, widths, strong }: Extract<PaperBlock, { kind: 'table' }>) => {
    const sum = widths.reduce((total, width) => total + width, 0)
    const columnWidths = widths.map((width) => Math.round((width / sum) * TEXT_WIDTH))
    const cell = (text: string, bold: boolean, at: number) =>
      new TableCell({
        width: { size: columnWidths[at] ?? 0, type: WidthType.DXA },
        margins: { top: 40, bottom: 40, left: 80, right: 80 },
        children: text.split('\n').map((part) => line(part, { size: 9, bold })),
      })
    return new docx.Table({
      columnWidths,
      width: { size: TEXT_WIDTH, type: WidthType.DXA },
      rows: [
        ...(head
          ? [
              new TableRow({
                tableHeader: true,
                cantSplit: true,
                children: head.map((text, at) => cell(text, true, at)),
              }),
            ]
          : []),
        ...rows.map(
          (row, n) =>
            new TableRow({
              cantSplit: true,
              children: row.map((text, at) => cell(text, strong.includes(n), at)),
            }),
        ),
      ],
    })
  }
  const image = ({ png, width, height }: PictureOfDocument) =>
    new docx.Paragraph({
      children: [
        new ImageRun({
          type: 'png',
          data: png,
          transformation: { width: 640, height: Math.round((640 * height) / width) },
        }),
      ],
    })
  return {
    line,
    front: ({ stamp, title, number, subtitle, labels }: PaperDocument) => [
      ...(stamp ? [line(stamp, { bold: true, align: 'right', boxed: true })] : []),
      line(title, { size: 18, bold: true, align: 'center', before: 6 }),
      ...(number ? [line(number, { align: 'center' })] : []),
      ...(subtitle ? [line(subtitle, { align: 'center' })] : []),
      ...labels.map((label) => line(label, { align: 'center', bold: true })),
    ],
    block: (
      block: PaperBlock,
      { picture, colon }: { readonly picture: PictureOfDocument | null; readonly colon: string },
    ): (Paragraph | Table)[] => {
      switch (block.kind) {
        case 'heading':
          return [
            line(block.note ? `${block.text}（${block.note}）` : block.text, {
              size: 12,
              bold: true,
              before: 10,
            }),
          ]
        case 'paragraph':
          return [
            line(block.text, {
              bold: block.tone === 'strong',
              grey: block.tone === 'note',
              size: block.tone === 'note' ? 9 : 10.5,
            }),
          ]
        case 'table':
          return [table(block)]
        case 'picture':
          return picture
            ? [image(picture), line(block.caption, { size: 8, grey: true })]
            : [line(block.caption, { size: 8, grey: true })]
        case 'signatures':
          return [
            line(
              block.lines.map(({ role, name }) => `${role}${colon}${name || '＿＿＿＿＿＿'}`).join('　　　'),
              {
                before: 18,
              },
            ),
          ]
      }
    },
  }
}
