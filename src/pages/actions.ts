import type { Instant } from '../kernel/instant';
import type { VerdictState } from '../kernel/verdict';
import type { JiraOutcome } from '../platform/jira';
import type { Settings } from '../settings';

/** What screens set going that more than one area takes part in: flows, handed in by src/index.ts. */
export interface Actions {
  refreshNow(projectId: string): Promise<JiraOutcome<Instant>>;
  previewSettings(
    settings: Settings,
    now: Instant,
  ): Promise<{
    changes: { projectKey: string; version: string; stage: string; from: VerdictState; to: VerdictState; because: string }[];
    judged: number;
  }>;
  saveSettings(save: {
    settings: Settings;
    revision: number;
    accountId: string;
    now: Instant;
  }): Promise<{ kind: 'saved'; revision: number } | { kind: 'conflict'; revision: number }>;
  currentRevision(): Promise<number>;
}
