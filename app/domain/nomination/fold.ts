/** One address for all its spellings: scheme, `www.`, case of the host, query, fragment and last slash left out. */
export function foldAddress(url: string): string {
  const [, host = '', path = ''] = /^(?:https?:\/\/)?(?:www\.)?([^/?#]*)([^?#]*)/i.exec(url.trim()) ?? []
  return host === '' ? '' : host.toLowerCase() + path.replace(/\/+$/, '')
}

/** One title for all its spellings: accents, Arabic letter forms, case and punctuation left out. */
export const foldTitle = (title: string): string =>
  title
    .normalize('NFKD')
    .replaceAll(/\p{M}|ـ/gu, '')
    .replaceAll(/[أإآٱ]/g, 'ا')
    .replaceAll('ى', 'ي')
    .replaceAll('ة', 'ه')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
