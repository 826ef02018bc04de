const LANCZOS_G = 607 / 128
const LANCZOS = [
  0.99999999999999709182, 57.156235665862923517, -59.597960355475491248, 14.136097974741747174,
  -0.49191381609762019978, 0.33994649984811888699e-4, 0.46523628927048575665e-4, -0.98374475304879564677e-4,
  0.15808870322491248884e-3, -0.21026444172410488319e-3, 0.2174396181152126432e-3, -0.16431810653676389022e-3,
  0.84418223983852743293e-4, -0.2619083840158140867e-4, 0.36899182659531622704e-5,
]
const TINY = 1e-300
const ROUNDING = 1e-16
const LONGEST = 100_000

/** ln Γ(x) for x > 0 (Lanczos, Godfrey's coefficients): relative error about 1e-15. */
export function logGamma(x: number): number {
  let series = LANCZOS[0] as number
  for (let term = 1; term < LANCZOS.length; term += 1) series += (LANCZOS[term] as number) / (x + term)
  const base = x + LANCZOS_G + 0.5
  return (x + 0.5) * Math.log(base) - base + Math.log((2.5066282746310005 * series) / x)
}

const scale = (a: number, x: number): number => Math.exp(a * Math.log(x) - x - logGamma(a))

function lowerSeries(a: number, x: number): number {
  let term = 1 / a
  let sum = term
  for (let n = 1; n < LONGEST && term > sum * ROUNDING; n += 1) {
    term *= x / (a + n)
    sum += term
  }
  return sum * scale(a, x)
}

function upperFraction(a: number, x: number): number {
  let b = x + 1 - a
  let c = 1 / TINY
  let d = 1 / b
  let value = d
  for (let n = 1; n < LONGEST; n += 1) {
    const factor = -n * (n - a)
    b += 2
    d = factor * d + b
    if (Math.abs(d) < TINY) d = TINY
    c = b + factor / c
    if (Math.abs(c) < TINY) c = TINY
    d = 1 / d
    value *= d * c
    if (Math.abs(d * c - 1) < ROUNDING * 2) break
  }
  return value * scale(a, x)
}

/** Q(a, x) = Γ(a, x) / Γ(a), the upper tail of the gamma distribution; a > 0, x >= 0. */
export function upperGamma(a: number, x: number): number {
  if (x <= 0) return 1
  if (x === Infinity) return 0
  return x < a + 1 ? 1 - lowerSeries(a, x) : upperFraction(a, x)
}

/** P(a, x) = 1 - Q(a, x), without cancellation where it is small. */
export function lowerGamma(a: number, x: number): number {
  if (x <= 0) return 0
  return x < a + 1 ? lowerSeries(a, x) : 1 - upperFraction(a, x)
}

/** The continued fraction of the incomplete beta function (modified Lentz). */
function betaFraction(a: number, b: number, x: number): number {
  const guard = (value: number): number => (Math.abs(value) < TINY ? TINY : value)
  let c = 1
  let d = 1 / guard(1 - ((a + b) * x) / (a + 1))
  let value = d
  for (let m = 1; m < LONGEST; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / guard(1 + even * d)
    c = guard(1 + even / c)
    value *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / guard(1 + odd * d)
    c = guard(1 + odd / c)
    value *= d * c
    if (Math.abs(d * c - 1) < ROUNDING * 2) break
  }
  return value
}

/** I_x(a, b), given x and y = 1 - x apart so that neither end loses digits; a, b > 0. */
export function incompleteBeta(a: number, b: number, x: number, y: number): number {
  if (x <= 0) return 0
  if (y <= 0) return 1
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(y))
  return x < (a + 1) / (a + b + 2)
    ? (front * betaFraction(a, b, x)) / a
    : 1 - (front * betaFraction(b, a, y)) / b
}
