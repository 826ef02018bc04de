import { useRevalidator } from '@remix-run/react'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { FormFailure } from '#app/forms/failure.ts'
import { paths } from '#app/http/paths.ts'
import { useFormat, useT } from '#app/i18n/provider.tsx'
import { Button } from '../primitives/button.tsx'
import { FileInput } from '../primitives/file-input.tsx'
import { Progress } from '../primitives/progress.tsx'
import { Select } from '../primitives/select.tsx'
import { TextInput } from '../primitives/text-input.tsx'
import { FailureMessages, sentence } from './failure-messages.tsx'
import { secondsLeft, sendFile, type Sending, type Sent } from './send-file.ts'
import { CLAIMS, labelOf } from './words.ts'

type Limits = { readonly bytesEach: number; readonly files: number }
type Props = { nominationId: string; limits: Limits; left: number; failure: FormFailure | undefined }

/** What the script heard, in the shape of what the server's own page says. */
function failureOf(sent: Sent, typed: Record<string, string>): FormFailure | undefined {
  if (sent.is === 'received' || sent.is === 'cancelled') return undefined
  if (sent.is !== 'refused')
    return { fieldErrors: {}, formError: { reason: `upload-${sent.is}`, facts: {} }, typed }
  const { reason, facts, fields } = sent
  return { fieldErrors: fields, formError: { reason, facts: facts as never }, typed }
}

function useUpload(nominationId: string, { bytesEach }: Limits) {
  const { revalidate } = useRevalidator()
  const [sending, setSending] = useState<Sending | null>(null)
  const [outcome, setOutcome] = useState<{
    readonly sent: Sent
    readonly failure: FormFailure | undefined
  } | null>(null)
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])
  const isSending = sending !== null
  useEffect(() => {
    if (!isSending) return undefined
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [isSending])

  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    const element = event.currentTarget
    const form = new FormData(element)
    const file = form.get('file')
    // Nothing chosen: the page itself answers, as without script.
    if (!(file instanceof File) || file.size === 0) return
    event.preventDefault()
    if (running.current !== null) return
    const typed = { title: String(form.get('title') ?? ''), claim: String(form.get('claim') ?? '') }
    const settle = (sent: Sent): void => setOutcome({ sent, failure: failureOf(sent, typed) })
    if (file.size > bytesEach) {
      const facts = { limit: bytesEach }
      return settle({
        is: 'refused',
        reason: 'file-too-large',
        facts,
        fields: { file: 'errors.file.tooLarge' },
      })
    }
    running.current = new AbortController()
    setOutcome(null)
    setSending({ sent: 0, total: file.size, since: 0 })
    const { signal } = running.current
    const sent = await sendFile(paths.upload(nominationId), form, { signal, onProgress: setSending })
    running.current = null
    setSending(null)
    settle(sent)
    if (sent.is !== 'received') return
    element.reset()
    revalidate()
  }
  return { sending, outcome, submit, cancel: () => running.current?.abort() }
}

/** Percent, bytes, time left, and the way to stop it. */
function SendingBar({ sending, onCancel }: { sending: Sending; onCancel: () => void }) {
  const t = useT()
  const format = useFormat()
  const { sent, total } = sending
  const seconds = secondsLeft(sending)
  const whole = total > 0 && sent >= total
  return (
    <div className="up__sending">
      <Progress value={sent} max={total} label={t('work.upload.bar')}>
        <p className="sm">
          {whole
            ? t('work.upload.checking')
            : t('work.upload.part', {
                percent: format.percent(total > 0 ? sent / total : 0),
                sent: format.fileSize(sent),
                total: format.fileSize(total),
              })}{' '}
          {whole || seconds === null ? null : t('work.upload.left', { count: seconds })}
        </p>
      </Progress>
      <Button type="button" size="small" variant="danger" onClick={onCancel}>
        {t('common.action.cancel')}
      </Button>
    </div>
  )
}

/** One piece of evidence: a plain form; with script it says how far it has come, and can be stopped. */
export function UploadForm({ nominationId, limits, left, failure: fromServer }: Props) {
  const t = useT()
  const format = useFormat()
  const { sending, outcome, submit, cancel } = useUpload(nominationId, limits)
  const failure = outcome === null ? fromServer : outcome.failure
  const error = (name: string): string | undefined =>
    failure?.fieldErrors[name] && sentence(t, failure.fieldErrors[name])
  const said = outcome?.sent.is === 'received' || outcome?.sent.is === 'cancelled' ? outcome.sent.is : null
  return (
    <>
      <FailureMessages failure={failure} area="nomination" />
      <form
        method="post"
        encType="multipart/form-data"
        className="form"
        noValidate
        onSubmit={(event) => void submit(event)}
      >
        <h2 className="h-sec">{t('nomination.evidence.add')}</h2>
        <TextInput
          name="title"
          label={t('nomination.evidence.name')}
          defaultValue={failure?.typed['title']}
          error={error('title')}
        />
        <Select
          name="claim"
          label={t('nomination.evidence.claim')}
          defaultValue={failure?.typed['claim']}
          error={error('claim')}
          choices={CLAIMS.map((key) => ({ value: key, label: labelOf(t, key) }))}
        />
        <FileInput
          name="file"
          label={t('common.field.file')}
          hint={t('nomination.evidence.limits', {
            size: format.fileSize(limits.bytesEach),
            files: limits.files,
            left,
          })}
          accept=".pdf,.png,.jpg,.jpeg,.mp4,.csv"
          error={error('file')}
        />
        {sending === null ? (
          <Button variant="primary" icon="upload">
            {t('nomination.evidence.send')}
          </Button>
        ) : (
          <SendingBar sending={sending} onCancel={cancel} />
        )}
        <p className="sm" role="status">
          {sending !== null ? t('work.upload.begun') : said === null ? '' : t(`work.upload.${said}`)}
        </p>
      </form>
    </>
  )
}
