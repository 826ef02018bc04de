/** Ends what the set-up started, by its own process id. */
export default async function globalTeardown(): Promise<void> {
  const pid = Number(process.env['E2E_PID'])
  if (!pid) return
  process.kill(pid, 'SIGTERM')
  for (let i = 0; i < 300; i += 1) {
    try {
      process.kill(pid, 0)
    } catch {
      return
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
