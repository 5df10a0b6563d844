import { z } from 'zod';
import { lockSchema } from './health';
import { jiraIdSchema } from './project';
import { stageKeySchema } from './screen';

/** The guided set-up of workflows on the settings page: which transitions are gated, and putting Holdpoint's rules on or off. */
const lineSchema = z.object({
  transition: z.string(),
  /** Status that it leads to. */
  to: z.string(),
  /** Both go on after the name of the transition: "is hidden while ...". */
  now: z.string(),
  then: z.string(),
});

/** What a transition can ask of a defect: an approved deferral, no frozen release, what the transition map says. */
const defectCheckSchema = z.enum(['deferral', 'freeze', 'map']);
export type DefectCheck = z.infer<typeof defectCheckSchema>;

const setupTransitionSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** Where it starts and where it leads: "In staging", "any status"; null where it creates the issue. */
  from: z.string().nullable(),
  to: z.string(),
  /** What it does now: "is not guarded". */
  words: z.string(),
  locks: z.array(lockSchema),
  /** Stage that it guards; null for none, and where it guards more than one. */
  stage: z.string().nullable(),
  hide: z.boolean(),
  deferral: z.boolean(),
  freeze: z.boolean(),
  map: z.boolean(),
  /** Its rules cannot be told by a stage: damaged ones, or of more than one stage. Choosing anew puts them in order. */
  isOdd: z.boolean(),
  /** Which choices make sense for who follows the workflow. */
  offersGate: z.boolean(),
  offersChecks: z.array(defectCheckSchema),
  suggested: z.object({ stage: z.string().nullable(), checks: z.array(defectCheckSchema), because: z.string() }).nullable(),
});
export type SetupTransitionView = z.infer<typeof setupTransitionSchema>;

const setupWorkflowSchema = z.object({
  id: z.string(),
  name: z.string(),
  version: z.number(),
  /** Who follows it, as a sentence. */
  uses: z.string(),
  /** Which other projects a change would reach, as a sentence; null where there is none. */
  shared: z.string().nullable(),
  /** Why it cannot be changed; null where it can. */
  obstacle: z.string().nullable(),
  transitions: z.array(setupTransitionSchema),
  /** The last change that was made from here. */
  last: z
    .object({
      id: z.string(),
      at: z.string(),
      /** Account id; null where nobody stands behind the pseudonym any more. */
      who: z.string().nullable(),
      isUndone: z.boolean(),
      lines: z.array(lineSchema),
    })
    .nullable(),
});
export type SetupWorkflowView = z.infer<typeof setupWorkflowSchema>;

const namedSchema = z.object({ id: z.string(), key: z.string(), name: z.string() });
const workflowSetupViewSchema = z.object({
  now: z.string(),
  projects: z.array(namedSchema),
  /** Whose workflows are shown; null where Holdpoint sees no project. */
  project: namedSchema.nullable(),
  stages: z.array(z.object({ key: z.string(), name: z.string() })),
  /** What is missing before anything can be guarded, as a sentence. */
  lack: z.string().nullable(),
  workflows: z.array(setupWorkflowSchema),
});
export type WorkflowSetupView = z.infer<typeof workflowSetupViewSchema>;

const idSchema = z.string().min(1).max(255);
const wishSchema = z.object({
  workflowId: idSchema,
  /** Version of the workflow that the admin looked at. */
  seen: z.number().int().min(0),
  wishes: z
    .array(
      z.object({
        transitionId: idSchema,
        stage: stageKeySchema.nullable(),
        hide: z.boolean(),
        deferral: z.boolean(),
        freeze: z.boolean(),
        map: z.boolean(),
      }),
    )
    .min(1)
    .max(200),
});
const refusedSchema = z.object({
  kind: z.literal('refused'),
  message: z.string(),
  /** Jira's own words. */
  said: z.array(z.string()),
});
const changedSchema = z.discriminatedUnion('kind', [z.object({ kind: z.literal('done'), sentence: z.string() }), refusedSchema]);

export const workflowSetupCalls = {
  workflowSetup: { request: z.object({ projectId: jiraIdSchema.nullable() }), view: workflowSetupViewSchema },
  previewWorkflow: {
    request: wishSchema,
    view: z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('change'),
        lines: z.array(lineSchema),
        /** What is worth a second look, as sentences. */
        notes: z.array(z.string()),
        /** What Jira has against it; an error keeps it from being done. */
        said: z.array(z.object({ level: z.enum(['WARNING', 'ERROR']), message: z.string() })),
      }),
      z.object({ kind: z.literal('nothing') }),
      refusedSchema,
    ]),
  },
  changeWorkflow: { request: wishSchema, view: changedSchema },
  undoWorkflow: { request: z.object({ changeId: z.string().min(1).max(60) }), view: changedSchema },
} as const;
