import {
  isRouteErrorResponse,
  Links,
  Meta,
  type MetaFunction,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react'
import { data, type LoaderFunctionArgs } from '@remix-run/node'
import type { ReactNode } from 'react'
import { createContext, useContext } from 'react'
import { awardYears } from '#app/i18n/award-years.ts'
import { paths } from '#app/http/paths.ts'
import { clearFlash, readFlash } from '#app/http/flash.server.ts'
import { themeOf } from '#app/http/locale.server.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { dirOf } from '#app/i18n/locales.ts'
import { CloseMenus } from '#app/ui/shells/close-menus.tsx'
import { HearAsking, lastAsked } from '#app/ui/shells/last-asked.tsx'
import { SoftNavigation } from '#app/ui/shells/soft-navigation.tsx'
import { ErrorPage, errorTitle } from '#app/ui/patterns/error-page.tsx'
import { KeptWords } from '#app/ui/patterns/kept-words.tsx'
import { isSent } from '#app/ui/patterns/sent-again.tsx'
import { earlyFaces, faceSheet } from '#app/ui/styles/faces.ts'
import './ui/styles/index.css'

/** The nonce of this response, for the scripts that Remix writes; empty in the browser. */
export const NonceContext = createContext('')

/**
 * What the page of an error says where an act failed: the loader of the root, which says it elsewhere, is not asked then.
 * Both sides read the same: the browser takes it from the page.
 */
export type Asked = { readonly requestId?: string | undefined; readonly theme?: string | null | undefined }
export const AskedContext = createContext<Asked>({})

/** The script that hands the loaders' data over (`entry.server`); empty in the browser and on public pages. */
export const HandoffContext = createContext('')

export const meta: MetaFunction = () => [{ name: 'color-scheme', content: 'light dark' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const flash = readFlash(request)
  const { requestId } = context
  const page = { theme: themeOf(request), flash, legalHours: awardYears(), requestId }
  return data(page, flash ? { headers: { 'set-cookie': clearFlash } } : {})
}

type Handle = { readonly scripts?: boolean; readonly title?: Title } | undefined

/** A message key, or the key that the address leads to. */
type Title = string | ((params: Readonly<Record<string, string | undefined>>) => string)

/** Public pages carry no script at all; work pages hydrate. */
export const usesScripts = (matches: readonly { readonly handle?: unknown }[]): boolean =>
  matches.some((match) => (match.handle as Handle)?.scripts === true)

export function Layout({ children }: { children: ReactNode }) {
  const page = useRoot()
  const asked = useContext(AskedContext)
  const locale = useLocale()
  const nonce = useContext(NonceContext)
  const scripts = usesScripts(useMatches())
  return (
    <html
      lang={locale}
      dir={dirOf(locale)}
      data-theme={(page ? page.theme : asked.theme) ?? undefined}
      data-request={page ? undefined : asked.requestId}
      data-scripts={scripts ? 'on' : undefined}
      data-legal-hours={scripts ? page?.legalHours : undefined}
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="apple-touch-icon" href={paths.icon(180)} />
        <link rel="manifest" href={paths.manifest(locale)} />
        <PageName />
        <Meta />
        <link rel="stylesheet" href={faceSheet(scripts)} />
        {/* A page without scripts is looked through for the faces it needs once it is drawn (entry.server). */}
        {(scripts ? earlyFaces(locale) : []).map((href) => (
          <link key={href} rel="preload" href={href} as="font" type="font/woff2" crossOrigin="anonymous" />
        ))}
        <Links />
      </head>
      <body>
        {children}
        {scripts ? <SoftNavigation /> : null}
        {scripts ? <HearAsking /> : null}
        {scripts ? <CloseMenus /> : null}
        {scripts ? <ScrollRestoration nonce={nonce} /> : null}
        {scripts ? <Scripts nonce={nonce} /> : null}
        <Handoff />
      </body>
    </html>
  )
}

/** The browser draws nothing here, and leaves what stands as the last thing of a body. */
function Handoff() {
  const nonce = useContext(NonceContext)
  const script = useContext(HandoffContext)
  if (script === '') return null
  // eslint-disable-next-line no-restricted-syntax -- `handoff` leaves no sign in it that could end a script
  return <script nonce={nonce} dangerouslySetInnerHTML={{ __html: script }} />
}

/** What a tab is called: the name of a work page or of an error; public pages write theirs with their other facts. */
function PageName() {
  const t = useT()
  const matches = useMatches()
  const error: unknown = useRouteError()
  const { params, handle } = matches.findLast(({ handle: one }) => (one as Handle)?.title) ?? {}
  const title = (handle as Handle)?.title
  const site = t('common.site.name')
  // The server says undefined where nothing failed, the browser null.
  if (error !== undefined && error !== null)
    return <title>{`${t(errorTitle(statusOf(error), sentOf(error) !== undefined))} · ${site}`}</title>
  if (title === undefined) return null
  return <title>{`${t(typeof title === 'string' ? title : title(params ?? {}))} · ${site}`}</title>
}

/** What the loader of the root says; null where it was not asked. */
const useRoot = () => useRouteLoaderData<typeof loader>('root') ?? null

export default function App() {
  return (
    <>
      <Outlet />
      <KeptWords />
    </>
  )
}

const statusOf = (error: unknown): number => (isRouteErrorResponse(error) ? error.status : 500)

const sentOf = (error: unknown) =>
  isRouteErrorResponse(error) && isSent(error.data) ? error.data : undefined

/** The areas of those who are signed in. */
const WORK = /^\/\w+\/(applicant|secretariat|jury|deliberation|release|organiser|admin)(\/|$)/

export function ErrorBoundary() {
  const error = useRouteError()
  const page = useRoot()
  const asked = useContext(AskedContext)
  const locale = useLocale()
  const { pathname, search } = useLocation()
  const last = lastAsked()
  const sent = sentOf(error)
  return (
    <>
      <ErrorPage
        status={statusOf(error)}
        sent={sent}
        homeHref={paths.home(locale)}
        ownHref={WORK.test(pathname) ? paths.account(locale) : undefined}
        // What the script asked for has a name of its own; that of the page before would lead nowhere.
        code={last ? last.code : (page?.requestId ?? asked.requestId)}
        // Of a page that was only read the root's own loader has answered; what the script sent, the script knows.
        again={{ href: pathname + search, posted: last ? last.posted : !page }}
      />
      <KeptWords unanswered={sent === undefined && last?.posted ? last.typed : undefined} />
    </>
  )
}
