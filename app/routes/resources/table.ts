import { route, type RouteConfigEntry } from '@remix-run/route-config'

export const resourceTable: RouteConfigEntry[] = [
  route('resources/file/:id', 'routes/resources/file.ts'),
  route('resources/document/:id', 'routes/resources/document.ts'),
  route('resources/upload/:id', 'routes/resources/upload.ts'),
  route('resources/upload/:id/:uploadId/:from', 'routes/resources/upload-part.ts'),
  route('resources/presence/:id', 'routes/resources/presence.ts'),
]
