import { ErrorPage } from '#app/ui/patterns/error-page.tsx'
import { Button } from '#app/ui/primitives/button.tsx'
import { Progress } from '#app/ui/primitives/progress.tsx'

/** The question as it stands over a page; without script the same words are a page. */
export const Dialogue = () => (
  <div className="dlg">
    <h2>Sceller la fiche de Sabil ?</h2>
    <p>Note : 79 sur 100. Après le scellement, vous ne pourrez plus la modifier.</p>
    <div className="dlg__acts">
      <Button variant="primary">Sceller ma fiche</Button>
      <Button>Revenir à la grille</Button>
    </div>
  </div>
)

/** Pages come whole from the server: what is waited for is long work, with its share and its sentence. */
export const Waiting = () => (
  <Progress value={62} max={100} label="Envoi de la pièce">
    <p className="cap">62 %, 5,1 Mo sur 8,2 Mo</p>
  </Progress>
)

export const Failure = () => (
  <div className="sheet-error">
    <ErrorPage status={500} code="E-4102" />
  </div>
)
