/** What is said in Chinese of cells of which nothing is known, and of what hangs on them. */
export const CELL_SENTENCES_ZH = {
  'result-from-figure': [
    '阳性人数写的是“{seen}”：有阳性，确数不知。',
    '这一轮按有阳性处理，人数按未知处理。',
    '有确数后请补上再导入。',
  ],
  'result-open': [
    '这一轮的阳性数或出结果数不知，而结果写的是阴性。',
    '结果按未知处理，不当作阴性；其余照常采用。',
    '查清后请补上数字再导入；确无阳性的请写 0。',
  ],
  'effect-open': [
    '{column} 写的是“{seen}”：何时生效不知。',
    '这一步按未作结论处理，不会因此解除或降级；其余照常采用。',
    '生效时间定了以后请补上再导入。',
  ],
  'no-report': [
    '第 {row} 行没有一项有数，或写明未报。',
    '这一行已保留，但不算已上报，也不当作 0。',
    '收到数字后请补上再导入；确为零报告的，请写 0 或“零报告”。',
  ],
  'cell-left-open': [
    '{column} 写的是“{seen}”，没有填数。',
    '这一格按未知处理，不当作 0；其余照常采用。',
    '有确数后请补上再导入。',
  ],
  'count-unknown': [
    '{column} 的 {seen} 不是确数。',
    '这一格按未知处理，不当作 0；其余照常采用。',
    '有确数后请补上再导入。',
  ],
  'word-unknown': [
    '{column} 的“{seen}”不在已知的说法里。',
    '这一格按未知处理；其余照常采用。',
    '请改用已知的说法；规则问到时，未知按任何一种对待。',
  ],
} as const
