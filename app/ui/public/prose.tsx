import { useT } from '#app/i18n/provider.tsx'

/** Numbered paragraphs of the catalogue: `<of>.1`, `<of>.2` … */
export function Prose({ of, count, list = false }: { of: string; count: number; list?: boolean }) {
  const t = useT()
  const texts = Array.from({ length: count }, (_, i) => t(`${of}.${i + 1}`))
  if (list) {
    return (
      <div className="prose">
        <ul>
          {texts.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </div>
    )
  }
  return (
    <div className="prose">
      {texts.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </div>
  )
}
