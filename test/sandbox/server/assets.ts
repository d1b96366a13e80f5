import { dirname, join, resolve } from 'node:path';
import express, { type Router } from 'express';
import type { Context } from '../host/context';
import type { LoadedPlugin } from '../host/plugin-loader';
import { clientBundle, type ClientBundle } from './client-bundle';
import { param } from './forum-request';

export interface Assets {
	router: Router;
	styles: string[];
	pluginScripts: string[];
	modules(): Promise<ClientBundle>;
}

const clientFolder = resolve(__dirname, '..', 'client');
const fileOf = (name: string, path: string) => join(dirname(require.resolve(`${name}/package.json`)), path);
const forGood = 'public, max-age=31536000, immutable';

/** Scripts, styles and strings for the browser, each file under one address. */
export function forumAssets(c: Context, plugin: LoadedPlugin | null): Assets {
	const router = express.Router();
	const served = (url: string, path: string): string => {
		router.get(url, (_req, res) => res.sendFile(path));
		return url;
	};
	const vendor = (name: string, path: string): string => {
		const url = `/sandbox/vendor/${name}/${path}`;
		router.get(url, (_req, res) => res.set('cache-control', forGood).sendFile(fileOf(name, path)));
		return url;
	};

	router.get('/sandbox/modules/:version/:file(*)', (req, res, next) => {
		clientBundle(plugin).then(({ version, files }) => {
			const file = files.get(param(req, 'file'));
			if (!file || param(req, 'version') !== version) {
				next();
				return;
			}
			res.set('cache-control', forGood).type('js').send(Buffer.from(file));
		}).catch(next);
	});
	plugin?.scss.forEach((path, index) => {
		// The plugin's styles are plain nested CSS, which browsers read as it is; NodeBB compiles them.
		router.get(`/sandbox/plugin/style-${index}.css`, (_req, res) => res.type('css').sendFile(path));
	});
	// HOST: src/routes/index.js: strings of one namespace, as the client's translator fetches them.
	router.get('/assets/language/:language/:namespace(*).json', (req, res) => {
		res.json(c.translator.namespace(param(req, 'language').replace(/[^a-zA-Z-]/g, ''), param(req, 'namespace').replace(/\.\./g, '')));
	});
	served('/sandbox/theme.js', join(clientFolder, 'theme.js'));
	return {
		router,
		modules: () => clientBundle(plugin),
		styles: [
			vendor('bootstrap', 'dist/css/bootstrap.min.css'),
			served('/sandbox/sandbox.css', resolve(clientFolder, '../../../../test/sandbox/client/sandbox.css')),
			...(plugin?.scss ?? []).map((_path, index) => `/sandbox/plugin/style-${index}.css`),
		],
		pluginScripts: [
			vendor('jquery', 'dist/jquery.min.js'),
			vendor('bootstrap', 'dist/js/bootstrap.bundle.min.js'),
			served('/sandbox/globals.js', join(clientFolder, 'globals.js')),
			...(plugin?.scripts ?? []).map((path, index) => served(`/sandbox/plugin/script-${index}.js`, path)),
		],
	};
}
