import { z } from 'zod';
import { between, minute } from '../../kernel/instant';
import type { Instant } from '../../kernel/instant';
import { ok, readFields } from '../../platform/jira';
import type { JiraOutcome } from '../../platform/jira';
import { readKey, writeKey } from '../../platform/key-value';
import { defectFields, fieldIds } from '../fields';
import type { FieldIds } from '../fields';

const id = z.string().nullable();
const cachedSchema = z.object({
  at: z.string(),
  ids: z.object({ 'defect-severity': id, 'customer-tier': id, 'users-affected': id, workaround: id, 'detected-in': id }),
});
const key = 'field-ids';
/** How long ids are believed where all fields are there, and where one is missing: it may be about to be made. */
const life = { whole: 24 * 60 * minute, lacking: 2 * minute };

/** The site's ids of Holdpoint's fields; asked of Jira at most once a day. */
export async function siteFieldIds(now: Instant): Promise<JiraOutcome<FieldIds>> {
  const cached = cachedSchema.safeParse(await readKey(key));
  if (cached.success) {
    const whole = defectFields.every((field) => cached.data.ids[field] !== null);
    if (between(cached.data.at, now) < (whole ? life.whole : life.lacking)) return ok(cached.data.ids);
  }
  const fields = await readFields();
  if (fields.kind !== 'ok') return fields;
  const ids = fieldIds(fields.value);
  await writeKey(key, { at: now, ids });
  return ok(ids);
}
