import type { Ids, Letter, Mailer } from '#app/services/ports.ts'
import type { Client } from './client.server.ts'
import { awardNow } from './transaction.server.ts'
import { toDate } from '#app/domain/kernel/instant.ts'

/** No mail program resolves `cid:` here: the pictures stand in the page itself. */
const withPictures = ({ html, pictures = [] }: Letter): string =>
  pictures.reduce(
    (page, { cid, mediaType, bytes }) =>
      page.replaceAll(`cid:${cid}`, `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`),
    html,
  )

/** Without SMTP, letters lie in the mailbox page: what would have been sent, word for word. */
export const createDemonstrationMailer = (client: Client, ids: Ids): Mailer => ({
  send: async (letter) => {
    await client.demoMail.create({
      data: {
        id: ids.rowId(),
        toEmail: letter.to.address,
        subject: letter.subject,
        html: withPictures(letter),
        text: letter.text,
        at: toDate(await awardNow(client)),
      },
    })
    return { outcome: 'sent', response: 'kept in the mailbox page' }
  },
})
