import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { TranslatorProvider } from '#app/i18n/provider.tsx'
import { createTranslator } from '#app/i18n/translator.ts'
import { Mark } from '#app/ui/motif/mark.tsx'
import { Fields } from './fields.tsx'
import { Score, Whiskers } from './figures.tsx'
import * as moments from './moments.tsx'
import { Navigation } from './navigation.tsx'
import * as parts from './parts.tsx'

const Part = ({
  title,
  span = 6,
  children,
}: {
  title: string
  span?: 4 | 5 | 6 | 7 | 8
  children: ReactNode
}) => (
  <section className={`sheet-part sheet-part--${span}`}>
    <h2>{title}</h2>
    {children}
  </section>
)

/** Every component in its states, as markup of the product's own components. */
export const componentSheet = (): string =>
  renderToStaticMarkup(
    <TranslatorProvider translator={createTranslator('fr')}>
      <main className="sheet-page">
        <header>
          <Mark size={64} />
          <h1>Composants</h1>
        </header>
        <div className="sheet-grid">
          <Part title="Fustat pour le titre, Plex pour le texte">
            <parts.Type />
          </Part>
          <Part title="Couleurs">
            <parts.Colours />
          </Part>
          <Part title="Boutons et liens">
            <parts.Buttons />
          </Part>
          <Part title="États d’une candidature et d’une fiche">
            <parts.Statuses />
          </Part>
          <Part title="Champs" span={8}>
            <Fields />
          </Part>
          <Part title="Marques" span={4}>
            <parts.Marks />
          </Part>
          <Part title="Messages">
            <parts.Messages />
          </Part>
          <Part title="Dialogue">
            <moments.Dialogue />
          </Part>
          <Part title="Vide" span={4}>
            <parts.Empty />
          </Part>
          <Part title="Attente" span={4}>
            <moments.Waiting />
          </Part>
          <Part title="Erreur" span={4}>
            <moments.Failure />
          </Part>
          <Part title="Note, de 1 à 5" span={5}>
            <Score />
          </Part>
          <Part title="Note estimée et intervalle" span={7}>
            <Whiskers />
          </Part>
          <Part title="Pagination, onglets, choix" span={5}>
            <parts.Paging />
          </Part>
          <Part title="Navigation par rôle" span={7}>
            <Navigation />
          </Part>
        </div>
      </main>
    </TranslatorProvider>,
  )
