import { appUuid } from './app-extension';
import { customFieldNumber, FIRST_APP_FIELD } from './custom-field';
import type { CustomField } from './custom-field';
import type { Site } from './site';
import type { AppRegistration } from '../jira';
import type { History, Issue } from '../model';

const SEED_PREFIX = 'app:';

/**
 * Registers the app's modules. Its custom fields get ids from customfield_10100 on (those of an earlier installation are kept),
 * and what the seed holds for them under `app:<module key>`, values and histories, moves to those ids.
 */
export function installApp(site: Site, app: AppRegistration): void {
  site.app = app;
  const idOf = new Map(app.fields.map((field) => [`${SEED_PREFIX}${field.moduleKey}`, registerField(site, app, field).id]));
  for (const issue of site.issues.values()) {
    site.issues.set(issue.id, withFieldIds(issue, idOf));
  }
}

/** Conditions and validators of the app fail from here on; its fields stay, as values of an uninstalled app do. */
export function uninstallApp(site: Site): void {
  site.app = null;
}

function registerField(site: Site, app: AppRegistration, field: AppRegistration['fields'][number]): CustomField {
  const key = `${appUuid(app.appId)}__${app.environmentId}__static__${field.moduleKey}`;
  const known = [...site.customFields.values()].find((candidate) => candidate.key === key);
  const registered: CustomField = {
    id: known?.id ?? nextFieldId(site),
    key,
    name: field.name,
    description: field.description,
    type: field.type,
    app: field,
  };
  site.customFields.set(registered.id, registered);
  return registered;
}

function nextFieldId(site: Site): string {
  const taken = [...site.customFields.values()].map(customFieldNumber);
  return `customfield_${Math.max(FIRST_APP_FIELD - 1, ...taken) + 1}`;
}

function withFieldIds(issue: Issue, idOf: ReadonlyMap<string, string>): Issue {
  const entries = Object.entries(issue.customFields).map(([id, value]) => [idOf.get(id) ?? id, value] as const);
  return {
    ...issue,
    customFields: Object.fromEntries(entries),
    histories: issue.histories.map((history) => mapped(history, idOf)),
  };
}

function mapped(history: History, idOf: ReadonlyMap<string, string>): History {
  if (!history.items.some((item) => idOf.has(item.fieldId))) {
    return history;
  }
  return { ...history, items: history.items.map((item) => ({ ...item, fieldId: idOf.get(item.fieldId) ?? item.fieldId })) };
}
