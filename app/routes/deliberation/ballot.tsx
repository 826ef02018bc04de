import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { type Choice, mayReadBack } from '#app/domain/deliberation/ballot.ts'
import { ballotForms, choiceOf } from '#app/forms/ballot.form.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { failed, refused, respond } from '#app/http/respond.server.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { ballotPage } from '#app/queries/deliberation/ballot-page.ts'
import { castBallot } from '#app/services/deliberation/cast-ballot.ts'
import { failureOf, Refusals } from '#app/ui/deliberation/act.tsx'
import { BallotFrame } from '#app/ui/deliberation/ballot-frame.tsx'
import { Chosen } from '#app/ui/deliberation/chosen.tsx'
import { Paper } from '#app/ui/deliberation/paper.tsx'
import { ConfirmPage } from '#app/ui/patterns/confirm-page.tsx'
import { Button } from '#app/ui/primitives/button.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { motionId } = readParams(args.params, { motionId: 'id' })
  return found(await ballotPage(args.context.app, actor, motionId))
}

/** First the paper is read back, to whom it would be taken from; only the second post puts it in the box. */
export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const { motionId } = readParams(args.params, { motionId: 'id' })
  const page = found(await ballotPage(args.context.app, actor, motionId))
  const { kind } = page
  const parsed = await parseForm(args.request, ballotForms[kind])
  if (!parsed.ok) return failed(parsed.failure, parsed.status)
  const choice = choiceOf(kind, parsed.value)
  if (parsed.value.step === 'review') {
    const able = mayReadBack({ ...page, voted: page.receipt !== null }, choice)
    if (!able.ok) return refused(able, parsed.typed)
    return data({ review: { choice, typed: parsed.typed } }, { headers: { 'cache-control': 'no-store' } })
  }
  const result = await castBallot(args.context.app, actor, { motionId, choice })
  return respond(result, {
    to: paths.ballot(localeOf(args.params), motionId),
    flash: 'deliberation.flash.cast',
  })
}

type Review = { readonly choice: Choice; readonly typed: Readonly<Record<string, string>> }
const reviewIn = (left: unknown): Review | undefined => (left as { review?: Review } | undefined)?.review

export const handle = { title: 'deliberation.ballot.cast' }

export default function Ballot() {
  const t = useT()
  const locale = useLocale()
  const page = useLoaderData<typeof loader>()
  const left = useActionData<typeof action>()
  const failure = failureOf(left)
  const review = reviewIn(left)
  if (review !== undefined && page.receipt === null) {
    return (
      <ConfirmPage
        question={t('deliberation.ballot.confirm')}
        backHref={paths.ballot(locale, page.motionId)}
        form={
          <Form method="post">
            {Object.entries({ ...review.typed, step: 'cast' }).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <Button variant="primary">{t('deliberation.ballot.cast')}</Button>
          </Form>
        }
      >
        <Chosen choice={review.choice} candidates={page.candidates} />
        <p>{t('deliberation.ballot.final')}</p>
      </ConfirmPage>
    )
  }
  return (
    <BallotFrame page={page}>
      <Refusals failure={failure} area="deliberation" />
      <Form method="post" noValidate>
        <Paper
          kind={page.kind}
          candidates={page.candidates}
          typed={failure?.typed ?? {}}
          errors={failure?.fieldErrors ?? {}}
        />
        <div className="ballot__foot">
          <Button variant="primary" wide>
            {t('deliberation.ballot.review')}
          </Button>
          <p>{t(page.secret ? 'deliberation.ballot.secretNote' : 'deliberation.ballot.openNote')}</p>
        </div>
      </Form>
    </BallotFrame>
  )
}
