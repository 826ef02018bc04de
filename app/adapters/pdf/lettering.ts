import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

/** A word drawn in Fustat: its outlines on a ground of 1.42 em, and its width in em. */
export type Lettered = { readonly svg: string; readonly width: number }
export type Lettering = Readonly<Record<string, Lettered>>

/** One em of the drawing; the baseline lies one em under the top. */
const EM = 100
const KEPT_WORDS = 4000
const SOURCE = `#set page(width: auto, height: auto, margin: 0pt, fill: none)
#set text(font: "Fustat", weight: int(sys.inputs.weight), size: ${EM}pt, top-edge: "ascender", bottom-edge: "descender",
  lang: "ar", dir: rtl, fallback: false, fill: rgb("#0b2a31"), features: (liga: 0, dlig: 0))
#sys.inputs.word`

function outlined(compiler: NodeCompiler, word: string, weight: number): Lettered | null {
  const { result } = compiler.compile({ mainFileContent: SOURCE, inputs: { word, weight: String(weight) } })
  if (result === null) return null
  const svg = compiler.plainSvg(result)
  const width = /viewBox="0 0 ([\d.]+) /.exec(svg)?.[1]
  return width === undefined ? null : { svg: svg.replace(/>\s+</g, '><'), width: Number(width) / EM }
}

const isArabic = (word: string): boolean => /\p{Script=Arabic}/u.test(word)

/**
 * Draws the Arabic words of display texts. Fustat composes a letter of a body and its dots, so that a PDF could not say
 * which letter stands there: the outlines are drawn, and the letters are set unseen behind them in another font.
 * Words are kept, because names repeat: `وكالة`, `جماعة`, `للتميز`.
 */
export function letterer(compiler: NodeCompiler, covers: (codePoint: number) => boolean) {
  const known = new Map<string, Lettered | null>()
  const draw = (word: string, weight: number): Lettered | null => {
    const key = `${weight} ${word}`
    const found = known.get(key)
    if (found !== undefined) return found
    const isDrawable = isArabic(word) && [...word].every((letter) => covers(letter.codePointAt(0) ?? 0))
    const drawn = isDrawable ? outlined(compiler, word, weight) : null
    if (known.size < KEPT_WORDS) known.set(key, drawn)
    return drawn
  }
  return (texts: readonly { readonly text: string; readonly weight: number }[]): Lettering =>
    Object.fromEntries(
      texts.flatMap(({ text, weight }) =>
        text.split(' ').flatMap((word) => {
          const drawn = draw(word, weight)
          return drawn === null ? [] : [[word, drawn] as const]
        }),
      ),
    )
}
