import type { ReactNode } from 'react'
import { paths } from '#app/http/paths.ts'
import { useFormat, useT } from '#app/i18n/provider.tsx'
import { Dots } from '../primitives/dots.tsx'
import { Icon } from '../primitives/icon.tsx'
import { Link } from '../primitives/link.tsx'
import { labelOf } from './words.ts'

export type EvidenceShown = {
  readonly id: string
  readonly fileId: string | null
  readonly title: string
  readonly claim: string
  readonly fileName: string
  readonly size: number
  readonly sha256: string
  readonly scanState: 'pending' | 'clean' | 'infected' | 'unscanned' | null
}

/** The files of a dossier: what each proves, its size, its state; `actions` beside each. */
export function EvidenceList({
  files,
  actions,
}: {
  files: readonly EvidenceShown[]
  actions?: (file: EvidenceShown) => ReactNode
}) {
  const t = useT()
  const format = useFormat()
  if (files.length === 0) return <p className="muted">{t('nomination.evidence.none')}</p>
  return (
    <ul className="up">
      {files.map((file) => (
        <li key={file.id}>
          <Icon name={file.scanState === 'pending' ? 'clock' : 'check-circle'} />
          <span className="up__name">
            <Dots>
              <bdi>{file.title}</bdi>
              {file.fileId === null ? (
                <bdi className="code">{file.fileName}</bdi>
              ) : (
                <Link href={paths.file(file.fileId)} download pdf={/\.pdf$/i.test(file.fileName)}>
                  <bdi className="code">{file.fileName}</bdi>
                </Link>
              )}
            </Dots>
          </span>
          {actions?.(file)}
          <span className="up__state">
            <bdi>{format.fileSize(file.size)}</bdi>
            <span>{t('nomination.evidence.proves', { claim: labelOf(t, file.claim) })}</span>
            {file.scanState === null ? null : <span>{t(`nomination.evidence.scan.${file.scanState}`)}</span>}
          </span>
        </li>
      ))}
    </ul>
  )
}
