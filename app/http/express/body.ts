import type { Request, RequestHandler, Response } from 'express'

/** A form with text only; files come as multipart, which the upload reader counts on its own while it reads. */
const FORM_LIMIT = 1024 * 1024
const UPLOAD_LIMIT = 128 * 1024 * 1024
const FORM_SECONDS = 30
/** How long the rest of an unread body is thrown away, so that the browser hears the answer instead of a cut. */
const LINGER_MS = 1000

const isUpload = (request: Request): boolean =>
  /^multipart\/form-data\b/i.test(request.headers['content-type'] ?? '')

/** A body too large by its own word ends here; one that lies is cut by whoever reads it (T31). */
const saysTooMuch = (request: Request): boolean =>
  Number(request.headers['content-length'] ?? 0) > (isUpload(request) ? UPLOAD_LIMIT : FORM_LIMIT)

/** A form that trickles in holds a connection, not a page: after its time it hears 408 and the line is closed. */
function timeBody(request: Request, seconds: number): void {
  const timer = setTimeout(() => {
    if (!request.complete) request.socket.end('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n')
  }, seconds * 1000)
  const stop = (): void => clearTimeout(timer)
  request.once('end', stop).once('close', stop)
}

/**
 * A reader that has seen enough cancels the body, and with it Node would close the line: whoever sent too much must hear
 * 413, not a reset, and a line whose request was answered unread serves the next one. What is still to come is thrown away.
 */
function keepLine(request: Request, response: Response): void {
  const destroy = request.destroy.bind(request)
  request.destroy = (error) =>
    request.readableEnded || request.socket.destroyed ? destroy(error) : request.resume()
  response.once('finish', () => {
    if (request.complete) return
    // Whoever began to read is gone with the answer; left listening, it would hold the rest back until the line is cut.
    request.removeAllListeners('data').resume()
    const cut = (): void => void (request.complete || request.socket.destroy())
    setTimeout(cut, LINGER_MS).unref()
  })
}

/** Bounds of a request's body in size and in time, before anything reads it. */
export const boundBody =
  (formSeconds = FORM_SECONDS): RequestHandler =>
  (request, response, next) => {
    if (request.method !== 'POST') return next()
    keepLine(request, response)
    if (saysTooMuch(request)) return void response.status(413).setHeader('connection', 'close').end()
    if (!isUpload(request)) timeBody(request, formSeconds)
    next()
  }
