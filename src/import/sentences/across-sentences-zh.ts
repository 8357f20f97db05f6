import { ROW_IN } from './kept-words-zh'
import type { Told } from './told'

/** What is said in Chinese of what rows name, and of rows against each other. */
export const ACROSS_SENTENCES_ZH = {
  'place-by-name': [
    '{column} 写的是“{seen}”，按名称、别名或地址认作 {suggestion}（{count} 行）。',
    ROW_IN,
    '认得不对请改用编码。',
  ],
  'town-and-place-turned': [
    '镇街列和村居列写反了：“{seen}”（{count} 行）。',
    '按 {suggestion} 读入，行照样收下。',
    '认得不对请改用编码。',
  ],
  'several-places': [
    '{column} 的“{seen}”可能是多个辖区（{count} 行）。',
    '这些行照常采用，列为未落位；可能涉及的分区暂不能降级。',
    '请改用编码，或导入后逐行落位。可能是：{suggestion}。',
  ],
  'zone-by-name': [
    '{column} 写的是“{seen}”，按名称认作分区 {suggestion}（{count} 行）。',
    ROW_IN,
    '认得不对请改用分区编号。',
  ],
  'several-zones': [
    '{column} 的“{seen}”可能是多个分区（{count} 行）。',
    '这些行照常采用，列为未落位；可能涉及的分区暂不能降级。',
    '请改用分区编号。可能是：{suggestion}。',
  ],
  'position-at-zero': [
    '坐标是 {seen}（{count} 行），不算点位。',
    '这些行照常采用，按辖区或地址落位；都没有的列为未落位。',
    '请补填坐标或辖区编码。',
  ],
  'position-outside': [
    '坐标 {seen} 在辖区外 5 公里以上（{count} 行），不算点位。',
    '这些行照常采用，按辖区或地址落位；都没有的列为未落位。',
    '请核对坐标和坐标系。',
  ],
  'position-swapped': [
    '坐标 {seen} 只有把经纬度对调才在辖区内（{count} 行），已对调。',
    '这些行照常采用；与所填辖区不符的列为未落位。',
    '请核对经度和纬度的次序。',
  ],
  'unknown-place': [
    '{column} 的 {seen} 在辖区表里找不到（{count} 行）。',
    ROW_IN,
    '请核对编码，或把这个辖区补进 places。',
  ],
  'unknown-zone': ['{column} 的 {seen} 在分区表里找不到（{count} 行）。', ROW_IN, '请核对分区编号。'],
  'unknown-facility': [
    '{column} 的 {seen} 在场所表里找不到（{count} 行）。',
    ROW_IN,
    '请核对编号，或把这个场所补进 facilities。',
  ],
  'unknown-policy': [
    '规则 {seen} 没有提供。',
    '分区照常采用，但条件无法判断，一律为未知。',
    '请把规则放进 policies 文件夹，或改用：{suggestion}。',
  ],
  'policy-refused': [
    '规则 {seen} 的文件 {suggestion} 有误，没有采用。',
    '分区照常采用，但条件无法判断，一律为未知。',
    '请按该文件的提示修改后，重新导入。',
  ],
  'unknown-transition': [
    '规则里没有调整“{seen}”（{count} 行）。',
    '这些行照常保留，列为未落位；可能涉及的批准不执行。',
    '请改用：{suggestion}。',
  ],
  'no-decision': [
    '有 {count} 行审批没有结论。',
    '这些行照常保留，列为未落位；可能是退回，其后的批准不执行。',
    '请补填同意或退回。',
  ],
  'signal-open': [
    '有 {count} 条阳性线索没有了结。',
    '这些行列为未落位；所涉分区（未写分区的为全区）已批准的调整先不执行。',
    '请填写处置结果（排除，或转为病例并写明病例编号）后重新导入。',
  ],
  'fact-unasked': [
    '这里的规则都不问事项“{seen}”（{count} 行）。',
    '照常采用，但不影响任何判定。',
    '写法最近的已知事项：{suggestion}。',
  ],
  'unknown-level': ['规则里没有级别 {seen}。', '分区照常采用，但不参与分级。', '可用：{suggestion}。'],
  'places-over-others': [
    '文件中的辖区压在工程已有的其他辖区上：{count} 对，共 {area}；最大的：{largest}。',
    '照原样采用；两者并存时，同一地方的人口会算两次。',
    '若辖区已调整，请在导入前选“以本文件替换”并填生效日期；若是同一辖区，请改用原编码。',
  ],
  'siblings-overlap': [
    '有 {count} 对同级辖区相互重叠，共 {area}。最大的：{largest}。',
    '既不隐藏也不修改；重叠处归编码较小的一方；每对不足 1 平方米的不计。',
    '请向资料来源核对边界。',
  ],
  'gaps-between': [
    '有 {count} 对相邻的同级辖区之间留有空隙，共 {area}。最大的：{largest}。',
    '照原样采用；空隙不属于任何一方，其中的病例和道路可能落空。宽过 50 米的、每对不足 1 平方米的不计。',
    '请向资料来源核对边界；本意如此（河流、道路）则不必处理。',
  ],
  'zones-overlap': [
    '有 {count} 对分区在同一时段相互重叠，共 {area}。最大的：{largest}。',
    '照原样采用；重叠处归较严的分区，同级的归较小的，人口只算一次；每对不足 1 平方米的不计。',
    '请核对是否本意如此；不是就重画其中一个。',
  ],
  'zones-beyond-district': [
    '有 {count} 个分区越过本区界线，界外共 {area}。最大的：{largest}。',
    '照原样采用；界外部分在面积里，不在各级别和人口的统计里，本系统不知道那里的情况。',
    '请核对分区与本区的边界；跨区的请与邻区核对。',
  ],
  'parts-exceed-place': [
    '有 {count} 处辖区写的人口或户数少于其下级之和。最大的：{seen}。',
    '照原样采用；统计时以下级之和为准。',
    '请核对两级的数字，改正后重新导入。',
  ],
  'siblings-overlap-everywhere': [
    '同级辖区几乎处处重叠：仅前 {count} 对相遇中就有这么多，共 {area}，其余没有逐对计算。',
    '既不隐藏也不修改；重叠处归编码较小的一方。',
    '请核对是否把同一图层导入了多次，或向资料来源核对边界。',
  ],
  'figure-twice': [
    '同一辖区、同一指标、同一时刻有两个值：{suggestion} 与 {seen}。',
    '两行都照常采用；规则问到这个时刻时按未知处理。',
    '请核对后只留一行。',
  ],
  'total-falls': [
    '累计数由 {suggestion} 降为 {seen}，累计数不会变小。',
    '这一行照常采用；在重新超过之前，规则按未知处理，差值不计。',
    '请核对哪一行有误；订正后重新导入。',
  ],
  'figure-negative': [
    '数值为负（{seen}）。',
    '这一行照常采用；规则问到时按未知处理。',
    '人数不会为负，请核对后重新导入。',
  ],
  'excused-beyond-listed': [
    '扣减 {seen} 人，多于在册 {suggestion} 人。',
    '这一行照常采用；这一轮的覆盖率按未知处理。',
    '请核对在册与扣减人数。',
  ],
  'sampled-beyond-listed': [
    '已采 {seen} 人，多于在册 {suggestion} 人。',
    '这一行照常采用；这一轮的覆盖率按未知处理。',
    '请核对在册人数，或补登在册外的人员。',
  ],
  'resulted-beyond-sampled': [
    '已出结果 {seen} 人，多于已采 {suggestion} 人。',
    '这一行照常采用；这一轮的结果是否出齐按未知处理。',
    '请核对已采与已出结果的人数。',
  ],
  'occupied-beyond-rooms': [
    '已用（含停用）{seen} 间，多于共有 {suggestion} 间。',
    '这一行照常采用；可用房间按 0 计。',
    '请核对房间总数与已用数，或更正隔离点的房间数。',
  ],
  'round-twice': [
    '与 {suggestion} 行是同一轮（{seen}）。',
    '两行都照常采用，按较差的一行计。',
    '如其中一行已过时或属于另一轮，请更正后重新导入。',
  ],
  'passage-twice': [
    '与第 {suggestion} 行是同一卡点、同一天、同一方向和类别（{seen}）。',
    '两行都照常保留；数字不同的，按较大的一行作下限（≥）计，不相加。',
    '如是分班次的数字，请合成一行；如其中一行已过时，请删去后重新导入。',
  ],
  'passage-apart': [
    '合计 {seen}，与同一卡点当天各分项之和 {suggestion} 不一致。',
    '各行照常保留；按较大的数作下限（≥）计，不重复相加。',
    '请核对合计与各分项。',
  ],
  'shape-differs': [
    '分区 {seen} 勾绘的范围与成员辖区合并的范围相差 {area}。',
    '以成员辖区为准。',
    '请核对成员名单或勾绘的范围。',
  ],
} satisfies Readonly<Record<string, Told>>
