import { index, layout, route, type RouteConfigEntry } from '@remix-run/route-config'

export const publicTable: RouteConfigEntry[] = [
  route('offline', 'routes/public/offline.tsx'),
  layout('routes/public/layout.tsx', [
    index('routes/public/home.tsx'),
    route('laureates', 'routes/public/laureates.tsx'),
    route('laureates/:id', 'routes/public/laureate.tsx'),
    route('editions/:slug', 'routes/public/edition.tsx'),
    route('editions/:slug/recompute', 'routes/public/recompute.tsx'),
    route('regulation/:slug?', 'routes/public/regulation.tsx'),
    route('categories/:slug?', 'routes/public/categories.tsx'),
    route('calendar/:slug?', 'routes/public/calendar.tsx'),
    route('jury-and-ethics/:slug?', 'routes/public/jury.tsx'),
    route('questions', 'routes/public/questions.tsx'),
    route('open-data', 'routes/public/open-data.tsx'),
    route('log', 'routes/public/log.tsx'),
    route('verify', 'routes/public/verify.tsx'),
    route('accessibility', 'routes/public/accessibility.tsx'),
    route('privacy', 'routes/public/privacy.tsx'),
    route('contact', 'routes/public/contact.tsx'),
  ]),
]
