import { findOperation } from './operations';
import { pathMatcher } from './match-path';
import { demandModelledQuery } from './query-parameters';
import { readForm } from './read-form';
import { badRequest, Refusal } from './refusal';
import { routes } from './routes';
import { accountIdOf, permissionsOf } from '../site/permissions';
import type { Answer, Route } from './route';
import type { Site } from '../site/site';
import type { JiraRequest } from '../jira';

const findRoute = pathMatcher<Route>(routes.map((route) => ({ method: route.method, template: route.path, value: route })));

/** An answer, and whether the sandbox had to say that it does not model the request. */
export interface Handled {
  readonly answer: Answer;
  readonly unmodelled: boolean;
}

/** Answers one REST request: who, scopes, route, handler; a refusal becomes `{errorMessages, errors}`. */
export async function handleRequest(site: Site, request: JiraRequest): Promise<Handled> {
  try {
    return { answer: await answerOf(site, request), unmodelled: false };
  } catch (problem) {
    if (!(problem instanceof Refusal)) {
      throw problem;
    }
    const { status, errorMessages, errors } = problem;
    return { answer: { status, body: { errorMessages, errors } }, unmodelled: status === 501 };
  }
}

async function answerOf(site: Site, request: JiraRequest): Promise<Answer> {
  const method = request.method.toUpperCase();
  const url = new URL(request.path, 'http://sandbox');
  const path = url.pathname;
  if (request.actor.kind === 'anonymous') {
    throw new Refusal(401, ['Client must be authenticated to access this resource.']);
  }
  const refusal = scopeRefusal(method, path, request.scopes);
  if (refusal !== null) {
    return refusal;
  }
  const match = findRoute(method, path);
  if (match === null) {
    throw new Refusal(501, [`The sandbox does not model ${method} ${findOperation(method, path)?.template ?? path}`]);
  }
  demandModelledQuery(`${method} ${match.template}`, url.searchParams);
  const accountId = accountIdOf(site, request.actor);
  const viewer = permissionsOf(site, accountId);
  if (viewer.accountId === null) {
    throw new Refusal(401, ['Client must be authenticated to access this resource.']);
  }
  return await match.value.handle({
    site,
    actor: request.actor,
    viewer,
    author: { accountId: viewer.accountId, selfGenerated: causedByApp(site, request) },
    params: match.params,
    query: url.searchParams,
    headers: lowerCased(request.headers),
    body: bodyOf(request),
  });
}

function causedByApp(site: Site, request: JiraRequest): boolean {
  return request.actor.kind === 'app' || (request.scopes !== null && site.switches.ignoreSelfCoversAsUser);
}

/** Forge's answer where the app's manifest does not cover an operation; the sandbox adds which scope is missing. */
function scopeRefusal(method: string, path: string, scopes: readonly string[] | null): Answer | null {
  const operation = findOperation(method, path);
  const missing = scopes === null || operation === null ? [] : operation.value.filter((scope) => !scopes.includes(scope));
  if (missing.length === 0) {
    return null;
  }
  const message = `Unauthorized; scope does not match: ${method} ${operation?.template ?? path} needs ${missing.join(', ')}`;
  return { status: 401, body: { code: 401, message } };
}

function lowerCased(headers: JiraRequest['headers']): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

function bodyOf(request: JiraRequest): unknown {
  const contentType = lowerCased(request.headers)['content-type'] ?? '';
  return contentType.startsWith('multipart/form-data') ? readForm(contentType, request.body) : parsedBody(request.body);
}

function parsedBody(body: string): unknown {
  if (body === '') {
    return undefined;
  }
  try {
    const value: unknown = JSON.parse(body);
    return value;
  } catch {
    throw badRequest('There was an error parsing JSON. Check that your request body is valid.');
  }
}
