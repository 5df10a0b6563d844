import type { Instant } from '../kernel/instant';
import type { VerdictState } from '../kernel/verdict';
import type { JiraOutcome } from '../platform/jira';
import type { SourceSecretView } from '../contracts/sources';
import type { SourceKind } from '../ingest';
import type { Settings } from '../settings';
import type { Viewer } from './viewer';

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
  createSource(wanted: { name: string; kind: SourceKind; projectId: string | null }, acting: Viewer): Promise<SourceSecretView>;
  rotateSource(id: string, overlapHours: number, acting: Viewer): Promise<SourceSecretView>;
  /** @returns false where there is none */
  revokeSource(id: string, acting: Viewer): Promise<boolean>;
  /** The address to enter at GitHub or GitLab. */
  webhookAddress(source: { kind: SourceKind; id: string }): Promise<string | null>;
}
