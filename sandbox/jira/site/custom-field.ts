import type { AppCustomField } from '../jira';
import type { SiteSeed } from '../model';

/** A custom field of the site: one that came with the seed, or one of the app. */
export interface CustomField {
  /** `customfield_10100`. */
  readonly id: string;
  /** REST `key`; for an app's field `<app uuid>__<environment id>__static__<module key>` (docs/platform.md F.20). */
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly type: 'string' | 'number' | 'datetime';
  /** What the app's manifest says of it; null for a field that came with the seed. */
  readonly app: AppCustomField | null;
}

/** First number of an app's custom field on the sandbox site. */
export const FIRST_APP_FIELD = 10_100;

/** Fields that the seed's values speak of; an export does not say their names, so the id stands for it. */
export function customFieldsOf(seed: SiteSeed): Map<string, CustomField> {
  const fields = new Map<string, CustomField>();
  for (const issue of seed.issues) {
    for (const [id, value] of Object.entries(issue.customFields)) {
      if (/^customfield_\d+$/.test(id) && !fields.has(id)) {
        fields.set(id, {
          id,
          key: id,
          name: id,
          description: '',
          type: typeof value === 'number' ? 'number' : 'string',
          app: null,
        });
      }
    }
  }
  return fields;
}

export function customFieldNumber(field: CustomField): number {
  return Number(field.id.slice('customfield_'.length));
}
