import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { Dots } from '#app/ui/primitives/dots.tsx'
import { faults, show } from './support/show.tsx'

const filesIn = (folder: string): string[] =>
  fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx'))
    .map((name) => path.join(folder, name))
/** What a reader of the page meets: the code without its comments. */
const shownOf = (file: string): string =>
  fs.readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')

describe('short facts in one line', () => {
  it('keep the dot at the end of what stands before it, leave out what is null, and isolate each fact', async () => {
    const { container } = show(
      <p>
        <Dots>
          <bdi>EMT-2026-0014</bdi>
          {null}
          {'حالة'}
          {['PDF', '30 %']}
        </Dots>
      </p>,
      'ar',
    )
    expect(container.textContent).toBe('EMT-2026-0014\u00A0· حالة\u00A0· PDF\u00A0· 30 %')
    const isolated = [...container.querySelectorAll('p > bdi')].map((one) => one.textContent)
    expect(isolated).toEqual(['EMT-2026-0014', 'حالة', 'PDF', '30 %'])
    expect(await faults(container)).toEqual([])
  })

  it('are written by this component alone: no other page places a dot that could begin a line', () => {
    const own = path.join('app', 'ui', 'primitives', 'dots.tsx')
    const files = [...filesIn('app/ui'), ...filesIn('app/routes')].filter((file) => file !== own)
    expect(files.length).toBeGreaterThan(200)
    expect(files.filter((file) => shownOf(file).includes('·'))).toEqual([])
  })
})
