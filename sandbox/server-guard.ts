import type { IncomingMessage } from 'node:http';
import type { Actor } from './jira/jira';
import { Refused } from './server-exchange';
import type { Site } from './site';

const ownNames = new Set(['127.0.0.1', 'localhost']);
const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The sandbox answers to this machine's own names only, so that a foreign name pointed at it (DNS rebinding) gets nothing. */
export function checkHost(request: IncomingMessage): void {
  const origin = `http://${request.headers.host ?? ''}`;
  if (URL.canParse(origin) && ownNames.has(new URL(origin).hostname)) return;
  throw new Refused(421, 'The sandbox answers to 127.0.0.1 and localhost only.');
}

/**
 * A browser on another site could make a visitor's browser write here. Browsers say where a request comes from; what is not a browser
 * says nothing and is let through, unless it carries the pages' cookie.
 */
export function checkSameOrigin(request: IncomingMessage): void {
  if (reading.has(request.method ?? 'GET')) return;
  const { origin, host } = request.headers;
  const site = request.headers['sec-fetch-site'];
  const foreign =
    (origin !== undefined && origin !== `http://${host}`) || (site !== undefined && site !== 'same-origin' && site !== 'none');
  const silentCookie =
    origin === undefined && site === undefined && userCookie(request) !== null && !request.headers.authorization;
  if (foreign || silentCookie) throw new Refused(403, 'A write from a browser must come from the sandbox’s own pages.');
}

/**
 * As whom a request reaches Jira: HTTP basic authentication with a demo user's e-mail address and any token; the cookie of the pages;
 * else the demo's release manager.
 */
export function actorOf(request: IncomingMessage, site: Site): Actor {
  const { authorization } = request.headers;
  if (authorization !== undefined) return { kind: 'user', accountId: accountOfBasic(authorization, site) };
  return { kind: 'user', accountId: userCookie(request) ?? site.defaultAccountId };
}

function accountOfBasic(authorization: string, site: Site): string {
  const encoded = /^Basic\s+(\S+)$/i.exec(authorization)?.[1];
  if (encoded === undefined)
    throw new Refused(401, 'The sandbox knows HTTP basic authentication only: an e-mail address and any token.');
  const [email = ''] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  const accountId = site.jira.accountIdOf(email);
  if (accountId === null) throw new Refused(401, `The sandbox has no user with the e-mail address "${email}".`);
  return accountId;
}

function userCookie(request: IncomingMessage): string | null {
  const value = /(?:^|;\s*)sandbox-user=([^;]+)/.exec(request.headers.cookie ?? '')?.[1];
  return value === undefined ? null : decodeURIComponent(value);
}
