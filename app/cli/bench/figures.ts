import { figuresOfAgreement } from './figures-agreement.ts'
import { figuresOfAssignment } from './figures-assignment.ts'
import { figuresOfBootstrap } from './figures-bootstrap.ts'
import { figuresOfResult } from './figures-official.ts'

/** `npm run bench -- figures`: the jury's figures alone, one JSON line each, no database; answers whether all met. */
export async function figures(): Promise<boolean> {
  return [figuresOfResult(), figuresOfAgreement(), figuresOfBootstrap(), await figuresOfAssignment()].every(
    Boolean,
  )
}
