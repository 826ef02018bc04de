import { createContext } from 'react'

/** The fields around are read, not filled in: what is longer than a line is shown whole. */
export const Frozen = createContext(false)
