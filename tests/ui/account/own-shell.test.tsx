import { screen, within } from '@testing-library/react'
import { createMemoryRouter, RouterProvider } from 'react-router-dom'
import { expect, it } from 'vitest'
import { OwnShell } from '#app/ui/account/own-shell.tsx'
import { show } from '../support/show.tsx'

it('counts what is unread once in the bar, at its entry, and the bell beside it only leads there', () => {
  const here = '/fr/account'
  const page = (
    <OwnShell
      {...{ name: 'Salma', unread: 3, administrator: false, demonstration: false, finds: false, here }}
    >
      <h1>Compte</h1>
    </OwnShell>
  )
  const router = createMemoryRouter([{ path: '*', element: page }], { initialEntries: [here] })
  const { container } = show(<RouterProvider router={router} />)
  const bar = screen.getByRole('navigation', { name: /^Navigation/ })
  expect(within(bar).getAllByText('3')).toHaveLength(1)
  const bell = container.querySelector<HTMLElement>('.appbar__end > a[href="/fr/account/notices"]')
  expect([bell?.getAttribute('aria-label'), bell?.textContent]).toEqual(['Messages', ''])
})
