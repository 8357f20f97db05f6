/** Strokes, words, and what spreadsheets write where a formula fails: the cell says that nobody knows. */
const LEFT_OPEN =
  /^(?:[-—–―_/\\]+|…+|\.{2,}|[?？]+|#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)|n\/?a|null|nil|nan|unknown|not (?:known|available)|no data|tb[cd]|无数据|無數據|暂无(?:数据|统计)?|暫無|(?:暂|暫|尚|还|還)?未(?:统计|統計|填写?|填寫|知|明|核实|核實|采集|掌握)|不(?:详|詳|明|清|清楚|知道|确定)|无法统计|统计中|核实中|待(?:查|核实?|核實|定|补充?|統計|统计|填写?)|空白|空缺|缺失|暂缺|缺项?)$/i

/** Whether a text stands in a cell only to say that nothing is known. */
export const isLeftOpen = (text: string): boolean => LEFT_OPEN.test(text.normalize('NFKC').trim())
