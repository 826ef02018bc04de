import { useT } from '#app/i18n/provider.tsx'
import { Banner } from '../primitives/banner.tsx'
import { Button } from '../primitives/button.tsx'

/** The kinds of check that the verifier makes on a bundle (app/verifier, of which nothing may be imported here). */
export const CHECKED = [
  'manifest',
  'bundle',
  'year',
  'regulation',
  'commitments',
  'merkle-root',
  'sheets',
  'aggregation',
  'quorum',
  'scores',
  'first-round',
  'carried',
  'ranking',
  'results',
  'plenary',
  'flags',
  'decisions',
  'advice',
] as const

/** The verifier's own checks in this browser (app/verifier/page.ts). Hidden until its script runs. */
export function RecomputeHere({ bundle, script }: { bundle: string; script: string }) {
  const t = useT()
  const say = (key: string): string => t(`public.recompute.here.${key}`)
  const about = Object.fromEntries(CHECKED.map((kind) => [kind, say(`about.${kind}`)]))
  const words = { holds: say('holds'), fails: say('fails'), about }
  return (
    <>
      <div hidden data-recompute="" data-bundle={bundle} data-words={JSON.stringify(words)}>
        <div className="prose">
          <p>{say('what')}</p>
          <p>
            <Button type="button" variant="primary" icon="refresh">
              {say('run')}
            </Button>
          </p>
        </div>
        <div role="status">
          <p hidden data-said="busy">
            {say('busy')}
          </p>
          {(['confirmed', 'refused', 'unreachable'] as const).map((verdict) => (
            <div key={verdict} hidden data-said={verdict}>
              <Banner kind={verdict === 'confirmed' ? 'ok' : 'bad'}>{say(verdict)}</Banner>
            </div>
          ))}
        </div>
        <div className="prose">
          <ul data-findings="" />
        </div>
        <h3 className="apart">{say('byYourself')}</h3>
      </div>
      <script type="module" src={script} />
    </>
  )
}
