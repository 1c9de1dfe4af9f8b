import * as espree from 'espree'
import svelte from 'eslint-plugin-svelte'
import globals from 'globals'
import tseslint from 'typescript-eslint'

/** The features of the decider, which know nothing of each other (README, "The structure"). */
const features =
  'access|creation|programme|progress|delay|list-of-speakers|list-order|floor|statements|roster|notices|screens|undo'

const forbid = (...patterns) => ({
  '@typescript-eslint/no-restricted-imports': ['error', { patterns }],
})

const noBarrels = {
  'no-restricted-syntax': [
    'error',
    { selector: 'ExportAllDeclaration', message: 'No barrels: name what you export where it is.' },
    { selector: 'TSEnumDeclaration', message: 'A union of literals instead of an enum.' },
  ],
}

const otherWorkspaces = (...names) => ({
  regex: `(@openfloor/(${names.join('|')})|\\.\\./(${names.join('|')})/)`,
  message: `This workspace may not import ${names.join(' or ')}.`,
})

const schemas = {
  regex: '(^zod$|shared/commands\\.ts$)',
  allowTypeImports: true,
  message: 'Schemas cost the page 23 kB: import the type only.',
}

const readonly = (...names) => Object.fromEntries(names.map((name) => [name, 'readonly']))

/** All that the page for old televisions may count on, and what its own scripts declare for each other. */
const oldBrowser = {
  ...readonly(
    'window',
    'document',
    'location',
    'navigator',
    'XMLHttpRequest',
    'setTimeout',
    'clearTimeout',
    'CSS',
  ),
  ...readonly('ServerTime', 'monotonicMs', 'countdown', 'timeOfDay', 'clockFace', 'longestFigures'),
  ...readonly(
    'text',
    'wantedLanguages',
    'faceWords',
    'segmentWords',
    'paceWords',
    'listWords',
    'paint',
    'fit',
  ),
  language: 'writable',
}

const newerThanES5 = [
  ...['padStart', 'padEnd', 'includes', 'startsWith', 'endsWith', 'repeat', 'find', 'findIndex', 'flat'],
  ...['flatMap', 'toSorted', 'replaceAll', 'append', 'prepend', 'remove', 'closest', 'classList', 'dataset'],
  ...['assign', 'entries', 'values', 'fromEntries', 'sign', 'trunc', 'isInteger', 'isFinite', 'isNaN'],
].map((property) => ({ property, message: 'Televisions of 2012 do not know it.' }))

export default tseslint.config(
  {
    ignores: [
      '**/node_modules',
      'client/dist',
      'client/src/paraglide',
      'data',
      '**/test-results',
      '**/playwright-report',
    ],
  },
  ...tseslint.configs.recommended,
  ...svelte.configs.recommended,
  {
    languageOptions: { parserOptions: { projectService: true, extraFileExtensions: ['.svelte'] } },
    rules: {
      ...noBarrels,
      eqeqeq: 'error',
      'no-console': 'error',
      'no-empty': ['error', { allowEmptyCatch: false }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'max-lines': ['error', { max: 400, skipBlankLines: true }],
      'max-lines-per-function': ['error', { max: 70, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['**/*.ts'],
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { globals: globals.browser, parserOptions: { parser: tseslint.parser } },
    rules: {
      'svelte/no-at-html-tags': 'error',
      'svelte/require-each-key': 'error',
      'no-undef': 'off',
      'no-restricted-syntax': [
        'error',
        {
          selector: 'SvelteAttribute[key.name="style"]',
          message: 'The content policy forbids style attributes: a class, or a style: directive.',
        },
      ],
    },
  },
  { files: ['**/*.js', '*.ts'], ...tseslint.configs.disableTypeChecked },
  {
    files: ['client/src/pages/tv/*.js', 'client/public/*.js'],
    languageOptions: {
      parser: espree,
      ecmaVersion: 5,
      sourceType: 'script',
      globals: oldBrowser,
    },
    linterOptions: { reportUnusedDisableDirectives: 'off' },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'off',
      'svelte/no-inner-declarations': 'off',
      'no-undef': 'error',
      'no-restricted-properties': ['error', ...newerThanES5],
      // The scripts of the page share what they declare.
      '@typescript-eslint/no-unused-vars': ['error', { vars: 'local', caughtErrors: 'none' }],
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },
  {
    files: ['**/*.test.ts', 'client/e2e/**', 'shared/src/testing/**'],
    rules: { 'max-lines-per-function': 'off' },
  },

  {
    files: ['shared/src/**/*.ts'],
    ignores: ['**/*.test.ts', 'shared/src/testing/**'],
    rules: forbid(
      otherWorkspaces('server', 'client'),
      { regex: '^node:', message: 'shared runs in browsers too.' },
      {
        regex: '^(?!\\.)',
        allowTypeImports: true,
        message: 'shared has no dependencies; zod only in commands.ts.',
      },
    ),
  },
  {
    files: ['shared/src/commands.ts'],
    rules: forbid({ regex: '^(?!\\.|zod$)', message: 'zod and our own files only.' }),
  },
  {
    files: ['shared/src/meeting/**/*.ts'],
    ignores: ['shared/src/meeting/meeting.ts', '**/*.test.ts'],
    rules: forbid(
      { regex: `/(${features}|meeting)\\.ts$`, message: 'Features meet in meeting.ts alone.' },
      { regex: 'views/', message: 'The decider knows no views.' },
      otherWorkspaces('server', 'client'),
      { regex: '^(?!\\.)', message: 'shared has no dependencies.' },
    ),
  },
  {
    files: ['shared/src/ordering/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: forbid({ regex: '^(?!\\./)', message: 'Orders know rows and nothing else: no meeting, no time.' }),
  },
  {
    files: ['server/**/*.ts'],
    ignores: [
      'server/src/main.ts',
      '**/*.test.ts',
      'server/src/testing/**',
      'server/src/journal/**',
      'server/bench/**',
    ],
    rules: {
      ...forbid(otherWorkspaces('client'), {
        regex: 'journal/(sqlite|memory|redis)',
        message: 'Only main.ts names a concrete journal.',
      }),
      'no-restricted-globals': ['error', { name: 'process', message: 'Only main.ts touches the process.' }],
    },
  },
  {
    files: ['server/bench/**/*.ts'],
    rules: forbid({
      regex: '(@openfloor/client|/client/(?!e2e/harness/))',
      message:
        'A bench drives browsers by the harness of the end-to-end tests, and knows nothing else of the client.',
    }),
  },
  {
    files: ['server/src/journal/**/*.ts'],
    rules: forbid(otherWorkspaces('client'), {
      regex: '\\.\\./(meetings|transport|access|report)/',
      message: 'The journal knows nobody above it.',
    }),
  },
  {
    files: ['server/src/meetings/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: forbid(otherWorkspaces('client'), {
      regex: '(\\.\\./(transport|access)/|journal/(sqlite|memory|redis))',
      message: 'transport → meetings → journal, and never back.',
    }),
  },
  {
    files: ['server/src/transport/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: forbid(otherWorkspaces('client'), {
      regex: '/journal/',
      message: 'transport asks meetings, not the journal.',
    }),
  },
  {
    files: ['client/src/**/*.ts', 'client/src/**/*.svelte'],
    ignores: ['**/*.test.ts'],
    rules: forbid(otherWorkspaces('server'), schemas),
  },
  {
    files: ['client/src/components/**'],
    ignores: ['**/*.test.ts'],
    rules: forbid(otherWorkspaces('server'), schemas, {
      regex: '\\.\\./(session|pages|paraglide|messages)/',
      message: 'Components know no meeting: props in, callbacks out.',
    }),
  },
)
