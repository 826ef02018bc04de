/** The main job is done with the product's scripts and again without any. */
export const BOTH_WAYS = [
  { how: '', without: '', options: {} },
  { how: ', without any script', without: ' sans script', options: { javaScriptEnabled: false } },
] as const
