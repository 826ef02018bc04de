import type { Adapter } from './adapter.ts'

export const officialKinds: Readonly<Record<string, Adapter>> = {}
