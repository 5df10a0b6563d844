import { z } from 'zod';
import type { Instant } from '../../kernel/instant';
import { integer, select } from '../../platform/database';
import { toldBuilds } from './told';
import type { ToldBuild } from './told';

const sizeRow = z.object({ at: z.string(), size: integer });
type BuildSize = z.output<typeof sizeRow>;

/** A part of the builds: those of a time, and how many they are. */
interface BuildPage {
  readonly since: Instant;
  readonly until: Instant;
  readonly builds: number;
}

/** Bytes of bodies in an answer: as text in JSON they become longer, and Forge SQL has 4 MiB for it. */
const bytesPerPage = 2_500_000;
/** With all that is beside a body a row has a few hundred bytes more. */
const buildsPerPage = 1000;

/**
 * Builds since a moment, the newest `most` of them, newest first. A build holds up to 2,000 commits, and most hold a few: so their sizes are
 * asked for first, and all pages are asked for at once.
 */
export async function toldBuildsSince(projectId: string, since: Instant, most: number): Promise<ToldBuild[]> {
  const query = `SELECT at, LENGTH(body) AS size FROM facts WHERE project_id = ? AND kind = 'build' AND at >= ? ORDER BY at DESC LIMIT ${most}`;
  const pages = pagesOf(await select(sizeRow, query, [projectId, since]));
  const read = await Promise.all(pages.map(({ builds, ...time }) => toldBuilds(projectId, time, builds)));
  return [...new Map(read.flat().map((build) => [JSON.stringify([build.service, build.build]), build])).values()];
}

/** @param sizes newest first; builds of one moment stay together */
export function pagesOf(sizes: readonly BuildSize[]): BuildPage[] {
  const pages: (BuildPage & { readonly bytes: number })[] = [];
  for (const { at, size } of sizes) {
    const page = pages.at(-1);
    const fits = page !== undefined && page.bytes + size <= bytesPerPage && page.builds < buildsPerPage;
    if (page !== undefined && (fits || page.since === at))
      pages[pages.length - 1] = { ...page, since: at, builds: page.builds + 1, bytes: page.bytes + size };
    else pages.push({ since: at, until: at, builds: 1, bytes: size });
  }
  return pages.map(({ since, until, builds }) => ({ since, until, builds }));
}
