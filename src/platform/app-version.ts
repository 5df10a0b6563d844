import { getAppContext } from '@forge/api';

/** The version of the app that is running, as Atlassian counts it, e.g. `2.14.0`. */
export function appVersion(): string {
  return getAppContext().appVersion;
}
