/** `RE-2026-0007`: year of the campaign, sequence of four digits or more. */
export const COMPLAINT_SERIES = 'RE'
export const complaintNumber = (year: number, sequence: number): string =>
  `${COMPLAINT_SERIES}-${year}-${String(sequence).padStart(4, '0')}`
