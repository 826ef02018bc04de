import type { FormEvent } from 'react'
import type { FormFailure } from '#app/forms/failure.ts'
import { useFormat, useT } from '#app/i18n/provider.tsx'
import { Button } from '../primitives/button.tsx'
import { FileInput } from '../primitives/file-input.tsx'
import { Select } from '../primitives/select.tsx'
import { TextInput } from '../primitives/text-input.tsx'
import { FailureMessages, sentence } from './failure-messages.tsx'
import { SendingBar } from './sending-bar.tsx'
import { useUpload } from './use-upload.ts'
import { type WaitingUpload, WaitingUploads } from './waiting-uploads.tsx'
import { CLAIMS, labelOf } from './words.ts'

type Limits = { readonly bytesEach: number; readonly files: number }
type Props = {
  nominationId: string
  limits: Limits
  left: number
  waiting: readonly WaitingUpload[]
  failure: FormFailure | undefined
}

/** A file that waits comes back with what was written beside it, unless something else is written already. */
function fillFrom(waiting: readonly WaitingUpload[], { target }: FormEvent<HTMLFormElement>): void {
  if (!(target instanceof HTMLInputElement)) return
  const { files, form } = target
  const file = files?.[0]
  const known = waiting.find(({ fileName, size }) => fileName === file?.name && size === file.size)
  const title = form?.elements.namedItem('title')
  const claim = form?.elements.namedItem('claim')
  if (!known || !(title instanceof HTMLInputElement) || title.value.trim() !== '') return
  title.value = known.title
  if (claim instanceof HTMLSelectElement) claim.value = known.claim
}

/** One piece of evidence: a plain form; with script it says how far it has come, can be suspended and stopped. */
export function UploadForm({ nominationId, limits, left, waiting, failure: fromServer }: Props) {
  const t = useT()
  const format = useFormat()
  const { form, sending, isStill, outcome, uploadId, submit, suspend, resume, cancel } = useUpload(
    nominationId,
    limits,
  )
  const failure = outcome === null ? fromServer : outcome.failure
  const error = (name: string): string | undefined =>
    failure?.fieldErrors[name] && sentence(t, failure.fieldErrors[name])
  const said = outcome?.is === 'received' || outcome?.is === 'cancelled' ? outcome.is : null
  const state = isStill ? 'suspended' : sending?.waits === true ? 'retrying' : 'begun'
  return (
    <>
      <FailureMessages failure={failure} area="nomination" />
      <WaitingUploads nominationId={nominationId} uploads={waiting.filter(({ id }) => id !== uploadId)} />
      <form
        ref={form}
        method="post"
        encType="multipart/form-data"
        className="form"
        noValidate
        onChange={(event) => fillFrom(waiting, event)}
        onSubmit={submit}
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
          <SendingBar
            sending={sending}
            isStill={isStill}
            onSuspend={suspend}
            onResume={resume}
            onCancel={cancel}
          />
        )}
        <p className="sm" role="status">
          {sending !== null ? t(`work.upload.${state}`) : said === null ? '' : t(`work.upload.${said}`)}
        </p>
      </form>
    </>
  )
}
