import { type Instant, toDate } from '#app/domain/kernel/instant.ts'
import type { Client, Tx } from './client.server.ts'

/** Recovery codes: the digests only, each good once. */
export async function storeRecoveryCodes(
  tx: Tx,
  personId: string,
  codes: readonly { id: string; digest: string }[],
): Promise<void> {
  await tx.recoveryCode.deleteMany({ where: { personId } })
  await tx.recoveryCode.createMany({
    data: codes.map(({ id, digest }) => ({ id, personId, codeHash: digest })),
  })
}

/** True for the one caller whose statement spent the code. */
export async function spendRecoveryCode(
  tx: Tx,
  personId: string,
  digest: string,
  now: Instant,
): Promise<boolean> {
  const spent = await tx.recoveryCode.updateMany({
    where: { personId, codeHash: digest, usedAt: null },
    data: { usedAt: toDate(now) },
  })
  return spent.count === 1
}

/** Whether these are the codes of this person, all of them, and none is spent. */
export async function holdsRecoveryCodes(
  client: Client,
  personId: string,
  digests: readonly string[],
): Promise<boolean> {
  const codes = await client.recoveryCode.findMany({ where: { personId, usedAt: null }, take: 100 })
  const held = new Set(codes.map(({ codeHash }) => codeHash))
  return held.size === digests.length && digests.every((digest) => held.has(digest))
}
