import { formatFixed } from './format'

/** `12.4 kB`, `3.1 MB`: powers of ten, as file managers and sticks count. */
export function formatBytes(bytes: number): string {
  return bytes < 1e6 ? `${formatFixed(bytes / 1e3, 1)} kB` : `${formatFixed(bytes / 1e6, 1)} MB`
}
