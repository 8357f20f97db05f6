/**
 * What the outline lacks or has too much of, drawn by hand and right to about 1 km: islands more than 0.2° off the
 * coast, and border towns that face each other across a river. Rings as in `MAINLAND_RINGS`; what is cut is out
 * whatever else says, then what is added is in.
 */
export const MAINLAND_ADDED: readonly (readonly number[])[] = [
  // the islands off Shanghai and Zhejiang: Yangshan, Shengsi, Dongji, Yushan, Dachen, Taishan
  [
    121.6, 31.3, 122.45, 31.6, 123.2, 31, 123.2, 30, 122.6, 28.7, 122.2, 28.2, 121.2, 26.95, 120.7, 26.85,
    120.5, 27.1, 121, 28, 121.7, 29, 121.8, 30, 121.6, 31.3,
  ],
  // Youyiguan, the pass north of Dong Dang
  [106.7, 21.977, 106.722, 21.977, 106.75, 22.05, 106.7, 22.05, 106.7, 21.977],
  // Changbai, across the Yalu from Hyesan
  [128.17, 41.413, 128.2, 41.413, 128.24, 41.425, 128.24, 41.5, 128.17, 41.5, 128.17, 41.413],
]

export const MAINLAND_CUT: readonly (readonly number[])[] = [
  // Sinuiju, Uiju and Ryongamp'o, across the Yalu from Dandong
  [
    124.322, 39.9, 124.345, 39.95, 124.365, 39.985, 124.372, 40.03, 124.386, 40.09, 124.3936, 40.113, 124.44,
    40.15, 124.49, 40.185, 124.53, 40.21, 124.58, 40.235, 124.7, 40.1, 124.7, 39.7, 124.36, 39.7, 124.322,
    39.9,
  ],
  // Muse, across the Shweli from Ruili and beside Jiegao
  [
    97.892, 23.95, 97.892, 23.993, 97.93, 24.005, 97.98, 24.03, 98.03, 24.05, 98.1, 24.03, 98.1, 23.9, 97.892,
    23.95,
  ],
  // Mong Cai, across the Beilun from Dongxing
  [
    107.9, 21.535, 107.95, 21.533, 107.975, 21.535, 108, 21.533, 108.03, 21.52, 108.05, 21.49, 108.05, 21.4,
    107.8, 21.4, 107.8, 21.52, 107.9, 21.535,
  ],
  // Namyang, across the Tumen from Tumen
  [129.845, 42.93, 129.856, 42.947, 129.875, 42.955, 129.885, 42.93, 129.86, 42.91, 129.845, 42.93],
  // Boten, south of Mohan
  [101.66, 21.175, 101.685, 21.18, 101.7, 21.175, 101.7, 21.15, 101.66, 21.15, 101.66, 21.175],
]
