import { installApp, uninstallApp } from './site/install-app';
import { createSite } from './site/site';
import { handleRequest } from './rest/handle-request';
import { saveRuleConfig } from './workflow/save-rule-config';
import { pointsBudget } from './rest/points-budget';
import type { PointsBudget } from './rest/points-budget';
import type { Clock } from '../clock';
import type { Switches } from '../switches';
import type { Trace } from '../trace';
import type { Jira, JiraRequest, JiraResponse, ProductEvent } from './jira';
import type { Site } from './site/site';
import type { SiteSeed } from './model';

export interface JiraParts {
  readonly clock: Clock;
  readonly trace: Trace;
  readonly switches: Switches;
  /** Address of the site, without a slash at the end. */
  readonly baseUrl: string;
  /** A fault to answer the next call of the app with, or null for none. */
  readonly httpFault?: () => null | 429 | 500;
}

const CLOUD_ID = 'cloud-sandbox-0001';

/** The sandbox's Jira over its own copy of a seed. */
export function createJira(seed: SiteSeed, parts: JiraParts): Jira {
  const listeners: ((event: ProductEvent) => void)[] = [];
  const { clock, switches, baseUrl } = parts;
  const emit = (event: ProductEvent) => listeners.forEach((listener) => listener(event));
  const site = createSite(seed, { clock, switches, baseUrl, emit });
  const budget = pointsBudget(clock, switches);
  return {
    handle: (request) => answer(site, budget, parts, request),
    onEvent: (listener) => void listeners.push(listener),
    installApp: (app) => installApp(site, app),
    uninstallApp: () => uninstallApp(site),
    saveRuleConfig: (ruleUseId, configJson) => saveRuleConfig(site, ruleUseId, configJson),
    accountIdOf: (emailAddress) => {
      const wanted = emailAddress.toLowerCase();
      return [...site.users.values()].find((user) => user.emailAddress.toLowerCase() === wanted)?.accountId ?? null;
    },
    mail: () => [...site.mail],
    cloudId: CLOUD_ID,
    startedAt: seed.now,
  };
}

/** Only calls through the app are charged to its budget and meet faults; every call is traced. */
async function answer(site: Site, budget: PointsBudget, parts: JiraParts, request: JiraRequest): Promise<JiraResponse> {
  const byApp = request.scopes !== null;
  const what = `${request.method.toUpperCase()} ${request.path}`;
  const date = { Date: parts.clock.now().toUTCString() };
  const refused = byApp ? refusedByLimit(budget, parts) : null;
  if (refused !== null) {
    parts.trace.add({ kind: 'rest', what, status: refused.status, points: 0 });
    return { ...refused, headers: { ...date, ...refused.headers }, points: 0 };
  }
  const { answer: given, unmodelled } = await handleRequest(site, request);
  const points = unmodelled ? 0 : 1 + (given.read ?? 0);
  if (byApp) {
    budget.spend(points);
  }
  if (unmodelled) {
    parts.trace.add({ kind: 'unmodelled', what, status: given.status });
  }
  parts.trace.add({ kind: 'rest', what, status: given.status, points });
  const headers = {
    ...date,
    'Content-Type': 'application/json;charset=UTF-8',
    ...(byApp ? budget.headers() : {}),
    ...given.headers,
  };
  return { status: given.status, headers, body: given.body, points };
}

interface Refused {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** A 500 on demand stands for a request that did not reach Jira: nothing has been done. */
function refusedByLimit(budget: PointsBudget, parts: JiraParts): Refused | null {
  const type = { 'Content-Type': 'application/json;charset=UTF-8' };
  if (budget.exhausted()) {
    const body = { errorMessages: ['Rate limit exceeded: the hourly points of the app are used up.'], errors: {} };
    return { status: 429, headers: { ...type, ...budget.headers() }, body };
  }
  switch (parts.httpFault?.() ?? null) {
    case 429:
      return {
        status: 429,
        headers: { ...type, ...budget.headers(), 'Retry-After': '2', 'RateLimit-Reason': 'jira-burst-based' },
        body: { errorMessages: ['Rate limit exceeded.'], errors: {} },
      };
    case 500:
      return { status: 500, headers: type, body: { errorMessages: ['Internal server error'], errors: {} } };
    default:
      return null;
  }
}
