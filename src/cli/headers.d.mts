export const HEADERS: Readonly<Record<string, string>>
export function headersWithHub(hub: string | null): Readonly<Record<string, string>>
export const HASHED: RegExp
export const CACHING: Readonly<Record<'hashed' | 'named' | 'fault', string>>
export const TYPES: Readonly<Record<string, string>>
export const COMPRESSED: ReadonlySet<string>
