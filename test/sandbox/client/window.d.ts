/** What NodeBB puts on the window, and the two libraries that its pages have at hand. */
interface SandboxUser { uid: number; username: string; isAdmin?: boolean }
interface SandboxGlobals { config: SandboxConfig; user: SandboxUser; pageModules: Record<string, string> }
interface SandboxConfig { relative_path: string; csrf_token: string; userLang: string; loggedIn: boolean; uid: number }

interface Window {
	config: SandboxConfig;
	app: { user: SandboxUser; flags?: { _unsaved?: boolean } };
	ajaxify: { data: Record<string, unknown>; go(url: string): void; refresh(): void };
	sandboxPageModules: Record<string, string>;
}
declare const bootstrap: {
	Toast: new (element: HTMLElement, options?: object) => { show(): void };
	Modal: new (element: HTMLElement, options?: object) => { show(): void; hide(): void };
};
/** jQuery, as far as NodeBB tells plugins of something through its events. */
declare function $(target: Window | HTMLElement): {
	trigger(name: string, data?: unknown): void; on(name: string, listener: () => void): void;
};
