import type { Actor } from '#app/domain/access/actor.ts'
import { type Instant, toDate } from '#app/domain/kernel/instant.ts'
import type { Locale } from '#app/domain/kernel/localized.ts'
import type { Client, Tx } from './client.server.ts'
import { loadRights } from './people.ts'

type Person = Pick<Actor, 'personId' | 'name' | 'locale'>

/** A person with every right they hold now, as a request of theirs would carry it; null when nobody has the id. */
export async function loadActor(
  client: Client | Tx,
  personId: string,
  session: Pick<Actor, 'secondFactor' | 'origin'>,
): Promise<Actor | null> {
  const person = await client.person.findUnique({
    where: { id: personId },
    select: { name: true, locale: true },
  })
  if (!person) return null
  const { name, locale } = person
  return { personId, name, locale: locale as Locale, ...session, ...(await loadRights(client, personId)) }
}

/** An invented person without a password: signs in only where the demonstration lets anybody be them. */
export async function storeDemonstrationPerson(
  tx: Tx,
  person: Person & { readonly email: string },
  now: Instant,
): Promise<boolean> {
  const { personId, email, name, locale } = person
  const made = await tx.$executeRaw`
    INSERT INTO person (id, email, name, locale, password_hash, email_verified_at, demonstration, created_at)
    VALUES (${personId}::uuid, ${email}, ${name}, ${locale}, NULL, ${toDate(now)}, true, ${toDate(now)})
    ON CONFLICT (email) DO NOTHING`
  return made === 1
}
