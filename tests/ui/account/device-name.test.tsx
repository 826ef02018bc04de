import { describe, expect, it } from 'vitest'
import { deviceName } from '#app/ui/account/device-name.ts'

const LIKE = 'AppleWebKit/537.36 (KHTML, like Gecko)'

describe('the name of a device', () => {
  it.each([
    [`Mozilla/5.0 (X11; Linux x86_64) ${LIKE} Chrome/141.0.0.0 Safari/537.36`, 'Chrome\u00A0· Linux'],
    [
      `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${LIKE} Chrome/141.0 Safari/537.36 Edg/141.0`,
      'Edge\u00A0· Windows',
    ],
    [
      `Mozilla/5.0 (Linux; Android 14) ${LIKE} SamsungBrowser/28.0 Chrome/130.0 Mobile Safari/537.36`,
      'Samsung Internet\u00A0· Android',
    ],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:143.0) Gecko/20100101 Firefox/143.0',
      'Firefox\u00A0· macOS',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1',
      'Safari\u00A0· iPhone',
    ],
  ])('reads %s', (said, name) => {
    expect(deviceName(said)).toBe(name)
  })

  it('keeps half of what is known, and the words of a device that it does not know', () => {
    expect(deviceName('Links (2.29; Linux 6.1 x86_64)')).toBe('Linux')
    expect(deviceName('curl/8.5.0')).toBe('curl/8.5.0')
  })
})
