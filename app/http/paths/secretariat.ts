export const secretariatPaths = {}
