export default {
  words: '不认识的用词 {n} 个',
  note: '选定后方案即重做，可撤回；同样的用词下次也照此',
  all: '全部照所拟（{n} 个）',
  loses: { rows: '不处理：{n} 行不采用', cells: '不处理：{n} 格记为未知' },
  means: '是指',
  choose: '请选',
  proposed: '（所拟）',
  apply: '照此 | {n} 行都照此',
  applyOne: '只第 {row} 行',
}
