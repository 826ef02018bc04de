import type { Client } from '#app/adapters/db/client.server.ts'

/** A text that changes whenever a public page may: a release, an erratum, a phase, a version of the rules. */
export async function publicGeneration(db: Client): Promise<string> {
  const [row] = await db.$queryRaw<{ generation: string }[]>`
    SELECT concat_ws('/',
      (SELECT count(*) || ':' || coalesce(max(published_at)::text, '') FROM snapshot),
      (SELECT count(*) FROM phase_change),
      (SELECT count(*) || ':' || coalesce(max(frozen_at)::text, '') FROM regulation_version),
      (SELECT string_agg(id || phase || coalesce(closes_at::text, ''), ',' ORDER BY id) FROM campaign WHERE NOT archived)
    ) AS generation`
  return row?.generation ?? ''
}
