import { useFormat } from '#app/i18n/provider.tsx'

/** A score from exact text (`p/q` or decimal), never through a double. */
export function Points({ value, decimals = 1 }: { value: string; decimals?: number }) {
  return <bdi className="num">{useFormat().points(value, decimals)}</bdi>
}

/** A share: `0.3` is printed `30 %`, number first in both directions. */
export function Percent({ ratio, decimals = 0 }: { ratio: number; decimals?: number }) {
  return (
    <bdi dir="ltr" className="num">
      {useFormat().percent(ratio, decimals)}
    </bdi>
  )
}
