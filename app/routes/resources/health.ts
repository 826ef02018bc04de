/** Says only that the process answers (T57). */
export const loader = () =>
  new Response('ok', { headers: { 'content-type': 'text/plain', 'cache-control': 'no-store' } })
