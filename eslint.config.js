import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { graphqlConfig } from './eslint.graphql.js';

const SCHEMAS = ['subgraphs/*/schema.graphql', 'packages/subgraph-kit/template/schema.graphql'];
// What schemas use and leave to the kit to define.
const DEFINITIONS = 'packages/schema-directives/definitions.graphql';
const sdls = globSync([DEFINITIONS, ...SCHEMAS], { cwd: import.meta.dirname }).map((file) =>
  readFileSync(join(import.meta.dirname, file), 'utf8'),
);

export default defineConfig(
  globalIgnores([
    '**/generated/',
    '**/messages/*.ts',
    '**/dist/',
    '**/migrations/',
    '.data/',
    'bench/node_modules/',
  ]),
  {
    ignores: ['**/*.graphql'],
    extends: [js.configs.recommended, tseslint.configs.recommended],
    languageOptions: { globals: globals.node },
    rules: {
      'no-console': 'error',
      // The compiler tells better what is undefined, and what is unused.
      'no-undef': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'object-shorthand': 'error',
      'prefer-template': 'error',
      'no-irregular-whitespace': ['error', { skipComments: true }],
    },
  },
  {
    // These rules need types, and only files of tsconfig.json have them. One program for all: workspaces have programs of their
    // own for editors, and each would read the packages beneath it once more.
    files: ['**/*.{ts,tsx}'],
    ignores: ['bench/**'],
    languageOptions: {
      parserOptions: {
        // The portal's pages have the types of browsers, and JSX.
        project: ['./tsconfig.json', './packages/portal/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
    },
  },
  {
    files: ['**/{src,seed,import,scripts,bin}/**/*.{ts,mjs}', 'scripts/*.ts'],
    ignores: ['**/test/**'],
    rules: {
      // Functions that a statement at the top of a module calls find constants below it uninitialized
      // ("Cannot access … before initialization"), on the one path that reads them.
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'Program > :matches(TryStatement, IfStatement, ForStatement, ForOfStatement, ExpressionStatement:has(> :matches(AwaitExpression, CallExpression))) ~ VariableDeclaration',
          message: 'Declare constants above the first statement of the module that runs.',
        },
      ],
    },
  },
  graphqlConfig(SCHEMAS, sdls),
);
