export const WORDS = {
  zh: {
    guarded: '分区出入口 有卡点',
    unguarded: '分区出入口 无卡点',
    unheld: '分区出入口 值守未知',
    gateways: '区界出入口',
    drawn: {
      crossing: '出入口',
      gap: '无卡点',
      gateway: '区界出入口',
      closed: '封闭路口',
      unknown: '出入口，是否值守未知',
    },
    gathered: '无卡点（该区处数）',
    several: '{text} {n} 处',
  },
  en: {
    guarded: 'Zone crossings, guarded',
    unguarded: 'Zone crossings, unguarded',
    unheld: 'Zone crossings, not known whether guarded',
    gateways: 'District line crossings',
    drawn: {
      crossing: 'Crossing',
      gap: 'No checkpoint',
      gateway: 'District line crossing',
      closed: 'Closed',
      unknown: 'Crossing, not known whether guarded',
    },
    gathered: 'No checkpoint (number in the zone)',
    several: '{text} × {n}',
  },
}
