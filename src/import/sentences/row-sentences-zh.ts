import { ROW_OUT } from './kept-words-zh'
import type { Told } from './told'

/** What is said in Chinese of cells and rows. */
export const ROW_SENTENCES_ZH = {
  missing: ['必填的 {column} 是空的。', ROW_OUT, '请补填后重新导入。'],
  'missing-time': ['一个时间也没有（{column}）。', ROW_OUT, '至少填写其中一个时间。'],
  'missing-one-of': ['{column} 都是空的。', ROW_OUT, '至少填写其中一项。'],
  'cell-too-long': ['{column} 的一格有 {seen} 个字符。', ROW_OUT, '请核对这一格，多半是引号不成对。'],
  'not-text': ['{column} 应为文字，看到的是 {seen}。', ROW_OUT, '请改为普通文字或数字。'],
  'not-a-day': ['{column} 的 {seen} 不是日期。', ROW_OUT, '请写成 2022-05-27 的样子。建议：{suggestion}。'],
  'not-a-time': [
    '{column} 的 {seen} 不是时间。',
    ROW_OUT,
    '请写成 2022-05-27 18:00 的样子。建议：{suggestion}。',
  ],
  'no-such-day': ['{column} 的 {seen} 这一天不存在。', ROW_OUT, '请核对日期。是否为 {suggestion}？'],
  'no-year': ['{column} 的 {seen} 没有年份。', ROW_OUT, '请写明年份，如 2022-05-27。'],
  'hour-open': [
    '{column} 的 {seen} 说不准是当日还是次日。',
    ROW_OUT,
    '请按 24 小时写明日期和时间，如 2022-05-27 01:00。',
  ],
  'year-answered': [
    '{column} 的 {seen} 没有年份，按回答读作 {suggestion}（{count} 格）。',
    '这些行照常采用。',
    '年份不对请在“要问的”里改。',
  ],
  'level-answered': [
    '表里没有级别，按回答作为 {seen}（{count} 个）。',
    '这些分区照常采用。',
    '级别不对请在“要问的”里改。',
  ],
  'begin-answered': [
    '表里没有起始时间，按回答从 {seen} 起（{count} 个）。',
    '这些分区照常采用。',
    '时间不对请在“要问的”里改。',
  ],
  'no-zones': [
    '按回答，这 {seen} 个面不是分区。',
    '没有采用，也不挂起任何分区。',
    '如是分区，请在“要问的”里选级别。',
  ],
  'same-list': [
    '与 {seen} 是同一台账：{suggestion} 行里 {count} 行是同一些人（地点、类型相同，日期等不同的列在下面）。',
    '这些行不重复计，其余的行照常采用。',
    '如是另一些人，请选“另算”。',
  ],
  'same-list-differs': [
    '同一台账的两份里 {column} 不一致：这里是 {seen}，{suggestion}。',
    '按后者计，这里的不采用。',
    '请核对哪个对，改正后再导入。',
  ],
  'maybe-one-person': [
    '可能与 {seen} 是同一人：日期、类型、性别、年龄段都相同，地点或发现途径也相同，两份里再没有别人这样。',
    '不替人判定，两行各算一人。',
    '如是同一人，请在上面选按哪一行算。',
  ],
  'one-person': ['与 {seen} 是同一人（已确认）。', '按那一行算，这一行不采用。', '如不是，请在上面改选。'],
  'same-rows': [
    '与 {seen} 是同一份台账：{suggestion} 行里 {count} 行就是那里的行。',
    '这些行不重复计，其余的行照常采用；说法不同的另列。',
    '无需处理。',
  ],
  'cells-filled-in': ['{seen} 里空着的 {count} 格，这里写了。', '已补到那里的行上。', '无需处理。'],
  'day-number': [
    '{column} 的 {seen} 是表格软件的日期序号。',
    ROW_OUT,
    '请把该列设为日期格式后再导出。是否为 {suggestion}？',
  ],
  'ends-before-start': [
    '{column}（{seen}）不晚于开始时间。',
    ROW_OUT,
    '请核对起止时间；结束时间本身不计在内。',
  ],
  'not-a-count': ['{column} 的 {seen} 不是个数。', ROW_OUT, '请填 0 或正整数；不知道就留空。'],
  'not-a-number': ['{column} 的 {seen} 不是数字。', ROW_OUT, '请填数字；不知道就留空。'],
  negative: ['{column} 的 {seen} 是负数。', ROW_OUT, '个数不能小于 0。'],
  'beyond-count': ['{column} 的 {seen} 大得不可能。', ROW_OUT, '个数最多一百亿；请核对是否多写了数字。'],
  'approximate-count': [
    '{column} 的 {seen} 是约数。',
    ROW_OUT,
    '约数只能用在日报里；确切数字是否为 {suggestion}？不确定就留空。',
  ],
  'withheld-count': ['{column} 的 {seen} 表示不便公布。', ROW_OUT, '这种写法只能用在日报里；请留空。'],
  'not-a-flag': ['{column} 的 {seen} 不是“是/否”。', ROW_OUT, '请填 {suggestion}（或 是 / 否）。'],
  'not-in-list': ['{column} 的 {seen} 不在可用的取值之内。', ROW_OUT, '可用：{suggestion}。'],
  'personal-id': ['编号像是证件号或电话。', '这一行没有采用，号码没有保存。', '请改用病例编号。'],
  'cell-not-kept': [
    '{column} 里的内容像是姓名、号码或一段话。',
    '这一格没有保存，这一行照常导入。',
    '如是编号或名称，请在原表改写后再导入。',
  ],
  'address-not-kept': [
    '{column} 的地址对不上任何地点（共 {count} 行）。',
    '这些行照常导入，地址没有保存，按未落位列出。',
    '请按清单、日期和行号在未落位中指定地点。',
  ],
  'duplicate-code': [
    '{column} {seen} 重复，先前出现在 {suggestion}。',
    '后出现的这一行没有采用，先出现的保留。',
    '请核对哪一行正确，或改用另一个编号。',
  ],
  'stays-overlap': [
    '分区 {seen} 的时段与 {suggestion} 重叠。',
    '后出现的这一行没有采用，先出现的保留。',
    '同一分区各时段应前后相接；结束时间不计在内。',
  ],
  'parent-circle': [
    '上级循环：{seen}。',
    '环上的各行都没有采用：无法知道哪一个写错了。',
    '请核对 {column} 一列。',
  ],
  'parents-too-deep': ['上级一层接一层，超过任何层级（{seen}）。', ROW_OUT, '请核对 {column} 一列。'],
} satisfies Readonly<Record<string, Told>>
