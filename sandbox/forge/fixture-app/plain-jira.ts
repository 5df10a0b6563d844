import type { AppRegistration, Jira, JiraRequest, ProductEvent } from '../../jira/jira';

/** As much of a Jira as the fixture app needs: it says who asks, and tests send its events and run its validators. */
export interface PlainJira extends Jira {
  readonly requests: readonly JiraRequest[];
  emit(event: ProductEvent): void;
  installed(): AppRegistration;
}

export function createPlainJira(): PlainJira {
  const listeners: ((event: ProductEvent) => void)[] = [];
  const requests: JiraRequest[] = [];
  let registration: AppRegistration | null = null;
  return {
    cloudId: 'cloud-sandbox-0001',
    startedAt: '2026-11-02T09:00:00.000Z',
    requests,
    handle(request) {
      requests.push(request);
      const known = request.path === '/rest/api/3/myself';
      return Promise.resolve({
        status: known ? 200 : 501,
        headers: {},
        body: known ? request.actor : { path: request.path },
        points: 1,
      });
    },
    onEvent: (listener) => void listeners.push(listener),
    installApp(app) {
      registration = app;
    },
    uninstallApp() {
      registration = null;
    },
    saveRuleConfig() {
      throw new Error('This Jira has no workflows.');
    },
    accountIdOf: (emailAddress) => (emailAddress.endsWith('@example.com') ? `account-${emailAddress.split('@')[0]}` : null),
    mail: () => [],
    emit: (event) => listeners.forEach((listener) => listener(event)),
    installed() {
      if (!registration) throw new Error('The app is not installed.');
      return registration;
    },
  };
}
