import { route } from '@forge/api';
import { z } from 'zod';
import { between, day, minute } from '../../kernel/instant';
import type { Instant } from '../../kernel/instant';
import { readKey, writeKey } from '../key-value';
import { ok } from './outcome';
import { tellJira } from './request';
import type { JiraOutcome } from './outcome';
import { readFields } from './site';

const cachedSchema = z.object({ at: z.string(), id: z.string().nullable() });
/** How long an id is believed, and how long it is that there is none: the field may be about to be made. */
const life = { known: day, missing: 2 * minute };

/**
 * The site's id of one of the app's own fields; null where the site does not have it (yet). Asked of Jira at most once a day.
 * @param key of the field's module in manifest.yml
 */
export async function appFieldId(key: string, now: Instant): Promise<JiraOutcome<string | null>> {
  const cacheKey = `field-id:${key}`;
  const cached = cachedSchema.safeParse(await readKey(cacheKey));
  if (cached.success && Math.abs(between(cached.data.at, now)) < (cached.data.id === null ? life.missing : life.known))
    return ok(cached.data.id);
  const fields = await readFields();
  if (fields.kind !== 'ok') return fields;
  const ending = `__static__${key}`;
  const found = fields.value.find(
    (field) => field.key?.endsWith(ending) === true || field.schema?.custom?.endsWith(ending) === true,
  );
  const id = found?.id ?? null;
  await writeKey(cacheKey, { at: now, id });
  return ok(id);
}

/** A value, and the issues that are given it. */
export interface FieldValue {
  readonly issueIds: readonly string[];
  readonly value: string | number | null;
}

/**
 * Gives issues values of one of the app's own fields, without an entry in their history: POST /rest/api/3/app/field/value. All or none:
 * one issue that is gone makes Jira refuse the request.
 * @param values a hundred issues at most
 */
export function writeFieldValues(fieldId: string, values: readonly FieldValue[]): Promise<JiraOutcome<null>> {
  const updates = values.map(({ issueIds, value }) => ({ customField: fieldId, issueIds: issueIds.map(Number), value }));
  const path = route`/rest/api/3/app/field/value?generateChangelog=false`;
  return tellJira({ as: 'app', method: 'POST', path, body: { updates } });
}
