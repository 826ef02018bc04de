import { Fragment } from 'react'
import type { Locale } from '#app/domain/kernel/localized.ts'
import type { Said } from '../said.ts'
import { colour, size } from './style.ts'
import { Whole } from './whole.tsx'

type Props = { locale: Locale; size?: number; margin?: string; quiet?: boolean; children: string | Said }

/** A value inside a sentence keeps its own direction. */
const words = (said: string | Said) =>
  typeof said === 'string' ? (
    <Whole>{said}</Whole>
  ) : (
    said.map(({ text, own }, at) =>
      own ? (
        <bdi key={at}>
          <Whole>{text}</Whole>
        </bdi>
      ) : (
        <Fragment key={at}>
          <Whole>{text}</Whole>
        </Fragment>
      ),
    )
  )

export const Paragraph = ({ locale, size: px = 17, margin = '12px 0 0', quiet = false, children }: Props) => (
  <p
    {...(quiet ? { className: 'q' } : {})}
    style={{ margin, fontSize: size(locale, px), ...(quiet ? { color: colour.soft } : {}) }}
  >
    {words(children)}
  </p>
)
