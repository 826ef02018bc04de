/** The text part of a letter; addresses become links, so that it can be acted on as in a mail program. */
export function LetterText({ text }: { text: string }) {
  return (
    <pre className="letter" dir="auto">
      {text.split(/(https?:\/\/[^\s<>"]+)/g).map((piece, i) =>
        i % 2 === 1 ? (
          <a key={i} href={piece} dir="ltr">
            {piece}
          </a>
        ) : (
          <span key={i}>{piece}</span>
        ),
      )}
    </pre>
  )
}
