/** Makes a forgotten case of a union a compile error. Reached only by a bug; returns the value untouched. */
export const never = (value: never): never => value
