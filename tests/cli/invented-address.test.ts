import { expect, it } from 'vitest'
import { foldAddress } from '#app/domain/nomination/fold.ts'
import { inventedAddress } from '#prisma/seed/play/invented-address.ts'

it('gives every title an address that no other title has, where nothing can answer', () => {
  const addresses = ['Guichet d’Aït Nour', 'Guichet de Mers Khayr'].map((title) =>
    inventedAddress('service.demo', title),
  )
  expect(addresses[0]).toBe('https://service.demo.imtiyaz.invalid/guichet-d-ait-nour')
  expect(new Set(addresses.map(foldAddress)).size).toBe(2)
})
