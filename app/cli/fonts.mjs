// Cuts two small fonts out of the large ones: every page names the award and the kingdom in the other scripts, and a
// French page must not fetch a whole script for three words. Shapes of joined letters come along.
import fs from 'node:fs'
import path from 'node:path'
import subsetFont from 'subset-font'

/** @type {readonly (readonly [string, string, string])[]} What it is called, what it is cut from, what it can write. */
const CUTS = [
  ['brand-arabic', '@fontsource/fustat/files/fustat-arabic-600-normal.woff2', 'امتياز'],
  [
    'names-tifinagh',
    '@fontsource/noto-sans-tifinagh/files/noto-sans-tifinagh-tifinagh-400-normal.woff2',
    'ⵜⴰⴳⵍⴷⵉⵜ ⵏ ⵍⵎⵖⵔⵉⴱ ⵜⴰⵎⴰⵣⵉⵖⵜ',
  ],
]

/** @param {string} root the project's folder */
export async function cutFonts(root) {
  const folder = path.join(root, 'app/ui/styles/generated')
  fs.mkdirSync(folder, { recursive: true })
  for (const [name, source, words] of CUTS) {
    const whole = fs.readFileSync(path.join(root, 'node_modules', source))
    fs.writeFileSync(
      path.join(folder, `${name}.woff2`),
      await subsetFont(whole, words, { targetFormat: 'woff2' }),
    )
  }
}
