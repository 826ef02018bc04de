/** 200 characters in three scripts, as a person might paste them. */
export const LONG_NAME = Array.from(
  'الوكالة الوطنية للخدمات الرقمية ⵜⴰⵎⵙⵙⵓⴳⵓⵔⵜ ⵏ ⵓⵎⴰⵏⵓⵏ Agence nationale des services numériques et de la simplification ',
)
  .concat(
    Array.from(
      'المتعلقة بالمرتفقين ⵉⵎⴰⵣⵣⴰⵏ interadministratifs déconcentrés des territoires et de leurs usagers',
    ),
  )
  .slice(0, 200)
  .join('')
  .trim()
  .padEnd(200, 'x')
