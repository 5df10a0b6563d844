import type { FieldIds, WorkTypes } from '../defects';
import { siteFieldIds } from '../defects/shell';
import type { Instant } from '../kernel/instant';
import { ok } from '../platform/jira';
import type { JiraOutcome } from '../platform/jira';
import { readSettings } from '../settings/shell';

/** What it takes to understand issues: which work types count, and where the site keeps Holdpoint's fields. */
export interface ReadingContext {
  readonly types: WorkTypes;
  readonly fields: FieldIds;
  /** What readings of whole projects may cost of Jira's budget, in points an hour. */
  readonly pointsPerHour: number;
}

/** Null where the settings are damaged: then nobody knows what a defect is, and nothing is read until an admin saves them anew. */
export async function readingContext(now: Instant): Promise<JiraOutcome<ReadingContext | null>> {
  const settings = await readSettings();
  if (settings.kind === 'damaged') return ok(null);
  const fields = await siteFieldIds(now);
  return fields.kind === 'ok'
    ? ok({ types: settings.settings, fields: fields.value, pointsPerHour: settings.settings.reading.pointsPerHour })
    : fields;
}
