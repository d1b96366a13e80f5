import { dirname, join, resolve } from 'node:path';
import express, { type Router } from 'express';
import type { Context } from '../host/context';
import type { LoadedPlugin } from '../host/plugin-loader';
import { param } from './forum-request';

export interface Assets {
	router: Router;
	styles: string[];
	imports: Record<string, string>;
	pluginScripts: string[];
	/** Page script by template name: NodeBB calls its `init` when the page is shown. */
	pageModules: Record<string, string>;
}

const clientFolder = resolve(__dirname, '..', 'client');
const coreModules = ['api', 'hooks', 'alerts', 'modals', 'translator', 'settings', 'autocomplete', 'composer', 'drafts'];
const fileOf = (name: string, path: string) => join(dirname(require.resolve(`${name}/package.json`)), path);

/** Scripts, styles and strings for the browser, each file under one address. */
export function forumAssets(c: Context, plugin: LoadedPlugin | null): Assets {
	const router = express.Router();
	const imports: Record<string, string> = {};
	const pageModules: Record<string, string> = {};
	const served = (url: string, path: string): string => {
		router.get(url, (_req, res) => res.sendFile(path));
		return url;
	};

	router.use('/sandbox/client', express.static(clientFolder));
	coreModules.forEach(name => void (imports[name] = `/sandbox/client/${name}.js`));
	// What NodeBB bundles for its own ACP.
	router.use('/sandbox/vendor/chart', express.static(dirname(require.resolve('chart.js'))));
	imports['chart.js'] = '/sandbox/vendor/chart/chart.js';
	imports['@kurkle/color'] = served('/sandbox/vendor/color.js',
		join(dirname(require.resolve('@kurkle/color')), 'color.esm.js'));
	for (const [name, path] of Object.entries(plugin?.modules ?? {})) {
		const url = served(`/sandbox/plugin/${name.replace(/^(\.\.\/)+/, '')}`, join(plugin?.dir ?? '', path));
		const page = /^\.\.\/(?:client\/)?(.+)\.js$/.exec(name)?.[1];
		if (page) {
			pageModules[page] = url;
		} else {
			imports[name.replace(/\.js$/, '')] = url;
		}
	}
	plugin?.scss.forEach((path, index) => {
		// The plugin's styles are plain nested CSS, which browsers read as it is; NodeBB compiles them.
		router.get(`/sandbox/plugin/style-${index}.css`, (_req, res) => res.type('css').sendFile(path));
	});
	// HOST: src/routes/index.js: strings of one namespace, as the client's translator fetches them.
	router.get('/assets/language/:language/:namespace(*).json', (req, res) => {
		res.json(c.translator.namespace(param(req, 'language').replace(/[^a-zA-Z-]/g, ''), param(req, 'namespace').replace(/\.\./g, '')));
	});
	return {
		router,
		imports,
		pageModules,
		styles: [
			served('/sandbox/vendor/bootstrap.css', fileOf('bootstrap', 'dist/css/bootstrap.min.css')),
			served('/sandbox/sandbox.css', resolve(clientFolder, '../../../../test/sandbox/client/sandbox.css')),
			...(plugin?.scss ?? []).map((_path, index) => `/sandbox/plugin/style-${index}.css`),
		],
		pluginScripts: [
			served('/sandbox/vendor/jquery.js', fileOf('jquery', 'dist/jquery.min.js')),
			served('/sandbox/vendor/bootstrap.js', fileOf('bootstrap', 'dist/js/bootstrap.bundle.min.js')),
			'/sandbox/client/globals.js',
			...(plugin?.scripts ?? []).map((path, index) => served(`/sandbox/plugin/script-${index}.js`, path)),
		],
	};
}
