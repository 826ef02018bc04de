import { afterAll } from 'vitest'
import { putAway } from './at-the-end.ts'

afterAll(putAway)
