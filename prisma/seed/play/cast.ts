import type { Actor, OfficeRole } from '#app/domain/access/actor.ts'
import type { Locale } from '#app/domain/kernel/localized.ts'
import { createDemonstrationPerson } from '#app/services/account/create-demonstration-person.ts'
import { grantRole } from '#app/services/settings/grant-role.ts'
import { must } from './must.ts'
import { actorFor, type Stage } from './stage.ts'

export type Player = { readonly personId: string; readonly email: string; readonly name: string }

/** Everybody who works for the award in the demonstration; the same people serve several campaigns. */
export type Cast = {
  readonly administrator: Player
  readonly organiser: Player
  readonly clerks: readonly [Player, Player]
  readonly publishers: readonly [Player, Player]
  readonly auditor: Player
  readonly chair: Player
  readonly deputy: Player
  readonly jurors: readonly Player[]
  /** For the campaign whose nominations are open. */
  readonly editor: Player
  readonly signatory: Player
}

export const player = async (
  stage: Stage,
  mailbox: string,
  name: string,
  more: { readonly locale?: Locale; readonly isAdministrator?: boolean; readonly isExtra?: boolean } = {},
): Promise<Player> => {
  const { locale = 'fr', isAdministrator = false, isExtra = false } = more
  const made = await createDemonstrationPerson(stage.ctx, { mailbox, name, locale, isAdministrator, isExtra })
  const { personId, email, name: shown } = must(name, made)
  return { personId, email, name: shown }
}

const JURORS: readonly (readonly [string, string, Locale])[] = [
  ['jure.1', 'Karim Benjelloun, membre du jury', 'fr'],
  ['jure.2', 'نادية الفاسي، عضوة لجنة التحكيم', 'ar'],
  ['jure.3', 'Hicham Ouazzani, membre du jury', 'fr'],
  ['jure.4', 'Zineb Alaoui, membre du jury', 'fr'],
  ['jure.5', 'عبد الإله السوسي، عضو لجنة التحكيم', 'ar'],
  ['jure.6', 'Meryem Tazi, membre du jury', 'fr'],
  ['jure.7', 'Driss Amrani, membre du jury', 'fr'],
  ['jure.8', 'سلوى الريفي، عضوة لجنة التحكيم', 'ar'],
  ['jure.9', 'Anas Berrada, membre du jury', 'fr'],
]

/** One after the other: the list of people shows them in the order in which they were made. */
export async function castPlayers(stage: Stage): Promise<Cast> {
  const make = (mailbox: string, name: string, locale: Locale = 'fr') =>
    player(stage, mailbox, name, { locale })
  const editor = await make('redactrice', 'Salma Idrissi, rédactrice')
  const signatory = await make('signataire', 'يوسف المنصوري، المفوض له التوقيع', 'ar')
  const clerks = [
    await make('secretariat.1', 'Hanane Chraïbi, secrétariat'),
    await make('secretariat.2', 'Omar Lahlou, secrétariat'),
  ] as const
  const organiser = await make('organisation', 'Rachid El Khattabi, organisateur')
  const chair = await make('presidence', 'فاطمة الزهراء بناني، رئيسة لجنة التحكيم', 'ar')
  const deputy = await make('presidence.suppleante', 'Mehdi Kettani, président suppléant')
  const jurors: Player[] = []
  for (const [mailbox, name, locale] of JURORS) jurors.push(await make(mailbox, name, locale))
  const publishers = [
    await make('publication.1', 'Leïla Bouazza, responsable de la publication'),
    await make('publication.2', 'Tarik Naciri, responsable de la publication'),
  ] as const
  const auditor = await make('audit', 'Samira Haddad, auditrice')
  const administrator = await player(stage, 'administration', 'Nabil Sefrioui, administrateur', {
    isAdministrator: true,
  })
  return { editor, signatory, clerks, organiser, chair, deputy, jurors, publishers, auditor, administrator }
}

/** Gives the offices of one campaign to those who hold them everywhere in the demonstration. */
export async function giveOffices(stage: Stage, cast: Cast, campaignId: string): Promise<void> {
  const administrator: Actor = await actorFor(stage, cast.administrator.personId)
  const offices: readonly (readonly [Player, OfficeRole])[] = [
    [cast.organiser, 'organiser'],
    [cast.clerks[0], 'secretariat'],
    [cast.clerks[1], 'secretariat'],
    [cast.publishers[0], 'publisher'],
    [cast.publishers[1], 'publisher'],
    [cast.auditor, 'auditor'],
  ]
  for (const [{ personId }, role] of offices) {
    const granted = await grantRole(stage.ctx, administrator, { personId, role, campaignId })
    must(`grant ${role}`, granted)
  }
}
