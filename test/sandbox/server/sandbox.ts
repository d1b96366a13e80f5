import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import { join, resolve } from 'node:path';
import express, { type RequestHandler } from 'express';
import type { Listener } from '../host/hooks';
import { createHostModules, type SandboxHost } from '../host/host-modules';
import { loadPlugin, type HandlerWrapper } from '../host/plugin-loader';
import { mountFrontPage } from '../guide/front-page';
import { mountGuide, type Guide } from '../guide/guide';
import type { Row } from '../host/database';
import { mountAccountPages } from './account-pages';
import { mountLogin, mountRegistration } from './account-routes';
import { mountAdminPages } from './admin-pages';
import { forumAssets } from './assets';
import { controllerHelpers } from './controller-helpers';
import { forumControllers } from './controllers';
import { mountCore, mountErrors, mountUploads } from './core-routes';
import { mountForumPages } from './forum-pages';
import { pageFrame } from './frame';
import { identity } from './identity';
import { forumMiddleware } from './middleware';
import { routeHelpers } from './route-helpers';
import { mountSocketCalls } from './socket-calls';
import { templateEngine } from './templates';
import { writeApi } from './write-api';
import { mountForum, mountUsers } from './write-forum';
import { mountPosts } from './write-posts';
import { mountTopics } from './write-topics';

export interface SandboxOptions {
	/** 0 takes any free port. */
	port?: number;
	/** Password of `admin`; drawn by lot when not given. */
	adminPassword?: string;
	/** Folder of the plugin: this repository, or an unpacked tarball. `null` starts the bare forum. */
	pluginDir?: string | null;
	/** Log-ins with one click and walks, for a forum that `seed` made whole. */
	hasGuide?: boolean;
	/** Routes of one more plugin. */
	alsoRoutes?: Listener;
	/** Around every handler of the plugin. */
	around?: HandlerWrapper;
}

export interface Sandbox {
	url: string;
	port: number;
	adminPassword: string;
	host: SandboxHost;
	stop(): Promise<void>;
}

export const packageRoot = resolve(__dirname, '..', '..', '..', '..');
// Templates and strings of the stand-in stay beside its sources: only TypeScript is built.
const ownFolder = join(packageRoot, 'test', 'sandbox');

async function listening(app: express.Express, port: number): Promise<Server> {
	return new Promise((done, fail) => {
		const server = app.listen(port, '127.0.0.1', () => done(server));
		server.once('error', fail);
	});
}

/** Starts a forum in this process: no database server, no network, the plugin loaded the way NodeBB does. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const { port = 0, adminPassword = randomBytes(9).toString('base64url'), pluginDir = packageRoot } = options;
	const host = createHostModules(join(ownFolder, 'languages'));
	const { context: c } = host;
	globalThis.nodebb = { require: host.require };

	const helpers = controllerHelpers(c);
	const known = identity(c);
	const middleware = forumMiddleware(c, known, helpers);
	const routes = routeHelpers(middleware, helpers);
	host.register('./src/controllers/helpers', helpers);
	host.register('./src/middleware', middleware);
	host.register('./src/routes/helpers', routes);
	const controllers = forumControllers(c, helpers);
	host.register('./src/controllers', controllers);
	host.register('./src/controllers/uploads', controllers.uploads);

	await c.privileges.install();
	await c.accounts.create({ username: 'admin', password: adminPassword });
	await c.groups.join(['administrators'], 1);

	const plugin = pluginDir === null ? null : loadPlugin(pluginDir, c.hooks, options.around);
	if (plugin) {
		c.translator.addFolder(plugin.languages);
	}
	const engine = templateEngine([join(ownFolder, 'templates'), ...(plugin ? [plugin.templates] : [])], c.translator);
	const assets = forumAssets(c, plugin);

	const app = express();
	let guide: Guide | null = null;
	app.disable('x-powered-by');
	app.use(assets.router);
	app.use(express.urlencoded({ extended: true, limit: '1mb' }), express.json({
		limit: '1mb',
		// HOST: src/webserver.js `configureBodyParser`.
		verify: (req, _res, buffer) => void Object.assign(req, { rawBody: buffer }),
	}));
	app.use(known.sessions, known.recognise as RequestHandler, pageFrame(c, engine, assets, () => guide));

	const router = express.Router();
	app.use(router);
	// HOST: src/routes/index.js: plugins hang their routes in before core's own.
	await c.hooks.fire('static:app.load', { app, router, middleware, controllers: { helpers } });
	const pluginApi = express.Router();
	if (options.alsoRoutes) {
		c.hooks.register('spec-host', { hook: 'static:api.routes', method: options.alsoRoutes });
	}
	await c.hooks.fire('static:api.routes', { router: pluginApi, middleware, helpers });
	app.use('/api/v3/plugins', pluginApi);

	const core = express.Router();
	mountCore(core, c, known, helpers);
	mountUploads(core, known, controllers);
	mountLogin(core, c, known, helpers);
	mountRegistration(core, c, known, helpers);
	mountSocketCalls(core, c, known, (host.require('./src/meta') as {
		settings: { get(hash: string): Promise<Row>; set(hash: string, values: Row): Promise<void> };
	}).settings);
	const api = writeApi(core, c, routes, helpers, middleware);
	mountTopics(api, controllers);
	mountPosts(api);
	mountUsers(api);
	mountForum(api);
	if (options.hasGuide) {
		guide = mountGuide(core, c, known);
		mountFrontPage(core, c, routes, guide);
	}
	mountForumPages(core, c, routes, helpers);
	mountAccountPages(core, c, routes, middleware, helpers, engine);
	mountAdminPages(core, c, routes);
	app.use(core);
	mountErrors(app, c, helpers);

	const server = await listening(app, port);
	const timer = setInterval(() => void c.topics.publishDue(), 1000).unref();
	const address = server.address();
	const actual = typeof address === 'object' && address ? address.port : port;
	const url = `http://127.0.0.1:${actual}`;
	c.settings.set('url', url);
	return {
		url, port: actual, adminPassword, host,
		stop: () => new Promise((done) => {
			clearInterval(timer);
			server.close(() => done());
			server.closeAllConnections();
		}),
	};
}
