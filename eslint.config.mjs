import stylistic from '@stylistic/eslint-plugin';
import tseslint from 'typescript-eslint';

// The style follows eslint-config-nodebb (tabs, single quotes, trailing commas), so that host developers feel at home.
const style = {
	plugins: { '@stylistic': stylistic },
	rules: {
		'@stylistic/indent': ['error', 'tab', { SwitchCase: 1 }],
		'@stylistic/quotes': ['error', 'single', { avoidEscape: true, allowTemplateLiterals: 'always' }],
		'@stylistic/semi': ['error', 'always'],
		'@stylistic/comma-dangle': ['error', 'always-multiline'],
		'@stylistic/max-len': ['error', { code: 120, tabWidth: 4, ignoreUrls: true, ignoreStrings: true, ignoreTemplateLiterals: true, ignoreRegExpLiterals: true }],
		'@stylistic/no-trailing-spaces': 'error',
		'@stylistic/eol-last': 'error',
	},
};

const noDefaultExport = {
	selector: 'ExportDefaultDeclaration',
	message: 'Named exports only: NodeBB resolves plugin.json methods by name.',
};

export default tseslint.config(
	{ ignores: ['dist/', 'coverage/', 'node_modules/', '**/*.js', 'eslint.config.mjs'] },
	...tseslint.configs.recommendedTypeChecked,
	{
		languageOptions: {
			parserOptions: {
				project: ['./tsconfig.json', './static/tsconfig.json', './test/sandbox/client/tsconfig.json'],
				tsconfigRootDir: import.meta.dirname,
			},
		},
		...style,
		rules: {
			...style.rules,
			'no-restricted-syntax': ['error', noDefaultExport],
			'@typescript-eslint/no-floating-promises': 'error',
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/require-await': 'off',
			// What could lose its `this` are closures here, which have none.
			'@typescript-eslint/unbound-method': 'off',
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
			'max-lines': ['error', { max: 250, skipBlankLines: false }],
		},
	},
);
