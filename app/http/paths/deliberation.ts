export const deliberationPaths = {}
