import { Prisma } from '#app/adapters/db/generated/client.ts'

/** Code and number of criteria of each category, by the newest frozen rules of the seat's campaign. */
export const rubricLengths = (seatId: string): Prisma.Sql => Prisma.sql`
  SELECT g ->> 'code' AS code, jsonb_array_length(g -> 'rubric' -> 'criteria') AS total
  FROM jsonb_array_elements((SELECT v.document -> 'categories' FROM regulation_version v
    WHERE v.state = 'frozen' AND v.campaign_id = (SELECT t.campaign_id FROM seat t WHERE t.id = ${seatId}::uuid)
    ORDER BY v.number DESC LIMIT 1)) g`
