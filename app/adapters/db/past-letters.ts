import type { Client } from './client.server.ts'

/**
 * The letters of an invented past count as sent on their day, but for the newest `kept` of each kind: those are left to
 * the worker, and lie in the mailbox page for whoever looks. Returns how many were settled.
 */
export const settlePastLetters = (client: Client, kept: number): Promise<number> =>
  client.$executeRaw`
    UPDATE outbox o SET state = 'sent', sent_at = o.created_at
    FROM (SELECT id, row_number() OVER (PARTITION BY notice ORDER BY created_at DESC, id DESC) AS place FROM outbox) past
    WHERE past.id = o.id AND past.place > ${kept} AND o.state = 'pending'`
