// Cuts the served faces out of the large ones, so that the whole lettering of a page is there with its style sheet: of the
// variable files the weights that are read, of the Arabic ones the letters of Arabic as it is written in Morocco (every
// other sign keeps the uncut file, fonts.css). Shapes of joined letters come along.
import fs from 'node:fs'
import path from 'node:path'
import subsetFont from 'subset-font'

/** @param {number} first @param {number} last */
const range = (first, last) =>
  Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at)).join('')

const LATIN = `${range(0x20, 0x7e)}${range(0xa0, 0xff)}ıŒœʻʼˆ˚˜${range(0x2000, 0x206f)}€™↑↓−∕`
const ARABIC = `،؛؟${range(0x621, 0x63a)}${range(0x640, 0x655)}${range(0x660, 0x66c)}ٰٱپچڤڥڭگݣ`
/** @param {number} min */
const weights = (min) => ({ variationAxes: { wght: { min, max: 600 } } })
const plexArabic = (/** @type {number} */ weight) =>
  `@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-${weight}-normal.woff2`

const TIFINAGH = '@fontsource/noto-sans-tifinagh/files/noto-sans-tifinagh-tifinagh-400-normal.woff2'

/** @type {readonly (readonly [string, string, string, object?])[]} What it is called, what it is cut from, what it writes. */
const CUTS = [
  [
    'text-latin',
    '@fontsource-variable/ibm-plex-sans/files/ibm-plex-sans-latin-wght-normal.woff2',
    LATIN,
    weights(400),
  ],
  ['title-latin', '@fontsource-variable/fustat/files/fustat-latin-wght-normal.woff2', LATIN, weights(500)],
  ['title-arabic', '@fontsource-variable/fustat/files/fustat-arabic-wght-normal.woff2', ARABIC, weights(500)],
  ['text-arabic-400', plexArabic(400), ARABIC],
  ['text-arabic-500', plexArabic(500), ARABIC],
  ['text-arabic-600', plexArabic(600), ARABIC],
  // The names of the award, the kingdom and the languages, which every page writes in the other scripts, and a hyphen.
  ['brand-arabic', '@fontsource/fustat/files/fustat-arabic-600-normal.woff2', 'امتياز'],
  ['names-arabic', plexArabic(400), 'المملكة المغربية العربية\u2010'],
  ['names-tifinagh', TIFINAGH, 'ⵜⴰⴳⵍⴷⵉⵜ ⵏ ⵍⵎⵖⵔⵉⴱ ⵜⴰⵎⴰⵣⵉⵖⵜ'],
]

/**
 * The same faces for pages without scripts. Where a file comes later than the first painting, such a page stays in the
 * stand-in faces to its end and nothing that somebody reads moves; a work page, which may be open for hours, changes over.
 * Without Plex Arabic 500, whose place 400 takes: on a slow line it is too much (experience.md section 3).
 * @param {string} faces
 */
const still = (faces) =>
  faces
    .replace(/@font-face \{\n {2}font-family: 'Plex Arabic';\n[^}]*font-weight: 500;[^}]*\}\n/g, '')
    .replaceAll('font-display: swap', 'font-display: optional')
    .replaceAll('./generated/', './')

/** @param {string} root the project's folder */
export async function cutFonts(root) {
  const styles = path.join(root, 'app/ui/styles')
  const folder = path.join(styles, 'generated')
  fs.mkdirSync(folder, { recursive: true })
  for (const [name, source, words, more] of CUTS) {
    const whole = fs.readFileSync(path.join(root, 'node_modules', source))
    fs.writeFileSync(
      path.join(folder, `${name}.woff2`),
      // Hints serve machines that draw letters without smoothing, and are a fifth of what a first view waits for.
      await subsetFont(whole, words, { targetFormat: 'woff2', noHinting: true, ...more }),
    )
  }
  fs.writeFileSync(
    path.join(folder, 'fonts-still.css'),
    still(fs.readFileSync(path.join(styles, 'fonts.css'), 'utf8')),
  )
}
