import { openDb } from '#app/adapters/db/client.server.ts'
import { figuresOfAgreement } from './figures-agreement.ts'
import { figuresOfAssignment } from './figures-assignment.ts'
import { figuresOfBootstrap } from './figures-bootstrap.ts'
import { figuresLog } from './figures-log.ts'
import { figuresOfResult } from './figures-official.ts'

async function figuresOfLog(url: string): Promise<boolean> {
  const db = openDb(url)
  try {
    const figures = await figuresLog(db)
    process.stdout.write(`${JSON.stringify(figures)}\n`)
    return figures.met
  } finally {
    await db.close()
  }
}

/**
 * `npm run bench -- figures`: the jury's figures and the log's alone, one JSON line each; answers whether all met.
 * `url` is a fresh database, for the log.
 */
export async function figures(url: string): Promise<boolean> {
  return [
    figuresOfResult(),
    figuresOfAgreement(),
    figuresOfBootstrap(),
    await figuresOfAssignment(),
    await figuresOfLog(url),
  ].every(Boolean)
}
