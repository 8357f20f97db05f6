import { ROW_OUT } from './kept-words-zh'
import type { Told } from './told'

/** What is said in Chinese of shapes and positions. */
export const GEOMETRY_SENTENCES_ZH = {
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
  'holes-beyond': [
    '边界的洞超出边界，或洞与洞重叠，共 {seen} 平方米。',
    '这一行按原样采用；洞只挖去边界之内的部分，重叠处只挖一次。',
    '请在地图上核对；本意是另一块地的，请画成另一部分，不要画成洞。',
  ],
  'wider-than-180': [
    '边界横跨 {seen} 度经度，超过 180 度。',
    '这一行不带边界采用：这样的边界要绕地球的长边，实际范围无从知道。',
    '跨越 180 度经线的边界请在那里切成两块，重新导入。',
  ],
  'line-wider-than-180': [
    '道路横跨 {seen} 度经度，超过 180 度。',
    '这一行照图采用：这样的线要绕地球的长边，会在道路没有经过的地方穿过边界。',
    '跨越 180 度经线的道路请在那里切成两段，重新导入。',
  ],
} satisfies Readonly<Record<string, Told>>
