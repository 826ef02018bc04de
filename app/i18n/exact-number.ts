const abs = (n: bigint): bigint => (n < 0n ? -n : n)

/** `7/3`, `-12`, `83.625`: numerator and denominator, without ever passing through a double. */
export function parseExact(text: string): { readonly num: bigint; readonly den: bigint } | null {
  const ratio = /^(-?\d+)\/(\d+)$/.exec(text)
  if (ratio !== null) {
    const den = BigInt(ratio[2] ?? '0')
    return den === 0n ? null : { num: BigInt(ratio[1] ?? '0'), den }
  }
  const decimal = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text)
  if (decimal === null) return null
  const fraction = decimal[3] ?? ''
  const num = BigInt(`${decimal[2] ?? '0'}${fraction}`)
  return { num: decimal[1] === '-' ? -num : num, den: 10n ** BigInt(fraction.length) }
}

/** Half away from zero, as scoring.md displays points. `decimals` digits after a point; null when unreadable. */
export function roundExact(text: string, decimals: number): string | null {
  const exact = parseExact(text)
  if (exact === null) return null
  const scale = 10n ** BigInt(decimals)
  const units = (abs(exact.num) * scale * 2n + exact.den) / (exact.den * 2n)
  const digits = units.toString().padStart(decimals + 1, '0')
  const sign = exact.num < 0n && units > 0n ? '-' : ''
  const whole = digits.slice(0, digits.length - decimals)
  return decimals === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(-decimals)}`
}
