import { publishedVerdictSchema, type PublishedStage } from '../../../../src/contracts/published-verdict';
import type { StageSummary } from '../../../../src/contracts/screen';

/** What the panel can still say of a release when Holdpoint does not answer. */
export interface PublishedRelease {
  readonly versionId: string;
  readonly name: string;
  /** Until when the verdict may be relied on; null where none could be read. */
  readonly until: string | null;
  readonly stages: readonly StageSummary[];
}

function toSummary(key: string, stage: PublishedStage): StageSummary {
  return {
    stage: { key, name: key.charAt(0).toUpperCase() + key.slice(1).replaceAll('-', ' ') },
    ...{ mode: stage.mode, state: stage.state, sentence: stage.sentence, at: stage.at, until: stage.until, staleSince: null },
  };
}

/**
 * Reads one published verdict. A property that is missing, malformed or of another version says nothing: no stage is then shown as open.
 * @param property the value of the project property as Jira returned it
 */
export function publishedRelease(version: { readonly id: string; readonly name: string }, property: unknown): PublishedRelease {
  const read = publishedVerdictSchema.safeParse(property);
  if (!read.success || read.data.version !== version.id) {
    return { versionId: version.id, name: version.name, until: null, stages: [] };
  }
  const stages = Object.entries(read.data.stages).map(([key, stage]) => toSummary(key, stage));
  return { versionId: version.id, name: version.name, until: read.data.until, stages };
}
