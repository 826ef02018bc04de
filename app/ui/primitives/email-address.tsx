import { Fragment } from 'react'

/** `nom.prenom@` · `exemple.` · `ma`: each piece with the sign that ends it. */
const piecesOf = (address: string): readonly string[] => address.match(/[^@.]*[@.]|[^@.]+$/g) ?? [address]
/** What no screen could hold in one piece. */
const LONGEST = 24

/** An e-mail address, always from left to right. A line may break after `@` or a dot, never within a name. */
export function EmailAddress({ children: address }: { children: string }) {
  return (
    <bdi dir="ltr" className="code address">
      {piecesOf(address).map((piece, at) => (
        <Fragment key={at}>
          {at === 0 ? null : <wbr />}
          {piece.length > LONGEST ? piece : <span>{piece}</span>}
        </Fragment>
      ))}
    </bdi>
  )
}
