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
  /** Reads a project from the start. */
  readProject(projectId: string): Promise<void>;
  /** Pauses the reading of a project, or lets it go on. */
  pauseReading(projectId: string, paused: boolean): Promise<void>;
  /** Looks whether the gates of a project are attached to its workflows, unless somebody looked a moment ago. */
  checkAttachment(projectId: string, now: Instant): Promise<JiraOutcome<null>>;
}
