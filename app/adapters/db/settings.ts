import type { Client, Tx } from './client.server.ts'
import type { Prisma } from './generated/client.ts'

export const readSetting = async (client: Client | Tx, key: string): Promise<Prisma.JsonValue | null> =>
  (await client.setting.findUnique({ where: { key } }))?.value ?? null

export const storeSetting = async (
  client: Client | Tx,
  key: string,
  value: Prisma.InputJsonValue,
): Promise<void> => {
  await client.setting.upsert({ where: { key }, create: { key, value }, update: { value } })
}
