import type { Happening, Occurrence } from '../occurrence';
import { plain } from '../plain';

export const deliveryEvents = { 'delivery-unusable': 'deliveries could not be used' } as const;

export interface UnusableFacts {
  /** Name of the source as the admin called it. */
  readonly source: string;
  readonly because: string;
}

/** What a pipeline sent could not be used. It belongs to no release, so only rules for everything hear of it. @param issueId where to tell it */
export function deliveryUnusable(
  { id, at, projectId }: Happening,
  { source, because }: UnusableFacts,
  issueId: string | null,
): Occurrence<keyof typeof deliveryEvents> {
  const sentence = `What ${plain(source, 100)} sent could not be used: ${plain(because, 160)}`;
  return { id, at, projectId, event: 'delivery-unusable', severity: null, issueId, releases: [], sentence };
}
