import { z } from 'zod';
import type { HistoryItem } from '../../jira/model';
import { instantOf } from '../time';

/** Jira writes "+0800" where ISO 8601 wants "+08:00". */
const withColon = (value: string): string => value.replace(/([+-]\d\d)(\d\d)$/, '$1:$2');

const instant = z
  .string()
  .refine((value) => !Number.isNaN(Date.parse(withColon(value))), 'is not an instant such as 2026-11-02T09:00:00.000+0000')
  .transform((value) => instantOf(Date.parse(withColon(value))));
const day = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d/, 'is not a date such as 2026-11-02')
  .transform((value) => value.slice(0, 10));
const id = z.union([z.string(), z.number()]).transform(String);

const option = z.object({ id: id.nullish(), name: z.string().min(1) });
/** Jira Cloud gives account ids, Jira Data Center keys and names. */
const user = z.object({
  accountId: z.string().nullish(),
  key: z.string().nullish(),
  name: z.string().nullish(),
  accountType: z.string().nullish(),
  timeZone: z.string().nullish(),
  active: z.boolean().nullish(),
});
const version = option.extend({
  description: z.string().nullish(),
  archived: z.boolean().nullish(),
  released: z.boolean().nullish(),
  startDate: day.nullish(),
  releaseDate: day.nullish(),
});
const status = option.extend({
  description: z.string().nullish(),
  statusCategory: z.object({ id: id.nullish(), key: z.string().nullish() }).nullish(),
});
const linked = z.object({ key: z.string() }).nullish();
const link = z.object({
  id: id.nullish(),
  type: option.extend({ inward: z.string(), outward: z.string() }),
  inwardIssue: linked,
  outwardIssue: linked,
});
const comment = z.object({
  id: id.nullish(),
  author: user.nullish(),
  created: instant,
  updated: instant.nullish(),
  body: z.unknown().optional(),
});

const FIELD_IDS: Readonly<Record<string, string>> = {
  'Fix Version': 'fixVersions',
  Version: 'versions',
  Component: 'components',
  Link: 'issuelinks',
};

/** Read by own properties: `toString` is one of them, and an item that lacks it would lend JavaScript's. */
const historyItem = z.record(z.string(), z.unknown()).transform((record): HistoryItem => {
  const own = (key: string): string | null => {
    const value = Object.hasOwn(record, key) ? record[key] : null;
    return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
  };
  const field = own('field') ?? '';
  return {
    field,
    fieldtype: own('fieldtype') === 'custom' ? 'custom' : 'jira',
    fieldId: own('fieldId') ?? FIELD_IDS[field] ?? '',
    from: own('from'),
    fromString: own('fromString'),
    to: own('to'),
    toString: own('toString'),
  };
});
const history = z.object({ id: id.nullish(), author: user.nullish(), created: instant, items: z.array(historyItem) });

const fields = z.looseObject({
  summary: z.string(),
  issuetype: option.extend({ description: z.string().nullish(), subtask: z.boolean().nullish() }),
  status,
  created: instant,
  updated: instant.nullish(),
  project: z.object({ id: id.nullish(), key: z.string().nullish(), name: z.string().nullish() }).nullish(),
  description: z.unknown().optional(),
  priority: option.nullish(),
  resolution: option.nullish(),
  resolutiondate: instant.nullish(),
  duedate: day.nullish(),
  assignee: user.nullish(),
  reporter: user.nullish(),
  creator: user.nullish(),
  labels: z.array(z.string()).nullish(),
  components: z.array(option).nullish(),
  fixVersions: z.array(version).nullish(),
  versions: z.array(version).nullish(),
  security: option.extend({ description: z.string().nullish() }).nullish(),
  issuelinks: z.array(link).nullish(),
  comment: z.object({ comments: z.array(comment) }).nullish(),
  parent: z.unknown().optional(),
});

/** One issue as REST search gives it with `expand=changelog`; what is not named here is passed over. */
export const exportedIssue = z.object({
  id: id.nullish(),
  key: z.string().regex(/^[A-Za-z][A-Za-z0-9_]*-\d+$/, 'is not an issue key such as SHOP-12'),
  fields,
  changelog: z.object({ total: z.number().nullish(), histories: z.array(history) }).nullish(),
});

export type ExportedIssue = z.output<typeof exportedIssue>;
export type ExportedUser = z.output<typeof user>;
export type ExportedVersion = z.output<typeof version>;
export type ExportedOption = z.output<typeof option>;
