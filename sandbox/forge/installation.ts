/**
 * Who the app is on the sandbox's site. Ids are the sandbox's own and, but for the installation's, fixed, so that the key of a custom field
 * (`<app uuid>__<environment id>__static__<module key>`) can be foretold.
 */
export interface Installation {
  readonly appId: string;
  readonly appVersion: string;
  readonly environmentId: string;
  readonly environmentType: string;
  readonly installationId: string;
  readonly cloudId: string;
  /** `ari:cloud:jira::site/<cloud id>`: what functions get as installContext. */
  readonly siteAri: string;
  readonly siteUrl: string;
  readonly appAccountId: string;
}

/** @param number which installation on this site it is, from 1 */
export function installationOf(appId: string, cloudId: string, siteUrl: string, number = 1): Installation {
  return {
    appId,
    appVersion: '1.0.0',
    environmentId: 'sandbox0-0000-4000-8000-000000000001',
    environmentType: 'DEVELOPMENT',
    installationId: `sandbox0-0000-4000-8000-1${String(number).padStart(11, '0')}`,
    cloudId,
    siteAri: `ari:cloud:jira::site/${cloudId}`,
    siteUrl,
    appAccountId: 'app-holdpoint',
  };
}
