import type { Browser, CDPSession } from '@playwright/test'

/** 1.6 Mbit/s down, 750 kbit/s up, 150 ms there and back. */
const SLOW_LINE = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 }

export type FirstView = {
  /** Bytes over the line, headers included. */
  readonly bytes: number
  readonly requests: number
  /** Milliseconds until the largest thing of the first view was painted. */
  readonly largestPaint: number
  /** Cumulative layout shift; 0 when nothing moved. */
  readonly shift: number
  /** Addresses of scripts, or their first words when they stand in the page. */
  readonly scripts: readonly string[]
}

type Seen = { largestPaint: number; shift: number }
declare global {
  interface Window {
    seen: Seen
  }
}

/** Runs in the page before anything of it. */
function observe(): void {
  window.seen = { largestPaint: 0, shift: 0 }
  const watch = (type: string, take: (entry: PerformanceEntry) => void): void =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true })
  watch('largest-contentful-paint', (entry) => (window.seen.largestPaint = entry.startTime))
  watch(
    'layout-shift',
    (entry) => (window.seen.shift += (entry as PerformanceEntry & { value: number }).value),
  )
}

function countBytes(line: CDPSession): () => { bytes: number; requests: number } {
  let [bytes, requests] = [0, 0]
  line.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
    requests += 1
  })
  return () => ({ bytes, requests })
}

/** Opens a page as somebody who was never here, on a slow line or on that of this machine. */
export async function firstView(browser: Browser, address: string, isSlow = true): Promise<FirstView> {
  const context = await browser.newContext({
    baseURL: process.env['E2E_ORIGIN'] ?? '',
    viewport: { width: 390, height: 844 },
  })
  try {
    const page = await context.newPage()
    await page.addInitScript(observe)
    const line = await context.newCDPSession(page)
    await line.send('Network.enable')
    if (isSlow) await line.send('Network.emulateNetworkConditions', SLOW_LINE)
    const counted = countBytes(line)
    await page.goto(address, { waitUntil: 'networkidle' })
    await page.evaluate(() => document.fonts.ready)
    await page.waitForTimeout(500)
    const seen = await page.evaluate(() => window.seen)
    const scripts = await page.evaluate(() =>
      [...document.scripts]
        .filter(({ type }) => type !== 'application/ld+json')
        .map(({ src, text }) => (src ? new URL(src).pathname : text.slice(0, 40))),
    )
    return { ...counted(), largestPaint: seen.largestPaint, shift: seen.shift, scripts }
  } finally {
    await context.close()
  }
}
