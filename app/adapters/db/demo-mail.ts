import type { Ids, Mailer } from '#app/services/ports.ts'
import type { Client } from './client.server.ts'
import { awardNow } from './transaction.server.ts'
import { toDate } from '#app/domain/kernel/instant.ts'

/** Without SMTP, letters lie in the mailbox page: what would have been sent, word for word. */
export const createDemonstrationMailer = (client: Client, ids: Ids): Mailer => ({
  send: async (letter) => {
    await client.demoMail.create({
      data: {
        id: ids.rowId(),
        toEmail: letter.to.address,
        subject: letter.subject,
        html: letter.html,
        text: letter.text,
        at: toDate(await awardNow(client)),
      },
    })
    return { outcome: 'sent', response: 'kept in the mailbox page' }
  },
})
