import { describe, expect, it } from 'vitest'
import { EmailAddress } from '#app/ui/primitives/email-address.tsx'
import { faults, show } from './support/show.tsx'

const piecesOf = (address: string) => {
  const { container } = show(<EmailAddress>{address}</EmailAddress>, 'ar')
  const one = container.querySelector('bdi.address')
  expect(one?.getAttribute('dir')).toBe('ltr')
  expect(container.textContent).toBe(address)
  return one?.innerHTML.split('<wbr>').map((piece) => piece.replace(/<\/?span>/g, '|'))
}

describe('an e-mail address', () => {
  it('may break after @ and after a dot, each name in one piece', () => {
    expect(piecesOf('redacteur.2@demo-imtiyaz.invalid')).toEqual([
      '|redacteur.|',
      '|2@|',
      '|demo-imtiyaz.|',
      '|invalid|',
    ])
  })

  it('holds a name together that no screen could, only as far as there is place', () => {
    const long = 'x'.repeat(64)
    expect(piecesOf(`${long}@a.ma`)).toEqual([`${long}@`, '|a.|', '|ma|'])
  })

  it('stands as it is where it is none', () => {
    expect(piecesOf('compte fermé')).toEqual(['|compte fermé|'])
    expect(piecesOf('@')).toEqual(['|@|'])
    expect(piecesOf('')).toEqual(['||'])
  })

  it('has no fault that axe can see', async () => {
    expect(await faults(show(<EmailAddress>a@b.ma</EmailAddress>, 'fr').container)).toEqual([])
  })
})
