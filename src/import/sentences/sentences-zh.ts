import type { ProblemCode } from '../problem'
import { RECIPE_SENTENCES } from '../recipes/sentences'
import { ACROSS_SENTENCES_ZH } from './across-sentences-zh'
import { CELL_SENTENCES_ZH } from './cell-sentences-zh'
import { COLUMN_SENTENCES_ZH } from './column-sentences-zh'
import { FILE_SENTENCES_ZH } from './file-sentences-zh'
import { FORMAT_SENTENCES_ZH } from './format-sentences-zh'
import { GEOMETRY_SENTENCES_ZH } from './geometry-sentences-zh'
import { ROW_SENTENCES_ZH } from './row-sentences-zh'
import type { Told } from './told'

export const SENTENCES_ZH: Readonly<Record<ProblemCode, Told>> = {
  ...FORMAT_SENTENCES_ZH,
  ...FILE_SENTENCES_ZH,
  ...COLUMN_SENTENCES_ZH,
  ...ROW_SENTENCES_ZH,
  ...CELL_SENTENCES_ZH,
  ...GEOMETRY_SENTENCES_ZH,
  ...ACROSS_SENTENCES_ZH,
  ...RECIPE_SENTENCES.zh,
}
