const FILE_OUT = '这个文件没有采用，其他文件不受影响。'
const ROW_OUT = '这一行没有采用，其余各行照常。'

/** What is said of files and tables by what they are: one entry a code, each what happened, what was kept, what to do. */
export const FORMAT_SENTENCES_ZH = {
  'no-encoding': [
    '文件的文字编码认不出（{seen}）：不是 UTF-8、GB18030（GBK）、Big5，也不是 UTF-16。',
    FILE_OUT,
    '请用表格软件重新保存一次再导入；如是另一种文件，请按其本来的格式给出。',
  ],
  'broken-xml': [
    '文件在中途断开或写法有误（{seen}）。',
    FILE_OUT,
    '请重新导出一次；如是传输中断，请重新下载。',
  ],
  'broken-workbook': [
    '这个表格文件打不开：不完整或已损坏。',
    FILE_OUT,
    '请在表格软件中打开并另存为 xlsx 后再导入；打不开的，请向来源索取完整的文件。',
  ],
  'locked-workbook': [
    '这是加密的表格，需要密码才能打开。',
    FILE_OUT,
    '请在表格软件中打开，去掉密码，另存为 xlsx 后再导入。',
  ],
  'broken-flatgeobuf': [
    '这个 FlatGeobuf 不完整：{seen}。',
    FILE_OUT,
    '请在制图软件中重新导出后导入，或另存为 GeoJSON。',
  ],
  'broken-document': [
    '这个 Word 文档已损坏，打不开其中的表格。',
    FILE_OUT,
    '请重新保存后导入，或把表格复制到表格软件，另存为 xlsx。',
  ],
  'broken-shapefile': [
    '这组 Shapefile 不完整或互不相符（{seen}）。',
    FILE_OUT,
    '请把同名的 shp、dbf、shx、prj、cpg 一起重新导出，放进同一个压缩包。',
  ],
  'part-alone': [
    '这是 Shapefile 的一部分，没有同名的 shp。',
    FILE_OUT,
    '请把同名的 shp、dbf、shx、prj、cpg 一起拖入，或放进同一个压缩包。',
  ],
  'shapefile-without-table': [
    '这组 Shapefile 没有属性表（{seen}）。',
    '只有图形，没有名称和编码。',
    '请把同名的 dbf 一起拖入。',
  ],
  'encoding-against-cpg': [
    'cpg 写的是 {seen}，文字实际是 {suggestion}。',
    '按实际的编码读取。',
    '请看一眼名称是否正确。',
  ],
  'is-pdf': ['这是 PDF。', FILE_OUT, '请向来源索取表格或图层；只有 PDF 的，请把其中的表另存为 xlsx 后导入。'],
  'is-picture': ['这是图片。', FILE_OUT, '图片里的表请录成 xlsx 或 csv；图片里的边界请在“分区”中描画。'],
  'is-drawing': [
    '这是 CAD 图纸（DWG 或 DXF）。',
    FILE_OUT,
    '请在制图软件中另存为 Shapefile、KML 或 GeoJSON，并注明坐标系。',
  ],
  'is-document': ['这是文字文档。', FILE_OUT, '请把其中的表复制到表格软件，另存为 xlsx 后导入。'],
  'is-slides': ['这是演示文稿。', FILE_OUT, '请把其中的表复制到表格软件，另存为 xlsx 后导入。'],
  'is-archive': [
    '这是打不开的压缩包（RAR、7z 等），或压缩包里的压缩包。',
    FILE_OUT,
    '请解压后把里面的文件拖入，或改用 zip 压缩。',
  ],
  'is-recording': ['这是录音或视频。', FILE_OUT, '请把要用的内容录成表格后导入。'],
  'is-database': ['这是 Access 数据库。', FILE_OUT, '请把要用的表导出为 xlsx 或 csv 后导入。'],
  'is-geopackage': [
    '这是 GeoPackage（.gpkg）地图数据库，不能直接读取。',
    FILE_OUT,
    '请在 QGIS 等制图软件中打开，右键图层 →“导出”→“要素另存为”，每个图层存为一个 GeoJSON 或 Shapefile 后导入。',
  ],
  'is-sqlite': [
    '这是 SQLite 数据库。',
    FILE_OUT,
    '请把要用的表导出为 csv 或 xlsx、要用的图层导出为 GeoJSON 后导入。',
  ],
  'is-sqlite-part': [
    '这是数据库打开着的时候留下的附属文件（-wal、-shm），里面没有完整的表。',
    FILE_OUT,
    '请关闭正在使用该数据库的软件；数据库本身请导出为 GeoJSON、Shapefile 或 csv 后导入。',
  ],
  'is-page': [
    '这是没有表格的网页。',
    FILE_OUT,
    '请在网页上下载数据文件，或把表复制到表格软件，另存为 xlsx 后导入。',
  ],
  'is-map-container': [
    '这是还不能读的地图文件（文件地理数据库、MapInfo、GML 等）。',
    FILE_OUT,
    '请在制图软件中另存为 GeoJSON、Shapefile 或 KML 后导入。',
  ],
  'is-text': [
    '这是一段文字，不是表（{seen} 行）。',
    '没有读取成数据，也没有保存。',
    '其中的地名可以粘贴到“流调核查”；其中的病例请登记到台账后导入。',
  ],
  'kind-unclear': [
    '认不出这张表列的是什么（{count} 行，始于 {seen}）。',
    '没有采用，也没有保存，其他表不受影响。',
    '请看表头是否有病例、密接、核酸、区划、卡点等台账的列名；也可按资料包约定的文件名命名。',
  ],
  'member-twice': [
    'JSON 在 {seen} 处把同一个名字写了两次，不知道以哪一个为准。',
    FILE_OUT,
    '请重新导出，或删去其中一个。',
  ],
  'value-twice': [
    'JSON 在 {seen} 处把同一个属性写了两次。',
    '以后一个为准，前一个没有采用。',
    '请核对这个属性，再导入一次。',
  ],
  'beside-standard': [
    '{seen} 处的写法不合 GeoJSON 标准，不影响要素本身。',
    '要素照常读取，这一处不采用。',
    '无需处理；如图形看起来不对，请重新导出。',
  ],
  'header-repeated': ['这一行又是表头。', '已略过，不作为数据。', '无需处理。'],
  'total-left-out': ['这一行是“{seen}”。', '已略过，不当作一个地方。', '无需处理。'],
  'total-differs': [
    '{column} 的合计写的是 {seen}，各行相加是 {suggestion}。',
    '合计不采用，各行照常。',
    '请核对是少了一行，还是合计没有更新。',
  ],
  'note-lines': [
    '表的下面有 {seen} 行附注或落款。',
    '已略过，不作为数据，文字不保存。',
    '其中如有要说明的情况，请另行登记。',
  ],
  'hidden-rows': [
    '表中有 {seen} 行是隐藏的，从这一行起。',
    '隐藏的行照常采用。',
    '如不应计入，请在表格中删去后再导入。',
  ],
  'age-band-from-age': [
    '年龄段按 {column} 列得出（5 岁一段，85 岁起 10 岁一段）。',
    '只保存年龄段，不保存年龄；认不出年龄的行，年龄段为未知。',
    '无需处理。',
  ],
  'age-band-from-identity': [
    '年龄段按 {column} 列里的出生日期和该行日期得出（5 岁一段，85 岁起 10 岁一段）。',
    '只保存年龄段，号码和出生日期都不保存。',
    '无需处理。',
  ],
  'sex-from-identity': ['性别按 {column} 列第 17 位得出。', '只保存性别，号码不保存。', '无需处理。'],
  'kind-from-code': [
    '表中没有级别，按 {column} 的位数确定：6 位是区县，9 位是镇街，12 位是村社区。',
    '各行照常采用。',
    '请看一眼级别是否正确。',
  ],
  'parent-from-code': [
    '表中没有上级，按 {column} 的前 6 位、9 位确定。',
    '各行照常采用。',
    '请看一眼上级是否正确。',
  ],
  'id-from-name': [
    '没有编号，以 {column} 作为编号。',
    '各行照常采用；改名即是另一个。',
    '如有正式编号，请加一列。',
  ],
  'kind-from-name': [
    '没有类型，按 {column} 里的字确定。',
    '认得出的各行已有类型，其余为空。',
    '请看一眼类型是否正确。',
  ],
  'kind-from-header': ['表中没有级别，按表头“{column}”确定。', '各行照常采用。', '请看一眼级别是否正确。'],
  'time-from-title': [
    '表中没有时间一列，按标题的 {seen} 作为各行的{column}。',
    '各行照常采用。',
    '不是这一天的，请加一列写明时间后再导入。',
  ],
  'round-from-title': [
    '表中没有轮次，按标题作为第 {seen} 轮。',
    '各行照常采用。',
    '不是这一轮的，请加一列写明。',
  ],
  'frame-shown': [
    '没有写明坐标系；按 {seen} 读，坐标落在所写村社区内的最多（{suggestion}）。',
    '已按 {seen} 换算后采用。',
    '如不是，请在列名或文件名里写明坐标系，如“经度(WGS-84)”，再导入。',
  ],
  'frame-unsure': [
    '没有写明坐标系；按 {seen} 读更相符，但地址太少，不能确定（{suggestion}）。',
    '仍按 WGS-84 采用；可能偏移约 500 米。',
    '请在列名里写明坐标系，如“经度(GCJ-02)”，再导入。',
  ],
  'frame-assumed': [
    '没有写明坐标系，也没有可核对的地名（{count} 个位置）。',
    '按 {seen} 采用；如取自地图服务，会偏移约 500 米。',
    '请在地图上核对；如不是，请在列名或文件名里写明坐标系，如“(GCJ-02)”。',
  ],
  'frame-held': [
    '没有写明坐标系；按 {seen} 读与所写村社区相符（{suggestion}）。',
    '按 {seen} 采用。',
    '无需处理。',
  ],
  'frame-in-name': [
    '坐标系按文件名认作 {seen}。',
    '已按 {seen} 采用。',
    '如不是，请改文件名，或在列名里写明坐标系。',
  ],
  'frame-by-numbers': [
    '没有写明坐标系，坐标是米；按 {seen} 读，落在境内的最多（{suggestion}）。',
    '已按 {seen} 换算后采用，没有别的依据。',
    '请在地图上核对；如不是，请把同名的 prj 一起拖入，或在文件名里写明坐标系（如 EPSG:4547）。',
  ],
  'frame-old': [
    '坐标系是 {seen}，与现行坐标系没有统一的精确换算。',
    '已近似换算后采用，位置可能偏 {suggestion} 米。',
    '用于划线前，请向测绘部门取 CGCS2000 的成果。',
  ],
  'axes-swapped': [
    '经度和纬度（或横纵坐标）写反了（{suggestion}）。',
    '已调换后按 {seen} 采用。',
    '请在地图上核对，并在来源处改正。',
  ],
  'kind-compound': ['没有级别，按小区采用。', '各行照常采用。', '如是村社区或网格，请加一列写明。'],
  'short-row': [
    '这一行的格子比表头少（{seen}）。',
    '缺的是末尾几格，按空格处理，其余照常采用。',
    '请看一眼末尾几列是否应当为空。',
  ],
  'formula-without-value': [
    '这一行有公式没有结果（{seen}）。',
    '该格按空处理，其余照常采用。',
    '请在表格软件中重新计算并保存后再导入。',
  ],
  'day-from-number': [
    '{column} 的日期写成了表格序号（{seen}）。',
    '按所示日期采用。',
    '请看一眼日期是否正确。',
  ],
  'year-from-two': ['{column} 的年份只写了两位（{seen}）。', '按所示日期采用。', '请看一眼日期是否正确。'],
  'short-year': ['年份只写了两位：{seen}。', ROW_OUT, '建议写成 {suggestion}。'],
  'zeros-lost': [
    '{column} 的编码丢了前面的零（{seen} 在工程里是 {suggestion}，共 {count} 行）。',
    '按编码是另外的行，作为新增采用。',
    '请把该列设为文本打开后另存再导入；导出 Excel 工作簿可保留前面的零。',
  ],
  'code-as-power': [
    '{column} 的 {seen} 是表格软件缩写的长数字，后面的位数已经丢失。',
    ROW_OUT,
    '请把该列设为文本，重新填入完整的编码后再导入。',
  ],
  'code-beyond-exact': [
    '{column} 的数字 {seen} 超过 16 位，末几位已经不准。',
    ROW_OUT,
    '请把编码作为文本（加引号）导出后再导入。',
  ],
} as const
