import { create } from 'qrcode'

/** The check address as a QR code of level M (experience.md section 15 G), one path, no raster. */
export function qrSvg(address: string): string {
  const { modules } = create(address, { errorCorrectionLevel: 'M' })
  const { size } = modules
  let path = ''
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) if (modules.get(y, x)) path += `M${x} ${y}h1v1h-1z`
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size}" height="${size}" shape-rendering="crispEdges"><path fill="#0B2A31" d="${path}"/></svg>`
}
