import { FILE_OUT, ROW_OUT } from './kept-words-zh'
import type { Told } from './told'

/** What is said in Chinese of a file as a whole. */
export const FILE_SENTENCES_ZH = {
  'not-utf8': [
    '文件是 UTF-8 编码，但有一处损坏（{seen}）。',
    FILE_OUT,
    '文件多半在中途损坏或被截断，请重新保存或传送一次。',
  ],
  'empty-file': ['文件是空的。', '没有数据可采用；空文件不等于“没有”。', '如要表示“没有”，请保留表头一行。'],
  'broken-json': [
    'JSON 在 {seen} 处中断或有误（⏏ 表示文件到此为止）。',
    FILE_OUT,
    '文件可能没有传完整，请重新导出或重新拷贝。',
  ],
  'file-too-large': [
    '文件过大（{seen}）。',
    FILE_OUT,
    '单个文件请不超过 500 MB；可按街道拆成几个文件后再导入。',
  ],
  'nested-too-deep': [
    'JSON 嵌套超过 {seen} 层。',
    FILE_OUT,
    '本系统的文件只有十几层，请核对来源或重新导出。',
  ],
  'too-many-columns': ['列数过多（{seen}）。', FILE_OUT, '请只保留需要的列；也请核对分隔符是否正确。'],
  'header-too-long': [
    '有一个列名长过一页（{seen}…）。',
    FILE_OUT,
    '多半是表头里有不成对的引号，请检查第一行。',
  ],
  'not-features': [
    '这个 JSON 里没有地图要素（行:列 {seen}）。',
    FILE_OUT,
    '请导出为 GeoJSON FeatureCollection。',
  ],
  'not-a-pack': [
    'pack.json 不是本系统的资料包说明（{seen}）。',
    '其他文件按默认设置读取。',
    '应为 {suggestion}，请检查 format 与 version。',
  ],
  'broken-zip': ['压缩包打不开（{seen}）。', FILE_OUT, '请重新压缩为普通 .zip（不加密）。'],
  'zip-too-large': [
    '压缩包解开后过大（{seen}）。',
    '整个压缩包没有打开。',
    '请确认来源；确属正常数据时请解压后按文件夹导入。',
  ],
  'zip-damaged': [
    '压缩包里的 {seen} 与所写的大小或校验码不符。',
    '整个压缩包没有打开：坏了一处，其余也不可信。',
    '请重新压缩或重新拷贝。',
  ],
  'zip-name-twice': [
    '压缩包里有两个文件同名（{seen}）。',
    '整个压缩包没有打开：无法知道以哪一个为准。',
    '请删去其中一个或改名后重新压缩；大小写不同也算同名。',
  ],
  'unsafe-path': [
    '文件路径指向资料包之外（{seen}）。',
    '这个文件没有读取，其他文件不受影响。',
    '请检查压缩包的来源。',
  ],
  'missing-column': [
    '缺少必需的列 {column}。',
    '本文件各行都没有采用。',
    '请补上这一列；也认这些写法：{suggestion}。',
  ],
  'broken-policy': [
    '规则文件的 {column} 缺少或不可用（{seen}）。',
    '这个规则没有采用。',
    '规则必须写明 id，并写明 levels（或用 extends 引用另一规则）；天数须为 0 至 3653 的整数，其余数值也须在常理之内。',
  ],
  'policy-circle': [
    '规则的 {column} 引用成环（{seen}）。',
    '这个规则没有采用。',
    '请改为引用另一个规则，不能直接或间接引用自己。',
  ],
  'unwritable-value': [
    '{column} 的值 {seen} 无法保存：数字过大，或文字有半个字符。',
    '含有它的这一行或这个文件没有采用，其余照常。',
    '请更正这个值，或重新导出。',
  ],
  'broken-indicators': [
    '第 {row} 项指标的 {column} 不可用（{seen}）。',
    '这一项没有采用，其余各项照常。',
    '每项指标须有 id、zh，kind 为 new、cumulative、inPlace 或 share。',
  ],
  'broken-log': [
    '日志第 {row} 行有误（{seen}）。',
    '能读的事件照常读取。',
    '请重新导出日志，并用 cordon verify 核对。',
  ],
  'forked-log': [
    '第 {row} 行与另一条记录接在同一设备的同一条记录之后：{seen}。',
    '这份变更记录没有采用，两边都保持原样。',
    '同一设备名下的记录在两处各自续写过。可另立工程打开，再把缺的内容人工补录。',
  ],
  'other-content': [
    '第 {row} 行与已有记录编号相同、内容不同：{seen}。',
    '这份变更记录没有采用，两边都保持原样。',
    '两者之一被改动过：请用 cordon verify 核对，或另立工程打开。',
  ],
  'clock-questioned': [
    '这份变更记录有一半以上（{seen} 条）比本机时钟晚一天以上，本机时钟为 {suggestion}。',
    '这份变更记录没有采用。',
    '请核对本机的日期和时间后重试。',
  ],
  'unknown-type': [
    '本版本不认识这类记录：{seen}。',
    '已搁置：原样保存、随导出带走，不参与任何计算。',
    '较新的版本可能认识它。',
  ],
  'not-valid': [
    '记录中的 {column} 无效：{seen}。',
    '已搁置：原样保存、随导出带走，不参与任何计算。',
    '请向填写人核实，并在此补录其本意。',
  ],
  'dated-ahead': [
    '记录的时间比收到时晚一天以上：{seen}。',
    '已搁置：原样保存、随导出带走，不参与任何计算。',
    '请填写人核对那台机器的时钟，并在此补录其内容。',
  ],
  'guard-distance-in-log': [
    '日志里的守护距离 {seen} 米超过 1 公里。',
    '日志照常读取，按 {suggestion} 米计算。',
    '请核对后重新导入 pack.json。',
  ],
  'policy-circle-in-log': [
    '日志里的规则 {column} 引用成环（{seen}）。',
    '日志照常读取；用到这个规则的分区没有依据，不作判断。',
    '请改为引用另一个规则后重新导入。',
  ],
  'circle-in-log': [
    '日志里的上级循环：{seen}（{column}，共 {count} 个）。',
    '日志照常读取；环上的上级不可信，环在一处断开。',
    '请核对上级，更正后重新导入。',
  ],
  'depth-in-log': [
    '日志里上级一层接一层，超过任何层级（{seen}；{column}，共 {count} 个）。',
    '日志照常读取；过长的链在中间断开。',
    '请核对上级，更正后重新导入。',
  ],
  'exercise-into-live': [
    '这是演练数据，而所选工程不是演练。',
    '没有采用。',
    '请另立工程：演练数据从不与实际数据放在一起。',
  ],
  'live-into-exercise': [
    '所选工程是演练，而这不是演练数据。',
    '没有采用。',
    '请另立工程：演练数据从不与实际数据放在一起。',
  ],
  'frame-not-yet': [
    '坐标系 {seen} 目前还不能换算。',
    ROW_OUT,
    '请先转换为 WGS-84，或在 pack.json 的 frame 中写明 wgs84 / gcj02。',
  ],
  'personal-file': [
    '列 {column} 含有姓名、电话或证件号。',
    '这个文件没有保存。',
    '请删除姓名、电话、证件号等列后再导入。',
  ],
  'unknown-file': [
    '不认识这个文件。',
    '没有读取，也没有保存。',
    '如应读取，请另存为 xlsx、csv 或 GeoJSON 后再导入。',
  ],
  'beside-pack': [
    '资料包（pack.json）只读按约定命名的表，这个文件不在其中。',
    '没有读取，也没有保存；避免同一批数据重复计入。',
    '如应读入，请打开该资料包后单独拖入这个文件。',
  ],
  'kept-file': ['本版本还不使用这个文件。', '已原样保存，导出资料包时一并带出。', '无需处理。'],
  'beside-log': [
    '一次只能导入一个日志，这次读的是 {seen}。',
    '这个文件没有读取，也没有保存。',
    '请另行导入。',
  ],
  'copy-of-log': [
    '资料包里有 log.ndjson，以日志为准。',
    '这个文件只是日志的可读副本，没有另行读取。',
    '无需处理。',
  ],
  'bad-setting': [
    'pack.json 的 {column} 不可用（{seen}）。',
    '改用默认值 {suggestion}，其余设置有效。',
    '请更正后重新导入。',
  ],
} satisfies Readonly<Record<string, Told>>
