import type { Actor } from '#app/domain/access/actor.ts'
import { seatIn } from '#app/domain/access/actor.ts'
import { ok, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'
import { type DocumentLink, documentLinks } from '../files/permitted-document.ts'
import { declarationGate } from './declaration-gate.ts'
import { myFiles } from './my-files.ts'
import { type SheetReceipt, sheetReceipt } from './sheet-receipt.ts'

type Acts = { readonly documents: readonly DocumentLink[] }

/** What a member signed in a campaign: the charter and the declarations. */
async function signedActs(ctx: Context, actor: Actor, campaignId: string): Promise<Acts> {
  const seat = seatIn(actor, campaignId)
  const kinds = ['charter', 'interest_declaration']
  return { documents: seat ? await documentLinks(ctx, actor, [seat.seatId], kinds) : [] }
}

/** The page of the charter. */
export async function charterPage(ctx: Context, actor: Actor, campaignId: string) {
  const files = await myFiles(ctx, actor, campaignId)
  if (!files.ok) return files
  const { campaign, charterSigned } = files.value
  return ok({ campaignId, campaign, charterSigned, ...(await signedActs(ctx, actor, campaignId)) })
}

/** The page of the declarations. */
export async function interestsPage(
  ctx: Context,
  actor: Actor,
  asked: Parameters<typeof declarationGate>[2],
) {
  const gate = await declarationGate(ctx, actor, asked)
  return gate.ok ? ok({ ...gate.value, ...(await signedActs(ctx, actor, asked.campaignId)) }) : gate
}

/** The page that proves a sealed sheet, with the sheet as a document. */
export async function sheetReceiptPage(
  ctx: Context,
  actor: Actor,
  sheetId: string,
): Promise<Result<Acts & { readonly sheetId: string; readonly receipt: SheetReceipt }>> {
  const receipt = await sheetReceipt(ctx, actor, sheetId)
  if (!receipt.ok) return receipt
  const documents = await documentLinks(ctx, actor, [sheetId], ['score_sheet'])
  return ok({ sheetId, receipt: receipt.value, documents })
}
