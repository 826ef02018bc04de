export const organiserPaths = {}
