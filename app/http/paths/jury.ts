export const juryPaths = {}
