import { pick, type Random, seeded, shuffled } from './random'

const surnames = [
  ...'张王李赵刘陈杨黄周吴徐孙马朱郭何高林罗宋梁谢唐韩冯于董萧程曹袁邓许傅沈曾吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石谭邹熊金陆孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常乔贺赖文',
]
const villageEnds = [
  '家庄',
  '家店',
  '家桥',
  '家渡',
  '家坝',
  '家圩',
  '家集',
  '家坪',
  '家湾',
  '家浜',
  '家埭',
  '家荡',
]
const rivers = ['东', '西', '南', '北', '上', '下', '前', '后', '大', '小']
const hamletEnds = [
  '湾',
  '塘',
  '埂',
  '岗',
  '冲',
  '圩',
  '浜',
  '坞',
  '畈',
  '坪',
  '垄',
  '圲',
  '巷',
  '桥头',
  '庙前',
  '渡口',
  '屋场',
  '井头',
  '竹园',
  '樟树下',
  '高地',
  '水阁',
  '石阶',
  '槐里',
  '桑园',
  '埠头',
]
const communityFirst = [
  '书院',
  '鼓楼',
  '文庙',
  '学宫',
  '解放',
  '人民',
  '新华',
  '建设',
  '和平',
  '光明',
  '红旗',
  '胜利',
  '东风',
  '青年',
  '工农',
  '纺织',
  '铁道',
  '滨江',
  '临江',
  '渡口',
  '望江',
  '江南',
  '湖滨',
  '湖心',
  '北苑',
  '东苑',
  '西苑',
  '南苑',
  '金桂',
  '香樟',
  '银杏',
  '梧桐',
  '芙蓉',
  '丹桂',
  '紫荆',
  '翠竹',
  '兰亭',
  '锦绣',
  '城隍',
  '状元',
  '文明',
  '友谊',
  '团结',
  '富强',
  '新民',
  '育才',
  '科技',
  '凤凰',
  '花园',
  '阳光',
  '大桥',
  '码头',
  '牌楼',
  '十字街',
  '七星',
  '太平',
  '永安',
  '长宁',
  '仁和',
  '迎春',
  '惠民',
  '康宁',
]
const compoundFirst = [
  '锦绣',
  '天成',
  '书香',
  '盛世',
  '龙湖',
  '梧桐',
  '紫荆',
  '江南',
  '丽景',
  '银杏',
  '阳光',
  '华庭',
  '香樟',
  '金桂',
  '兰亭',
  '碧水',
  '名仕',
  '御景',
  '东方',
  '新华',
  '翠竹',
  '桂花',
  '玉兰',
  '海棠',
  '明珠',
  '金色',
  '凤凰',
  '春江',
  '滨湖',
  '怡景',
  '康乐',
  '幸福',
  '安居',
  '和谐',
  '景园',
  '松涛',
  '云锦',
  '望湖',
  '学府',
  '水岸',
  '青松',
  '芳草',
  '百合',
  '蓝湾',
  '秀水',
  '河畔',
  '城市',
  '世纪',
  '天鹅',
  '竹苑',
  '枫林',
  '茶山',
  '荷塘',
  '晨光',
  '文澜',
  '铂悦',
  '翰林',
  '瑞景',
  '福泽',
  '同心',
  '美林',
  '沁园',
]
const compoundLast = [
  '苑',
  '家园',
  '花园',
  '小区',
  '新村',
  '名苑',
  '公寓',
  '华府',
  '雅居',
  '里',
  '名居',
  '一村',
  '二村',
  '花苑',
  '大院',
  '嘉园',
]

/** Gives out names, each once in the district. */
export class Names {
  private readonly used = new Set<string>()
  private readonly random: Random
  private readonly surnames: string[]
  private readonly communities: string[]
  private readonly homes: string[]

  constructor(seed: number) {
    this.random = seeded(seed)
    this.surnames = shuffled(this.random, surnames)
    this.communities = shuffled(this.random, communityFirst)
    this.homes = shuffled(
      this.random,
      compoundFirst.flatMap((a) => compoundLast.map((b) => a + b)),
    )
  }

  /** Keeps a name from being given out. */
  take(name: string): string {
    this.used.add(name)
    return name
  }

  village(): string {
    for (const end of shuffled(this.random, villageEnds)) {
      for (const surname of this.surnames) {
        const name = `${surname}${end}`
        if (this.used.has(name) || this.used.has(surname)) continue
        this.used.add(surname)
        return this.take(name)
      }
    }
    return this.take(`${pick(this.random, rivers)}${pick(this.random, surnames)}家村`)
  }

  community(): string {
    for (const first of this.communities) if (!this.used.has(`${first}社区`)) return this.take(`${first}社区`)
    throw new Error('no community name left')
  }

  compound(): string {
    for (const name of this.homes) if (!this.used.has(name)) return this.take(name)
    throw new Error('no compound name left')
  }

  hamlet(village: string): string {
    const own = [...village][0]!
    for (let attempt = 0; attempt < 400; attempt++) {
      const first =
        this.random() < 0.35
          ? own
          : this.random() < 0.5
            ? pick(this.random, rivers) + pick(this.random, surnames)
            : pick(this.random, surnames)
      const name = first + pick(this.random, hamletEnds)
      if (!this.used.has(name)) return this.take(name)
    }
    throw new Error('no hamlet name left')
  }
}
