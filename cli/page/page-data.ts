import { z } from 'zod';

const whole = z.array(z.int());

/**
 * What a page holds of an export: everything its charts are drawn from, as columns in the order of the issues. Moments are milliseconds
 * since 1970 or, where the name says so, after the one before; what came after `at` is not there.
 */
export const pageDataSchema = z.object({
  /** The files, as people know them. */
  title: z.string(),
  at: z.int(),
  /** Address of the Jira site, without a slash at its end; null where nobody said. */
  site: z.string().nullable(),
  severityField: z.string(),
  notes: z.array(z.string()),
  keys: z.array(z.string()),
  summaries: z.array(z.string()),
  /** Where summaries were cut, so many characters were kept. */
  summaryCut: z.int().nullable(),
  people: z.array(z.string()),
  /** Places in `people`; -1 for nobody. */
  assignee: whole,
  created: whole,
  /** After the creation; -1 while unresolved. */
  resolvedAfter: whole,
  /** Names, worst first as far as the export tells; null for none. */
  severities: z.array(z.string().nullable()),
  /** Whether the ids of the severities tell their order. */
  severitiesInOrder: z.boolean(),
  /** Places in `severities`. */
  severity: whole,
  statuses: z.array(z.object({ name: z.string(), category: z.enum(['new', 'indeterminate', 'done']) })),
  /** How many spans of a status each issue has, the places of these in `statuses`, and when each began after the one before. */
  spanCounts: whole,
  spanStatus: whole,
  spanAfter: whole,
  /** How many issues have their changelog. */
  withChangelog: z.int(),
});
export type PageData = z.infer<typeof pageDataSchema>;
