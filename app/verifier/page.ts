import { filesFromText } from './bundle-files.ts'
import type { Finding } from './report.ts'
import { BundleFault } from './shape.ts'
import { verify } from './verify.ts'

/**
 * The checks of a bundle in the browser. The page of a published edition carries `[data-recompute]`, which names the
 * bundle and holds every word in the page's language. Without script it stays hidden, and the page says how to download
 * the verifier. Nothing is sent anywhere: the one request is for the bundle.
 */
type Words = {
  readonly holds: string
  readonly fails: string
  readonly about: Readonly<Record<string, string>>
}
type Verdict = 'confirmed' | 'refused' | 'unreachable'
type Outcome = { readonly verdict: Verdict; readonly findings: readonly Finding[] }

function element(name: 'bdi' | 'li' | 'ul', ...children: readonly (Node | string)[]): HTMLElement {
  const made = document.createElement(name)
  made.append(...children)
  return made
}

/** What differs, as the verifier writes it: in English, whatever the language of the page. */
function differences(findings: readonly Finding[]): HTMLElement {
  const lines = findings.map(({ sentence }) => {
    const line = element('li', sentence)
    line.lang = 'en'
    line.dir = 'ltr'
    return line
  })
  return element('ul', ...lines)
}

/** One line per kind of check: its name, how many, whether all hold, and each that does not. */
function lineOf(words: Words, about: string, findings: readonly Finding[]): HTMLElement {
  const broken = findings.filter(({ ok }) => !ok)
  const holds = broken.length === 0
  const sum = holds ? `${findings.length}` : `${broken.length} / ${findings.length}`
  const line = element('li', `${words.about[about] ?? about} (`, element('bdi', sum), `) : `)
  line.append(holds ? words.holds : words.fails)
  line.dataset['about'] = about
  line.dataset['holds'] = String(holds)
  if (!holds) line.append(differences(broken))
  return line
}

async function outcomeOf(address: string): Promise<Outcome> {
  try {
    const answer = await fetch(address)
    if (!answer.ok) return { verdict: 'unreachable', findings: [] }
    const { findings, failures } = verify(filesFromText(await answer.text(), 'bundle.json'))
    return { verdict: failures.length === 0 ? 'confirmed' : 'refused', findings }
  } catch (error) {
    if (!(error instanceof BundleFault)) return { verdict: 'unreachable', findings: [] }
    return { verdict: 'refused', findings: [{ ok: false, about: 'bundle', sentence: error.message }] }
  }
}

function offer(place: HTMLElement): void {
  const words = JSON.parse(place.dataset['words'] ?? '{}') as Words
  const say = (which: Verdict | 'busy' | null): void => {
    for (const one of place.querySelectorAll<HTMLElement>('[data-said]'))
      one.hidden = one.dataset['said'] !== which
  }
  const list = place.querySelector('[data-findings]')
  let isBusy = false
  place.querySelector('button')?.addEventListener('click', () => {
    if (isBusy) return
    isBusy = true
    list?.replaceChildren()
    say('busy')
    void outcomeOf(place.dataset['bundle'] ?? '').then(({ verdict, findings }) => {
      const kinds = [...new Set(findings.map(({ about }) => about))]
      const of = (kind: string): Finding[] => findings.filter(({ about }) => about === kind)
      list?.replaceChildren(...kinds.map((kind) => lineOf(words, kind, of(kind))))
      say(verdict)
      isBusy = false
    })
  })
  place.hidden = false
}

for (const place of document.querySelectorAll<HTMLElement>('[data-recompute]')) offer(place)
