import { type MouseEvent, type ReactNode, useEffect, useRef, useState } from 'react'

type Props = {
  /** The page that asks the same question: where the opener goes without script. */
  href: string
  opener: ReactNode
  openerClass?: string
  id: string
  /** A question. */
  title: ReactNode
  children: ReactNode
  /** The form's buttons; a `<form method="dialog">` or a link closes. */
  actions: ReactNode
}

/** A link to a page that, with script, opens here: focus trapped, Escape closes, focus returns to the opener. */
export function Dialog({ href, opener, openerClass = 'btn', id, title, children, actions }: Props) {
  const box = useRef<HTMLDialogElement>(null)
  const [ready, setReady] = useState(false)
  useEffect(() => setReady(true), [])
  const open = (event: MouseEvent): void => {
    if (!ready || box.current === null || event.metaKey || event.ctrlKey) return
    event.preventDefault()
    box.current.showModal()
  }
  return (
    <>
      <a href={href} className={openerClass} onClick={open} aria-haspopup={ready ? 'dialog' : undefined}>
        {opener}
      </a>
      {ready ? (
        <dialog className="dlg" ref={box} id={id} aria-labelledby={`${id}-title`}>
          <h2 id={`${id}-title`}>{title}</h2>
          {children}
          <div className="dlg__acts">{actions}</div>
        </dialog>
      ) : null}
    </>
  )
}
