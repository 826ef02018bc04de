import type { ReactNode } from 'react'
import { BallotStars } from '#app/ui/motif/ballot-stars.tsx'
import { PhaseStar } from '#app/ui/motif/phase-star.tsx'
import { PrizeMark } from '#app/ui/motif/prize-mark.tsx'
import { SectionMeter, type SectionState } from '#app/ui/motif/section-meter.tsx'
import { LOCALES } from '#app/i18n/locales.ts'
import { AppliedFilters } from '#app/ui/patterns/chips.tsx'
import { EmptyState } from '#app/ui/patterns/empty-state.tsx'
import { HiddenBecause } from '#app/ui/patterns/hidden-because.tsx'
import { type NominationStatus, SheetTag, StatusTag } from '#app/ui/patterns/status-tag.tsx'
import { Banner } from '#app/ui/primitives/banner.tsx'
import { Button, ButtonLink } from '#app/ui/primitives/button.tsx'
import { Icon } from '#app/ui/primitives/icon.tsx'
import { Link } from '#app/ui/primitives/link.tsx'
import { Pagination } from '#app/ui/primitives/pagination.tsx'
import { Tabs } from '#app/ui/primitives/tabs.tsx'
import { Languages } from '#app/ui/shells/languages.tsx'

const Line = ({ children }: { children: ReactNode }) => <div className="sheet-line">{children}</div>
const COLOURS = 'paper sheet sunk line line-2 ink ink-2 ink-3 em em-t sa sa-i te pl co focus'.split(' ')
const STATES =
  'draft awaiting_visa submitted under_check completion_requested admissible inadmissible appeal withdrawn in_evaluation scores_closed in_deliberation not_awarded laureate disqualified'
const meter = (states: string): SectionState[] =>
  [...states].map((one) => (({ d: 'done', p: 'part', n: 'now' })[one] as SectionState | undefined) ?? 'todo')

export const Type = () => (
  <>
    <p className="sheet-display">Administration électronique</p>
    <p className="sheet-display" lang="ar" dir="rtl">
      الإدارة الإلكترونية
    </p>
    <p>Déposez votre candidature avant le 18 décembre 2026 à 23 h 59. 0123456789</p>
    <p lang="ar" dir="rtl">
      أودعوا ترشيحكم قبل 18 دجنبر 2026، الساعة 23:59. 0123456789
    </p>
    <p lang="zgh">ⵜⴰⴳⵍⴷⵉⵜ ⵏ ⵍⵎⵖⵔⵉⴱ</p>
    <p className="code">EMT-2026-0117 · 7F3K-91QD-2M4X</p>
  </>
)

export const Colours = () => (
  <div className="sheet-swatches">
    {COLOURS.map((name) => (
      <span key={name}>
        <i data-colour={name} />
        {name}
      </span>
    ))}
  </div>
)

export const Buttons = () => (
  <>
    <Line>
      <Button variant="primary">Envoyer</Button>
      <Button variant="primary" data-force="hover">
        Survol
      </Button>
      <Button variant="primary" data-force="focus-visible">
        Focus
      </Button>
      <Button variant="primary" busy>
        Envoi en cours
      </Button>
    </Line>
    <Line>
      <Button>Enregistrer</Button>
      <Button variant="ghost">Annuler</Button>
      <Button variant="danger">Retirer la candidature</Button>
      <Button size="small">Petit</Button>
      <ButtonLink className="btn--ic" href="#" aria-label="Imprimer">
        <Icon name="printer" />
      </ButtonLink>
    </Line>
    <Line>
      <Link className="link" href="#" iconEnd="arrow-right">
        Comparer les grilles
      </Link>
      <Link href="#">lien dans un texte</Link>
      <Link className="link" href="#" icon="download" meta="CSV, 9 Ko">
        Palmarès
      </Link>
    </Line>
  </>
)

export const Statuses = () => (
  <>
    <Line>
      {STATES.split(' ').map((state) => (
        <StatusTag key={state} status={state as NominationStatus} />
      ))}
    </Line>
    <Line>
      {(['to_score', 'in_progress', 'sealed', 'recused', 'locked'] as const).map((state) => (
        <SheetTag key={state} status={state} done={3} total={5} />
      ))}
    </Line>
  </>
)

export const Marks = () => (
  <>
    <Line>
      {(['done', 'now', 'next'] as const).map((state) => (
        <PhaseStar key={state} state={state} />
      ))}
      <span className="cap">phase passée, en cours, à venir</span>
    </Line>
    <Line>
      {(['excellence', 'grand', 'encouragement', 'jury', 'other', 'withheld'] as const).map((kind) => (
        <PrizeMark key={kind} kind={kind} size={22} />
      ))}
    </Line>
    <Line>
      {['nooooooo', 'ddnpoooo', 'dddddnpo', 'dddddddd'].map((states) => (
        <SectionMeter key={states} states={meter(states)} size={56} label={states} />
      ))}
    </Line>
    <Line>
      <BallotStars cast={5} expected={6} />
      <span className="cap">5 bulletins sur 6</span>
    </Line>
  </>
)

export const Messages = () => (
  <>
    <Banner kind="info">La clôture est fixée à l’heure légale du Maroc.</Banner>
    <Banner kind="ok">Candidature reçue le 16 décembre à 11 h 42.</Banner>
    <Banner kind="wait" action={<Link href="#">Répondre</Link>}>
      Le secrétariat attend votre complément avant le 15 janvier.
    </Banner>
    <Banner kind="bad" icon="wifi-off" action={<Link href="#">Réessayer</Link>}>
      Connexion perdue. Vos réponses restent sur cet appareil.
    </Banner>
    <div className="flash sheet-toast">
      <Banner
        kind="ok"
        action={
          <button type="button" aria-label="Fermer">
            <Icon name="x" />
          </button>
        }
      >
        Fiche scellée.
      </Banner>
    </div>
  </>
)

export const Empty = () => (
  <>
    <EmptyState title="Aucune candidature" action={<Button variant="primary">Commencer</Button>}>
      Le dépôt est ouvert jusqu’au 18 décembre.
    </EmptyState>
    <div className="sheet-hidden">
      <HiddenBecause reason="embargo" />
    </div>
  </>
)

export const Paging = () => (
  <>
    <Pagination page={2} pages={9} hrefOf={(page) => `#${page}`} />
    <Tabs
      label="Parties"
      tabs={[
        { href: '#a', label: 'Réponses', current: true },
        { href: '#b', label: 'Pièces (5)' },
      ]}
    />
    <Languages links={LOCALES.map((locale) => ({ locale, href: `#${locale}` }))} />
    <AppliedFilters
      count="8 lauréats"
      filters={[{ name: 'Édition 2019', removeHref: '#x' }]}
      clearHref="#c"
    />
  </>
)
