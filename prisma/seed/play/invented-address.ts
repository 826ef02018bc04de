/**
 * The address of a service that does not exist, one for each title: two files with one address are a finding for the clerk.
 * Nothing answers under `.invalid` (RFC 2606).
 */
export function inventedAddress(host: string, title: string): string {
  const words = title
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g)
  return `https://${host}.imtiyaz.invalid/${(words ?? []).join('-')}`
}
