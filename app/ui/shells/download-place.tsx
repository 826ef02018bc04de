import { useEffect, useRef, useState } from 'react'
import { useFormat, useT } from '#app/i18n/provider.tsx'
import { Banner } from '../primitives/banner.tsx'
import { Progress } from '../primitives/progress.tsx'
import { type Arriving, fetchFile, type Fetched } from './fetch-file.ts'

/** A file that is there sooner is simply there: no bar flashes up. */
const SHOWN_AFTER = 400
const SAID_AFTER = 100
const FORGOTTEN_AFTER = 30_000

/** The link to a file that a plain click means; null for whatever the browser should do itself. */
export function fileLink(event: MouseEvent): HTMLAnchorElement | null {
  if (event.defaultPrevented || event.button !== 0) return null
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null
  const link = event.target instanceof Element ? event.target.closest('a') : null
  if (link === null || !link.hasAttribute('download')) return null
  return link.protocol === window.location.protocol && link.host === window.location.host ? link : null
}

function save({ blob, name }: Extract<Fetched, { is: 'file' }>): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), FORGOTTEN_AFTER)
}

type Shown = { readonly state: 'coming'; readonly arriving: Arriving } | { readonly state: 'cut' }

function useDownload() {
  const [shown, setShown] = useState<Shown | null>(null)
  const running = useRef<AbortController | null>(null)
  useEffect(() => {
    const start = async (href: string): Promise<void> => {
      running.current?.abort()
      const run = new AbortController()
      running.current = run
      let arriving: Arriving = { bytes: 0, total: null }
      let isShown = false
      const show = (): void => (run.signal.aborted ? undefined : setShown({ state: 'coming', arriving }))
      setShown(null)
      const later = setTimeout(() => {
        isShown = true
        show()
      }, SHOWN_AFTER)
      const onBytes = (now: Arriving): void => {
        arriving = now
        if (isShown) show()
      }
      const fetched = await fetchFile(href, { signal: run.signal, onBytes })
      clearTimeout(later)
      if (running.current !== run) return
      running.current = null
      setShown(fetched.is === 'cut' ? { state: 'cut' } : null)
      if (fetched.is === 'file') save(fetched)
      else if (fetched.is === 'elsewhere') window.location.assign(href)
    }
    const onClick = (event: MouseEvent): void => {
      const link = fileLink(event)
      if (link === null) return
      event.preventDefault()
      void start(link.href)
    }
    window.addEventListener('click', onClick)
    return () => {
      window.removeEventListener('click', onClick)
      running.current?.abort()
    }
  }, [])
  const close = (): void => {
    running.current?.abort()
    running.current = null
    setShown(null)
  }
  return { shown, close }
}

/** The sentence of a bar; said once more after it stands, since a live region speaks of what changes in it. */
function Said({ children }: { children: string }) {
  const [ready, setReady] = useState(false)
  useEffect(() => {
    const say = setTimeout(() => setReady(true), SAID_AFTER)
    return () => clearTimeout(say)
  }, [])
  return (
    <span role="status">
      {children}
      {ready ? '\u00A0' : ''}
    </span>
  )
}

/** What is known of a file that comes: nothing yet, its bytes, or how much of how many they are. */
function Coming({ arriving: { bytes, total } }: { arriving: Arriving }) {
  const t = useT()
  const format = useFormat()
  const size = format.fileSize(bytes)
  const part = (of: number) => ({
    percent: format.percent(bytes / of),
    sent: size,
    total: format.fileSize(of),
  })
  return (
    <>
      <Said>{t('work.download.coming')}</Said>
      {bytes === 0 || total === null ? (
        <p className="sm">{t(bytes === 0 ? 'work.download.preparing' : 'work.download.far', { size })}</p>
      ) : (
        <Progress value={bytes} max={total} label={t('work.download.coming')}>
          <p className="sm">{t('work.upload.part', part(total))}</p>
        </Progress>
      )}
    </>
  )
}

/** One listener for all links to files of a work page: one that takes long says how far it is, and can be stopped. */
export function DownloadPlace() {
  const t = useT()
  const { shown, close } = useDownload()
  if (shown === null) return null
  const isCut = shown.state === 'cut'
  return (
    <div className="flash">
      <Banner
        kind={isCut ? 'bad' : 'info'}
        action={
          <button type="button" onClick={close}>
            {t(isCut ? 'common.action.close' : 'common.action.cancel')}
          </button>
        }
      >
        {isCut ? <Said>{t('work.download.cut')}</Said> : <Coming arriving={shown.arriving} />}
      </Banner>
    </div>
  )
}
