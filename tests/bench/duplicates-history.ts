import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { documentOf, MemoryIndex } from '../../src/triage/duplicates';
import { rankWithSigns } from '../../src/triage/duplicates/rank';
import type { Judged } from '../../src/triage/duplicates/rank';

const report = z.object({
  id: z.string(),
  created: z.string(),
  title: z.string(),
  description: z.string().nullish(),
  component: z.string().nullish(),
  group: z.string().nullish(),
});
export type Report = z.output<typeof report>;

/** Of new reports, those that have no earlier duplicate: claims are weighed so that they are as in most trackers. */
export const uniqueShare = 0.95;
/** Documents that wait outside the postings, as in the app. */
const mostRecent = 256;

/** What was answered when a report came. */
export interface Answered extends Judged {
  /** Whether a report is of its group; null where it has no earlier duplicate. */
  readonly isDuplicate: ((id: string) => boolean) | null;
  /** What would have been answered had those of its group not come before; null for one that has no earlier duplicate. */
  readonly without: Judged | null;
  /** Milliseconds of computing, of the first answer alone. */
  readonly ms: number;
}

/** Reports of a tracker's history, oldest first: one JSON object a line, gz or plain. @throws where a line is no report */
export function reportsOf(file: string): Report[] {
  if (!existsSync(file)) throw new Error(`There is no file ${file}.`);
  const bytes = readFileSync(file);
  const text = (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8');
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => report.parse(JSON.parse(line))).sort((a, b) => Date.parse(a.created) - Date.parse(b.created));
}

/** Asks about each report with those that came before it. @param alsoWithout asks about duplicates a second time, without their group */
export function askAll(reports: readonly Report[], alsoWithout = false): Answered[] {
  const index = new MemoryIndex();
  const groups = new Map<string, string>();
  const members = new Map<string, Set<string>>();
  return reports.map((one) => {
    const at = new Date(one.created).toISOString();
    const group = one.group ?? '';
    const known = group === '' ? undefined : members.get(group);
    const started = process.cpuUsage();
    const document = documentOf({ title: one.title, description: one.description ?? '', component: one.component ?? null });
    const judged = rankWithSigns({ document, at, limit: 50 }, index);
    const used = process.cpuUsage(started);
    const without = alsoWithout && known !== undefined ? rankWithSigns({ document, at, exclude: known, limit: 1 }, index) : null;
    index.put(one.id, at, document);
    if (index.recent.length >= mostRecent) index.compact();
    groups.set(one.id, group);
    members.set(group, (members.get(group) ?? new Set()).add(one.id));
    const isDuplicate = known === undefined ? null : (id: string) => groups.get(id) === group;
    return { ...judged, isDuplicate, without, ms: (used.user + used.system) / 1_000 };
  });
}
