import type { Field, FieldType } from './field'
import type { Reference } from './kind'

export const field = (
  name: string,
  type: FieldType,
  synonyms: string[] = [],
  more: Partial<Field> = {},
): Field => ({
  name,
  type,
  synonyms,
  ...more,
})
export const required = { required: true }

/** The town in which the place of a row lies: the parent within which its name is meant. */
export const town = field('town', 'text', [
  ...[
    '镇街',
    '镇（街道）',
    '乡镇',
    '乡镇街道',
    '乡镇（街道）',
    '镇',
    '街道',
    '所属镇',
    '所属镇街',
    '所属街道',
  ],
  '所属乡镇',
  '區別',
])
/** Who filled in the row: its town is where the row may be if nothing else tells. */
export const unit = field('unit', 'text', ['填报单位', '报送单位', '上报单位', '填报机构'])
/** The document that says so. */
export const paper = field('paper', 'text', ['依据文件', '依据', '文号'])

export const TO_PLACE: Reference = { field: 'place', to: 'place' }
export const TO_TOWN: Reference = { field: 'town', to: 'place' }
export const TO_ZONE: Reference = { field: 'zone', to: 'zone' }
