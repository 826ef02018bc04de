export const releaseResults = async (..._: unknown[]): Promise<void> => {}
