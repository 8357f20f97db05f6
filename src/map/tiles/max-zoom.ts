/** The closest tiles that are cut; nearer ones are those made larger. */
export const MAX_ZOOM = { points: 14, lines: 16, polygons: 15 } as const
