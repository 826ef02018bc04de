import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useT } from '#app/i18n/provider.tsx'
import { Banner } from '../primitives/banner.tsx'
import { Button } from '../primitives/button.tsx'
import { Phrase } from '../primitives/phrase.tsx'
import { Time } from '../primitives/time.tsx'

type Hold = { readonly by: string; readonly since: number; readonly waiting: number }

/** That the letters of an edition are held: since when, on whose word, how many wait. `children`: the way to end it. */
export function LettersHeld({ hold, children }: { hold: Hold; children?: ReactNode }) {
  const t = useT()
  return (
    <Banner kind="wait" title={t('campaign.letters.edition.held')}>
      <p>
        <Phrase
          k="campaign.letters.edition.since"
          parts={{ at: <Time at={hold.since} style="long" />, by: <bdi>{hold.by}</bdi> }}
        />{' '}
        {t('campaign.letters.edition.waiting', { count: hold.waiting })}
      </p>
      {children}
    </Banner>
  )
}

/** The switch of an edition: what it does stands beside it, since it works on letters that nobody has written yet. */
export function LettersSwitch({ hold, mayHold }: { hold: Hold | null; mayHold: boolean }) {
  const t = useT()
  if (hold !== null)
    return (
      <LettersHeld hold={hold}>
        {mayHold ? (
          <Form method="post" className="acts">
            <Button size="small" name="intent" value="release-all">
              {t('campaign.letters.edition.release')}
            </Button>
          </Form>
        ) : null}
      </LettersHeld>
    )
  if (!mayHold) return null
  return (
    <Form method="post" className="stack stack--tight">
      <p className="hint" id="letters-hold-all">
        {t('campaign.letters.edition.hint')}
      </p>
      <div className="acts">
        <Button size="small" name="intent" value="hold-all" aria-describedby="letters-hold-all">
          {t('campaign.letters.edition.hold')}
        </Button>
      </div>
    </Form>
  )
}
