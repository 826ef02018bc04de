import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData } from '@remix-run/react'
import { requireActor } from '#app/http/actor.server.ts'
import { MeetingShell } from '#app/ui/deliberation/meeting-shell.tsx'

/** The frame only. Whether a page may be seen is asked by the page itself. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const seated = actor.seats.some(({ accepted }) => accepted)
  const releases = actor.grants.some(({ role }) => role === 'publisher' || role === 'auditor')
  const chairs = actor.seats.some(({ accepted, role }) => accepted && role === 'chair')
  const role = seated ? (chairs ? 'chair' : 'juror') : (actor.grants[0]?.role ?? 'juror')
  return {
    name: actor.name,
    role,
    seated,
    releases: releases || chairs,
    demonstration: args.context.app.demonstration,
    finds: actor.grants.length > 0,
  }
}

export const handle = { scripts: true }

export default function DeliberationLayout() {
  return (
    <MeetingShell {...useLoaderData<typeof loader>()}>
      <Outlet />
    </MeetingShell>
  )
}
