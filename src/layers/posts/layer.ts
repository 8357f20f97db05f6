import { type Layer, rowOf } from '../layer'
import { postsPart } from './posts'

declare module '../part' {
  interface LayerRooms {
    posts: 'posts'
  }
}

/** Checkpoints where they stand. */
export const POSTS = {
  part: postsPart,
  groups: {
    posts: {
      branch: 'crossings',
      sign: [{ shape: 'square', side: 4, corner: 0.6 }],
      rows: rowOf('posts', 'posts.posts', ({ facts }) => {
        const posts = facts.facilities.filter(({ kind }) => kind === 'checkpoint')
        return posts.length || null
      }),
      legend: ['posts'],
      table: { checks: 'crossings' },
    },
  },
} satisfies Layer<'posts'>
