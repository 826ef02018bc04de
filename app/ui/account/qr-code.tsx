/** A QR code drawn as one path; its text stands beside it for those who cannot scan. */
export function QrCode({ size, path, label }: { size: number; path: string; label: string }) {
  const quiet = 4
  return (
    <svg
      role="img"
      aria-label={label}
      width="232"
      height="232"
      viewBox={`${-quiet} ${-quiet} ${size + 2 * quiet} ${size + 2 * quiet}`}
      shapeRendering="crispEdges"
    >
      <rect x={-quiet} y={-quiet} width={size + 2 * quiet} height={size + 2 * quiet} fill="#FFFFFF" />
      <path d={path} fill="#0B2A31" />
    </svg>
  )
}
