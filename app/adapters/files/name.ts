/** The names under which files lie on the disk: made here (UUID v4), never taken from outside. */
export const NAME = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
