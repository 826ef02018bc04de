import { figuresOfAgreement } from './figures-agreement.ts'
import { figuresOfBootstrap } from './figures-bootstrap.ts'

/** `npm run bench -- figures`: the jury's figures alone, one JSON line each, no database; answers whether all met. */
export function figures(): boolean {
  return [figuresOfAgreement(), figuresOfBootstrap()].every(Boolean)
}
