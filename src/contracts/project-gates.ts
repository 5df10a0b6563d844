import { z } from 'zod';
import { delegations, gateRowSchema } from './gate-settings';

import { freezePolicySchema } from './freeze-settings';
import { projectRequestSchema } from './project';
import { gateWarningSchema, previewViewSchema, saveViewSchema, settingsSchema } from './settings';

const rows = z.array(gateRowSchema).max(400, 'At most 400 rows.');

/** The gates of one project: what of them all projects have, and what it has of its own. */
const viewSchema = z.object({
  project: z.object({ id: z.string(), key: z.string(), name: z.string() }),
  stages: settingsSchema.shape.stages,
  tiers: settingsSchema.shape.tiers,
  /** What freezes mean: some rules rest on it. */
  freezes: freezePolicySchema,
  /** The rows that apply to the project, and those of all projects. */
  rows: z.array(gateRowSchema),
  site: z.array(gateRowSchema),
  delegated: z.enum(delegations),
  /** What the viewer may change. */
  may: z.enum(delegations),
  /** Whether the viewer administers the project, or Jira: then `delegated` concerns the viewer. */
  administers: z.boolean(),
  /** About the gates of the project, by the place among its rows. */
  warnings: z.array(gateWarningSchema),
  revision: z.number(),
});
export type ProjectGatesView = z.infer<typeof viewSchema>;

export const projectGatesCalls = {
  projectGates: { request: projectRequestSchema, view: viewSchema },
  /** What rows would hold and open in the project, and in no other; for who may change them. */
  previewProjectGates: { request: projectRequestSchema.extend({ rows: z.unknown() }), view: previewViewSchema },
  /** `rows` are all that shall apply: of them those that all projects have stay theirs. */
  saveProjectGates: {
    request: projectRequestSchema.extend({ rows: z.unknown(), revision: z.number().int().min(0) }),
    view: saveViewSchema,
  },
  /** Names of the roles of the project, one of which confirms a check; for who may change its gates. */
  projectRoleChoices: { request: projectRequestSchema, view: z.object({ roles: z.array(z.string()) }) },
} as const;

/** The rows that somebody wants, from outside. */
export const wantedRowsSchema = rows;
