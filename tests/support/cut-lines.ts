import type { Socket } from 'node:net'
import type { SMTPServer } from 'smtp-server'

/** Every line of a mail server breaks off at once, as when its machine falls. */
export function cutLines(server: SMTPServer): void {
  const { connections } = server as unknown as { connections: Set<{ _socket: Socket }> }
  for (const { _socket } of connections) _socket.destroy()
}
