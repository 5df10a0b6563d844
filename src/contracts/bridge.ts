import { z } from 'zod';
import { panelRequestSchema, panelViewSchema } from './panel';
import { readinessRequestSchema, readinessViewSchema } from './readiness';
import { releasesRequestSchema, releasesViewSchema } from './releases';
import { previewRequestSchema, previewViewSchema, saveRequestSchema, saveViewSchema, settingsViewSchema } from './settings';

const projectRequestSchema = z.object({ projectId: z.string().regex(/^\d{1,18}$/) });

/** Names for the pickers of the rule and field pages. */
const choicesViewSchema = z.object({ choices: z.array(z.object({ value: z.string(), label: z.string() })) });

/**
 * Every call of a screen: its name in `invoke(name, payload)`, what it sends, and the view it gets inside an `Answer`.
 * `revision` is the cheap call that open screens repeat every few seconds: when its text changes, they read again.
 */
export const bridgeCalls = {
  releases: { request: releasesRequestSchema, view: releasesViewSchema },
  readiness: { request: readinessRequestSchema, view: readinessViewSchema },
  panel: { request: panelRequestSchema, view: panelViewSchema },
  revision: { request: projectRequestSchema, view: z.object({ revision: z.string() }) },
  /** Reads what changed in Jira since the last read, now, and stamps the verdicts of the project anew. */
  refresh: { request: projectRequestSchema, view: z.object({ upTo: z.string() }) },
  settings: { request: z.object({}), view: settingsViewSchema },
  previewSettings: { request: previewRequestSchema, view: previewViewSchema },
  saveSettings: { request: saveRequestSchema, view: saveViewSchema },
  /** Stages that have a gate, for a workflow rule's page. */
  stageChoices: { request: z.object({}), view: choicesViewSchema },
  /** Values of one of Holdpoint's custom fields by its module key. */
  fieldChoices: {
    request: z.object({ field: z.enum(['defect-severity', 'customer-tier', 'workaround', 'detected-in']) }),
    view: choicesViewSchema,
  },
} as const;

export type BridgeCall = keyof typeof bridgeCalls;
export type BridgeRequest<Call extends BridgeCall> = z.infer<(typeof bridgeCalls)[Call]['request']>;
export type BridgeView<Call extends BridgeCall> = z.infer<(typeof bridgeCalls)[Call]['view']>;
