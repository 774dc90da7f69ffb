import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

export default ts.config(
  { ignores: ['dist', 'node_modules', 'look', 'data'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs['flat/recommended'],
  { languageOptions: { globals: { ...globals.browser, ...globals.node } } },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser } },
    rules: {
      // Maps and sets here are made anew and never changed.
      'svelte/prefer-svelte-reactivity': 'off',
      // External links are the sources of the record.
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
  {
    rules: {
      'no-undef': 'off',
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Offsets come from hash01.' },
      ],
      'no-restricted-syntax': ['error', { selector: 'TSAsExpression > TSAnyKeyword', message: 'No “as any”.' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
);
