import type { AppRegistration } from '../jira';

/** `5a7e1d2c-…` of `ari:cloud:ecosystem::app/5a7e1d2c-…`. */
export function appUuid(appId: string): string {
  return appId.slice(appId.lastIndexOf('/') + 1);
}

/** ARI of one module of the app, as Jira names it in workflows and in `avi:jira:failed:expression`. */
export function extensionAri({ appId, environmentId }: AppRegistration, moduleKey: string): string {
  return `ari:cloud:ecosystem::extension/${appUuid(appId)}/${environmentId}/static/${moduleKey}`;
}

/** Key of the module that an ARI names; null where it names none of this app. */
export function moduleOfAri(app: AppRegistration, ari: string): string | null {
  const own = extensionAri(app, '');
  return ari.startsWith(own) ? ari.slice(own.length) : null;
}
