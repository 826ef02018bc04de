import { Banner, type BannerKind } from './banner.tsx'

/** What the last act did, said once at the head of the next page. Never an error of a field. */
export function Flash({ flash }: { flash: { kind: BannerKind; message: string } | null | undefined }) {
  if (flash === null || flash === undefined) return null
  return (
    <Banner kind={flash.kind} role="status">
      {flash.message}
    </Banner>
  )
}
