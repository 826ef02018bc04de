import { paths } from '#app/http/paths.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { SummaryList } from '../patterns/summary-list.tsx'
import { Banner } from '../primitives/banner.tsx'
import { Button } from '../primitives/button.tsx'
import { Phrase } from '../primitives/phrase.tsx'
import { Reference } from '../primitives/reference.tsx'
import { TextInput } from '../primitives/text-input.tsx'
import { Time } from '../primitives/time.tsx'

type Found = {
  readonly kind: string
  readonly number: string
  readonly checkCode: string
  readonly recordSha256: string
  readonly sha256: string | null
  readonly createdAt: number
}
export type Answer = { readonly found: Found } | { readonly refused: 'unreadable' | 'not-found' }

/** One field, asked by address: a QR code leads to the same answer. */
export function CheckForm({ asked }: { asked: string }) {
  const t = useT()
  const locale = useLocale()
  return (
    <form method="get" action={paths.verify(locale)} className="check-form" role="search">
      <TextInput
        name="q"
        look="code"
        label={t('public.verify.field')}
        hint={
          <Phrase k="public.verify.hint" tags={{ code: (inner) => <Reference code>{inner}</Reference> }} />
        }
        maxLength={100}
        defaultValue={asked}
        autoComplete="off"
      />
      <Button variant="primary" size="large">
        {t('public.verify.submit')}
      </Button>
    </form>
  )
}

/** Genuine, or not found; never more about a document than what is printed on it. */
export function CheckAnswer({ asked, answer }: { asked: string; answer: Answer }) {
  const t = useT()
  if ('refused' in answer) {
    return (
      <Banner
        kind="bad"
        role="status"
        title={t(`public.verify.${answer.refused === 'unreadable' ? 'unreadable' : 'notFound'}`)}
      >
        <Phrase
          k={answer.refused === 'unreadable' ? 'public.verify.unreadableText' : 'public.verify.notFoundText'}
          parts={{ asked: <Reference>{asked}</Reference> }}
        />
      </Banner>
    )
  }
  const { kind, number, checkCode, recordSha256, sha256, createdAt } = answer.found
  return (
    <>
      <Banner kind="ok" role="status" title={t('public.verify.genuine')}>
        {t('public.verify.genuineText')}
      </Banner>
      <SummaryList
        facts={[
          { term: t('public.verify.kind'), value: t(`common.document.kinds.${kind}`) },
          { term: t('public.verify.number'), value: <Reference code>{number}</Reference> },
          { term: t('public.verify.code'), value: <Reference code>{checkCode}</Reference> },
          { term: t('public.verify.date'), value: <Time at={createdAt} zone /> },
          { term: t('public.verify.recordHash'), value: <Reference code>{recordSha256}</Reference> },
          ...(sha256 === null
            ? []
            : [{ term: t('public.verify.hash'), value: <Reference code>{sha256}</Reference> }]),
        ]}
      />
    </>
  )
}
