import type { ProblemCode } from '../problem'
import { RECIPE_SENTENCES } from '../recipes/sentences'
import { ACROSS_SENTENCES_EN } from './across-sentences-en'
import { CELL_SENTENCES_EN } from './cell-sentences-en'
import { COLUMN_SENTENCES_EN } from './column-sentences-en'
import { FILE_SENTENCES_EN } from './file-sentences-en'
import { FORMAT_SENTENCES_EN } from './format-sentences-en'
import { GEOMETRY_SENTENCES_EN } from './geometry-sentences-en'
import { ROW_SENTENCES_EN } from './row-sentences-en'
import type { Told } from './told'

export const SENTENCES_EN: Readonly<Record<ProblemCode, Told>> = {
  ...FORMAT_SENTENCES_EN,
  ...FILE_SENTENCES_EN,
  ...COLUMN_SENTENCES_EN,
  ...ROW_SENTENCES_EN,
  ...CELL_SENTENCES_EN,
  ...GEOMETRY_SENTENCES_EN,
  ...ACROSS_SENTENCES_EN,
  ...RECIPE_SENTENCES.en,
}
