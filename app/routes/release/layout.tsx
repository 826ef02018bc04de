import { Outlet } from '@remix-run/react'

export const handle = { scripts: true }

export default function ReleaseLayout() {
  return <Outlet />
}
