import type { Adapter } from './adapter.ts'

export const statisticsKinds: Readonly<Record<string, Adapter>> = {}
