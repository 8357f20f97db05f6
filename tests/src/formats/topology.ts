/** Two neighbours that share a line. */
export const topology = (one: string, other: string) => ({
  type: 'Topology',
  arcs: [
    [
      [114.01, 33],
      [114.01, 33.01],
    ],
    [
      [114.01, 33.01],
      [114, 33.01],
      [114, 33],
      [114.01, 33],
    ],
    [
      [114.01, 33],
      [114.02, 33],
      [114.02, 33.01],
      [114.01, 33.01],
    ],
  ],
  objects: {
    villages: {
      type: 'GeometryCollection',
      geometries: [
        { type: 'Polygon', arcs: [[0, 1]], properties: { name: '东村', code: one } },
        { type: 'Polygon', arcs: [[2, -1]], properties: { name: '西村', code: other } },
      ],
    },
  },
})
