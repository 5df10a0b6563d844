import type { IncomingMessage, ServerResponse } from 'node:http';
import { bridgeEndpoint } from './bridge-endpoint';
import { buildBrowserFiles } from './browser-files';
import type { BrowserFiles } from './browser-files';
import { otherLoopbackOrigin } from './browser/loopback-origin';
import { formOf, isSameOrigin, readExchange, redirect, send, textAnswer } from './exchange';
import type { Answer, Exchange } from './exchange';
import { safeHref } from './html';
import type { PageContext } from './page-context';
import { failedPage, notFound } from './pages/refusal-page';
import type { ChromeParts } from './parts';
import { appResource } from './resource-server';
import { findRoute } from './routes';
import { viewerCookie, viewerOf } from './viewer';
import { viewerJira } from './viewer-jira';

export { createDashboard } from './dashboard';
export type { ChromeParts } from './parts';

/** The Jira-like pages around the app's iframes and the browser side of the bridge. */
export interface Chrome {
  /** Answers everything but Jira's REST API, the sandbox's own controls and web triggers. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

/** Before the first paint, so that a dark page does not flash light; the page's script takes over from it. */
const earlyTheme = `(() => {
  const chosen = /(?:^|; )sandbox-theme=(light|dark)/.exec(document.cookie);
  const dark = chosen ? chosen[1] === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  document.documentElement.setAttribute('data-color-mode', dark ? 'dark' : 'light');
  document.documentElement.setAttribute('data-theme', 'dark:dark light:light motion:motion shape:shape spacing:spacing typography:typography');
})();`;

const script = (text: string): Answer => ({
  status: 200,
  headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-store' },
  body: text,
});
const style = (text: string): Answer => ({
  status: 200,
  headers: { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'no-store' },
  body: text,
});

function ownFile(parts: ChromeParts, files: BrowserFiles, pathname: string): Answer | null {
  if (pathname === '/sandbox-chrome/browser.js') return script(files.page);
  if (pathname === '/sandbox-chrome/early-theme.js') return script(earlyTheme);
  if (pathname === '/sandbox-chrome/chrome.css') return style(files.style);
  if (pathname === '/sandbox-chrome/theme.css' || pathname === '/app-resource/.bridge/theme.css') return style(files.theme);
  if (pathname !== '/app-resource/.bridge/bridge.js') return null;
  return script(`globalThis.__sandboxClockOffset=${parts.clock.offset()};\n${files.frame}`);
}

/** The pages run their own script and embed the app's origin; nothing else. */
const pagePolicy = ({ origin }: Exchange): string =>
  [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    `frame-src ${otherLoopbackOrigin(origin)}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');

function switchViewer(parts: ChromeParts, exchange: Exchange): Answer {
  const form = formOf(exchange);
  const cookie = viewerCookie(parts, form.get('accountId') ?? '');
  if (cookie === null) return textAnswer(400, 'The sandbox knows no such user.');
  const answer = redirect(safeHref(form.get('back') ?? '/') ?? '/');
  return { ...answer, headers: { ...answer.headers, 'set-cookie': cookie } };
}

async function page(context: PageContext): Promise<Answer> {
  const { exchange } = context;
  const show = findRoute(exchange.method, exchange.url.pathname);
  if (show === null) return notFound(context, `The sandbox has no page ${exchange.url.pathname}.`);
  try {
    return await show(context);
  } catch (error) {
    return failedPage(context, error);
  }
}

async function answerTo(parts: ChromeParts, files: BrowserFiles, exchange: Exchange): Promise<Answer> {
  const { pathname } = exchange.url;
  const file = ownFile(parts, files, pathname);
  if (file !== null) return file;
  if (pathname.startsWith('/app-resource/')) return appResource(parts, exchange);
  if (exchange.method !== 'GET' && exchange.method !== 'HEAD' && !isSameOrigin(exchange)) {
    return textAnswer(403, 'The sandbox takes changes from its own pages only.');
  }
  if (pathname === '/sandbox-chrome/viewer' && exchange.method === 'POST') return switchViewer(parts, exchange);
  const viewer = viewerOf(parts, exchange);
  if (pathname.startsWith('/sandbox-chrome/')) return bridgeEndpoint(parts, exchange, viewer);
  const answer = await page({ parts, exchange, viewer, jira: viewerJira(parts.jira, viewer.accountId) });
  return { ...answer, headers: { ...answer.headers, 'content-security-policy': pagePolicy(exchange) } };
}

/** Makes the pages; their scripts are bundled with the first request. */
export function createChrome(parts: ChromeParts): Chrome {
  let files: Promise<BrowserFiles> | null = null;
  return {
    async handle(request, response) {
      const exchange = await readExchange(request);
      if (exchange === null)
        return send(response, textAnswer(421, 'The sandbox answers to 127.0.0.1 and localhost only.'), false);
      files ??= buildBrowserFiles(parts.repoRoot);
      const answer = await answerTo(parts, await files, exchange);
      send(response, answer, exchange.method === 'HEAD');
    },
  };
}
