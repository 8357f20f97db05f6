import type { WrittenIn } from '../../records/field-words'
import type { Kind } from '../../records/records'
import { WORDS } from '../../records/words'

/** What a list is called in the name of a file or of a sheet; none is a word of another list. */
export const listWord = ({ list, file }: Pick<Kind, 'list' | 'file'>, written: WrittenIn): string =>
  written === 'zh' ? WORDS[list].zh.name : file
