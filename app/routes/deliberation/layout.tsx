import { Outlet } from '@remix-run/react'

export const handle = { scripts: true }

export default function DeliberationLayout() {
  return <Outlet />
}
