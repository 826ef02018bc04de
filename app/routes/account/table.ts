import { type RouteConfigEntry } from '@remix-run/route-config'

export const accountTable: RouteConfigEntry[] = []
