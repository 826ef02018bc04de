import type { Client } from './client.server.ts'

export type DemonstrationPerson = { readonly id: string; readonly email: string; readonly name: string }

/** The invented people of the demonstration; none exist elsewhere. */
export const demonstrationPeople = (client: Client): Promise<DemonstrationPerson[]> =>
  client.person.findMany({
    where: { demonstration: true, disabledAt: null, email: { contains: 'demo' } },
    select: { id: true, email: true, name: true },
    orderBy: { createdAt: 'asc' },
    take: 60,
  })
