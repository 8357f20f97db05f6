import type { ProblemCode } from '../problem'
import { RECIPE_SENTENCES } from '../recipes/sentences'
import { CELL_SENTENCES_ZH } from './cell-sentences-zh'
import { FORMAT_SENTENCES_ZH } from './format-sentences-zh'

/** What happened, what was kept, what to do. */
export type Told = readonly [happened: string, kept: string, todo: string]

const FILE_OUT = '这个文件没有采用，其他文件不受影响。'
const ROW_OUT = '这一行没有采用，其余各行照常。'
const ROW_IN = '这一行照常采用。'

export const SENTENCES_ZH: Readonly<Record<ProblemCode, Told>> = {
  ...CELL_SENTENCES_ZH,
  ...FORMAT_SENTENCES_ZH,
  ...RECIPE_SENTENCES.zh,
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
  'unknown-column': ['不认识列 {column}。', '内容原样保留，不参与计算。', '如应使用，请改为约定的列名。'],
  'columns-left-out': [
    '不认识的列太多，{seen} 之后还有 {count} 列。',
    '这些列没有保存；认识的列和前面的列照常。',
    '如应保留，请删去不需要的列后重新导入。',
  ],
  'column-twice': [
    '列 {column} 与前面的列含义相同。',
    '取前面的一列；病例和密接的日期取较晚的一个，地点各指一处的行拒收。',
    '请确认用的是正确的一列，可在“逐列”里改。',
  ],
  'days-differ': [
    '同一含义的列 {column} 写的是另一天：{seen}。',
    '按较晚的一天计。',
    '以哪一列为准可在“逐列”里选定。',
  ],
  'places-differ': [
    '同一含义的列 {column} 指的是另一处。',
    '这一行没有采用，未落位前按最坏情形计。',
    '改正地点，或在“逐列”里去掉其中一列。',
  ],
  'fact-named': [
    '事项“{seen}”（{count} 行）即规则所问的 {suggestion}。',
    '按这一事项采用。',
    '不是这一事项时请改写名称。',
  ],
  'header-twice': [
    '表头 {column} 出现了两次。',
    '无法判断以哪一列为准，本文件各行都没有采用。',
    '请改名或删去其中一列后重新导入。',
  ],
  'other-header-twice': [
    '有两列的表头都是 {column}。',
    '这两列都没有采用，其余各列照常。',
    '如需要，请各起一个名称后重新导入。',
  ],
  'quotes-in-header': [
    '表头一行的引号不成对（{seen}）。',
    '已去掉引号读取表头，没有丢失任何一行。',
    '请核对各列是否正确。',
  ],
  'cell-over-lines': [
    '这一行有一个单元格跨了几行，每行都像单独的一条（{seen}）。',
    '按引号算作一条采用。',
    '如引号是误输入，请去掉后重新导入。',
  ],
  'line-number': [
    '{column} 列只是行号。',
    '行号不用来认人，也不保存；没有编号的行按内容识别，内容相同的几行算不同的人。',
    '没有编号的行改动后，病例和密接按地点、类型等对回原来的人，其他台账会另算一行；如各有固定编号，请放在 id（病例编号）列。',
  ],
  'title-lines': [
    '表头以上有 {seen} 行标题或说明。',
    '已略过，行号仍按文件数，标题行也算；其中写明的单位和截至时间，作为这份台账涵盖的范围和时间。',
    '请核对“台账涵盖与截至”。',
  ],
  'personal-dropped': ['列 {column} 是个人信息。', '这一列没有保存，其他列照常。', '不需要处理。'],
  'column-not-kept': [
    '涉及个人的表中没有约定列 {column}。',
    '这一列没有保存；备注里的已转运、混管、同户、外推、死亡等字样记作标签。',
    '如应使用，请改为约定的列名。',
  ],
  'wrong-number-of-columns': [
    '列数与表头不符（{seen}）。',
    ROW_OUT,
    '请检查是否多了或少了分隔符；含逗号的内容要加引号。',
  ],
  'broken-quotes': [
    '引号不成对，或出现在单元格中间（{seen}）。',
    '只影响这一行，不牵连其他行；本文件因此没有采用的共 {count} 行。',
    '请检查这一行的双引号后重新导入。',
  ],
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
  'half-position': ['经度和纬度只有一个，缺 {column}。', '这一行照常采用，没有点位。', '请补全经纬度。'],
  'not-a-feature': ['不是要素（Feature）：{seen}。', ROW_OUT, '请检查导出方式。'],
  'empty-geometry': ['图形里没有任何坐标。', '按没有图形读入，行照样收下。', '有边界或位置请补上。'],
  'wrong-geometry': [
    '这里不能用这种图形：{seen}。',
    ROW_OUT,
    '面用 Polygon/MultiPolygon，道路用 LineString/MultiLineString，点位用 Point。',
  ],
  'broken-coordinates': ['坐标不是数字对：{seen}。', ROW_OUT, '请重新导出这个图形。'],
  'off-the-map': ['坐标 {seen} 不在地球上。', ROW_OUT, '请核对经纬度；是否写反了？建议：{suggestion}。'],
  'metres-not-degrees': [
    '坐标 {seen} 像是以米为单位的投影坐标。',
    ROW_OUT,
    '请转换为经纬度（WGS-84），或写明坐标系。',
  ],
  'ring-too-short': ['边界不足三个不同的点：{seen}。', ROW_OUT, '请重新勾绘或重新导出这个边界。'],
  'line-too-short': ['线不足两个点：{seen}。', ROW_OUT, '请重新导出这条线。'],
  tangled: [
    '边界与自身交叉或缠绕太多（{seen}）。',
    ROW_OUT,
    '请在制图软件里修复或重新勾绘；少量交叉可以自动分开，这样多的不能。',
  ],
  'no-ground': ['图形没有面积：{seen}。', ROW_OUT, '请重新勾绘；没有边界就把图形留空。'],
  'ring-closed': [
    '边界首尾没有相接。',
    '已用直线连回起点，这一行照常采用。',
    '请在地图上核对这个边界是否完整。',
  ],
  'self-crossing': [
    '边界自相交叉（{seen}）。',
    '已按交叉点分开，面积为各部分之和，这一行照常采用。',
    '请在地图上核对，最好重新勾绘。',
  ],
  'parts-overlap': [
    '同一边界的几个部分互相重叠，共 {seen} 平方米。',
    '这一行按原样采用；在任一部分之内即算在内，面积、病例、出入口和查询都只算一次。',
    '如果里面的部分本意是挖空，请改画成洞。',
  ],
  'wider-than-180': [
    '边界横跨 {seen} 度经度，超过 180 度。',
    '这一行按原样采用；面积、位置和出入口都按绕地球的长边计算，多半不对。',
    '跨越 180 度经线的边界请在那里切成两块。',
  ],
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
  'round-twice': [
    '与 {suggestion} 行是同一轮（{seen}）。',
    '两行都照常采用，按较差的一行计。',
    '如其中一行已过时或属于另一轮，请更正后重新导入。',
  ],
  'shape-differs': [
    '分区 {seen} 勾绘的范围与成员辖区合并的范围相差 {area}。',
    '以成员辖区为准。',
    '请核对成员名单或勾绘的范围。',
  ],
}
