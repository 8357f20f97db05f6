import type { ProblemCode } from '../problem'

type Told = readonly [happened: string, kept: string, todo: string]
type Own = Extract<ProblemCode, 'by-recipe' | 'told-personal' | 'left-aside'>

/** What is said of decisions about tables. */
export const RECIPE_SENTENCES: Readonly<Record<'zh' | 'en', Readonly<Record<Own, Told>>>> = {
  zh: {
    'by-recipe': [
      '按 {seen} 的做法读取：{suggestion} 处照上次所定。',
      '其余照常识别。',
      '不合适可在“逐列”里改，或不照做法。',
    ],
    'told-personal': [
      '{column} 里像是姓名、号码或住址，不能作为所选的一列。',
      '这一列没有采用，其余照常。',
      '请选别的列。',
    ],
    'left-aside': [
      '这张表照所定不作为台账，{seen} 行都不采用。',
      '没有保存任何内容。',
      '要采用请在“逐列”里选它是什么表。',
    ],
  },
  en: {
    'by-recipe': [
      'Read as decided on {seen} (decisions: {suggestion}).',
      'The rest is recognised as ever.',
      'Change it column by column, or do without.',
    ],
    'told-personal': [
      '{column} seems to hold names, numbers or addresses of persons and cannot be the chosen column.',
      'The column was not taken, the rest is.',
      'Choose another column.',
    ],
    'left-aside': [
      'This table was decided to be no list: none of its {seen} rows is taken.',
      'Nothing of it is kept.',
      'To take it, choose what it is, column by column.',
    ],
  },
}
