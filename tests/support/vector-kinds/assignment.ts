import type { Adapter } from './adapter.ts'

export const assignmentKinds: Readonly<Record<string, Adapter>> = {}
