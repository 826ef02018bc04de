import jsxA11y from 'eslint-plugin-jsx-a11y'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'
import official from './eslint.exact.js'

const clock = 'Pass the instant in; the domain has no clock.'
const purity = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: clock },
  { selector: "CallExpression[callee.name='Date']", message: clock },
  { selector: 'ThrowStatement', message: 'Return a Result.' },
  { selector: 'AwaitExpression', message: 'The domain is synchronous.' },
  {
    selector:
      'FunctionDeclaration[async=true], FunctionExpression[async=true], ArrowFunctionExpression[async=true]',
    message: 'The domain is synchronous.',
  },
]
const wholeApp = [
  {
    selector: 'MemberExpression[property.name=/^toLocale(String|DateString|TimeString)$/]',
    message: 'i18n/format.ts is the only formatter.',
  },
  {
    selector: "JSXOpeningElement[name.name=/^[a-z]/] > JSXAttribute[name.name='style']",
    message: 'The policy of the page forbids style attributes: use a class or an SVG attribute.',
  },
  {
    selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
    message: 'Typed text never becomes HTML.',
  },
  {
    selector: 'MemberExpression[property.name=/^\\$(query|execute)RawUnsafe$/]',
    message: 'Only tagged templates reach SQL.',
  },
  { selector: "CallExpression[callee.property.name='passthrough']", message: 'Schemas are strict.' },
]

export default tseslint.config(
  {
    ignores: [
      'node_modules/',
      'build/',
      'app/adapters/db/generated/',
      '.data/',
      'reports/',
      'test-results/',
      'playwright-report/',
    ],
  },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { 'react-hooks': reactHooks },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/no-empty-object-type': 'off',
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
    },
  },
  { files: ['app/**/*.tsx', 'emails/**/*.tsx', 'tests/**'], rules: { 'max-lines-per-function': 'off' } },
  { files: ['app/**/*.tsx'], ...jsxA11y.flatConfigs.recommended },
  {
    files: ['app/**/*.tsx'],
    rules: {
      // What scrolls must be reachable by keyboard (WCAG 2.1.1), and a separator that moves is a control (ARIA 1.2).
      'jsx-a11y/no-noninteractive-tabindex': [
        'error',
        { tags: ['pre'], roles: ['region', 'group', 'separator'] },
      ],
      'jsx-a11y/no-noninteractive-element-interactions': ['error', { div: ['onKeyDown', 'onDoubleClick'] }],
    },
  },
  { files: ['tests/e2e/**'], rules: { 'react-hooks/rules-of-hooks': 'off' } },
  {
    files: ['app/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-syntax': ['error', ...wholeApp],
      'no-restricted-globals': ['error', { name: 'Intl', message: 'i18n is the only caller of Intl.' }],
      'no-restricted-properties': [
        'error',
        {
          object: 'process',
          property: 'env',
          message: 'env.server.ts is the only reader of the environment.',
        },
      ],
    },
  },
  { files: ['app/i18n/**'], rules: { 'no-restricted-globals': 'off' } },
  { files: ['app/env.server.ts', 'app/cli/**'], rules: { 'no-restricted-properties': 'off' } },
  {
    files: ['app/domain/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        'fetch',
        'process',
        'performance',
        'console',
        'window',
        'document',
        'setTimeout',
        'setInterval',
        'setImmediate',
        'queueMicrotask',
        'crypto',
        'globalThis', // all of these can be reached by it
        'Intl',
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now' },
        { object: 'Math', property: 'random' },
        { object: 'crypto', property: 'randomUUID' },
      ],
      'no-restricted-syntax': ['error', ...wholeApp, ...purity],
    },
  },
  {
    files: ['app/domain/scoring/**/*.ts', 'app/domain/kernel/rational*.ts'],
    plugins: { official },
    rules: { 'official/exact-arithmetic': 'error' },
  },
)
