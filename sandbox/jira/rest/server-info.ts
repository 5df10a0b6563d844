import { jiraInstant } from '../beans/instant';
import { ok } from './route';
import type { Route } from './route';

export const serverInfo: readonly Route[] = [
  {
    method: 'GET',
    path: '/rest/api/3/serverInfo',
    handle: ({ site }) =>
      ok({
        baseUrl: site.url(''),
        displayUrl: site.url(''),
        version: '1001.0.0-SNAPSHOT',
        versionNumbers: [1001, 0, 0],
        deploymentType: 'Cloud',
        buildNumber: 100_000,
        buildDate: '2026-11-01T00:00:00.000+0000',
        serverTime: jiraInstant(site.now()),
        scmInfo: 'sandbox',
        serverTitle: 'Holdpoint sandbox',
        serverTimeZone: 'Etc/UTC',
      }),
  },
];
