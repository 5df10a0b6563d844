import { z } from 'zod';
import { between, day } from '../../kernel/instant';
import type { Instant } from '../../kernel/instant';
import { ok, readFields } from '../../platform/jira';
import type { FoundIssue, JiraOutcome } from '../../platform/jira';
import { readKey, writeKey } from '../../platform/key-value';

const cachedSchema = z.object({ at: z.string(), ids: z.array(z.string()) });
const key = 'points-field-ids';

/** What Jira calls story points: in company-managed projects, and in team-managed ones. */
const names = ['story points', 'story point estimate'];

interface SiteField {
  readonly id: string;
  readonly name?: string | undefined;
  readonly schema?: { readonly custom?: string | undefined } | undefined;
}

/** The site's fields that hold story points. */
export function pointsFieldsAmong(fields: readonly SiteField[]): string[] {
  const isPoints = ({ name, schema }: SiteField) =>
    names.includes((name ?? '').trim().toLowerCase()) || schema?.custom?.endsWith(':jsw-story-points') === true;
  return fields.filter(isPoints).map(({ id }) => id);
}

/** Ids of the fields that hold story points; asked of Jira at most once a day. */
export async function pointsFieldIds(now: Instant): Promise<JiraOutcome<readonly string[]>> {
  const cached = cachedSchema.safeParse(await readKey(key));
  if (cached.success && Math.abs(between(cached.data.at, now)) < day) return ok(cached.data.ids);
  const fields = await readFields();
  if (fields.kind !== 'ok') return fields;
  const ids = pointsFieldsAmong(fields.value);
  await writeKey(key, { at: now, ids });
  return ok(ids);
}

const secondsAnHour = 3600;

/** What people estimated of an issue; null where they did not. @param pointsFields ids; the first that has a number counts */
export function estimateOf(
  { fields }: FoundIssue,
  pointsFields: readonly string[],
): { readonly points: number | null; readonly hours: number | null } {
  const points = pointsFields.map((id) => fields[id]).find((value) => typeof value === 'number');
  const seconds = fields.timeoriginalestimate ?? null;
  return { points: typeof points === 'number' ? points : null, hours: seconds === null ? null : seconds / secondsAnHour };
}
