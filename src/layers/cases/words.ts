export const WORDS = {
  zh: {
    homes: '感染者位置',
    hotspots: '聚集，近 7 日（{who}）',
    cumulative: '累计{subject}（{unit}）',
    outside: '其中不在分区内',
  },
  en: {
    homes: 'Places of cases',
    hotspots: 'Hotspots, 7 days ({who})',
    cumulative: 'Cumulative {subject}',
    outside: 'Of them in no zone',
  },
}
