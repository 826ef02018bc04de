import { Outlet } from '@remix-run/react'

export const handle = { scripts: true }

export default function AdminLayout() {
  return <Outlet />
}
