export const applicantPaths = {}
