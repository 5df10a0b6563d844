import { z } from 'zod';
import { projectSchema, storeStateSchema } from './screen';

/** The health card on the settings page: whether Holdpoint can be relied on, and what to do where not. */
export const healthStateSchema = z.enum(['good', 'attention', 'bad']);

/** One thing that is watched. */
export const signalSchema = z.object({
  id: z.enum(['events', 'queue', 'reconciliation', 'count', 'repairs', 'points', 'expressions', 'rules', 'reading']),
  title: z.string(),
  state: healthStateSchema,
  /** What was found, with its figure: "The oldest of 14 changes has waited for 3 minutes." */
  sentence: z.string(),
  /** What to do about it; null where all is well. */
  action: z.string().nullable(),
});
export type Signal = z.infer<typeof signalSchema>;

/** The three locks on a transition: the condition, the validator on the published verdict, the validator that decides. */
export const lockSchema = z.enum(['condition', 'published', 'decided']);
export type Lock = z.infer<typeof lockSchema>;

/** A transition of the workflow that a project's release tickets follow. */
export const guardedTransitionSchema = z.object({
  workflow: z.string(),
  transition: z.string(),
  /** Status that it leads to. */
  to: z.string(),
  /** Stage that its rules guard; null where none is picked, or there are no rules. */
  stage: z.string().nullable(),
  locks: z.array(lockSchema),
});
export type GuardedTransition = z.infer<typeof guardedTransitionSchema>;

/** Is the gate attached? Which transitions of release tickets carry Holdpoint's rules. */
export const attachmentSchema = z.object({
  /** `attached`: every gated stage has a transition with all three locks; `partly`; `missing`; `unknown`: not looked at yet, or not allowed to. */
  state: z.enum(['attached', 'partly', 'missing', 'unknown']),
  sentence: z.string(),
  checkedAt: z.string().nullable(),
  transitions: z.array(guardedTransitionSchema),
  /** Names of gated stages that no transition guards. */
  unguarded: z.array(z.string()),
});

/** Who may decide what in a project: people with Holdpoint's own permission, or project admins until somebody grants it. */
export const authoritySchema = z.object({
  permission: z.enum(['override-gates', 'lift-holds', 'approve-deferrals']),
  title: z.string(),
  granted: z.boolean(),
});

export const projectHealthSchema = z.object({
  project: projectSchema,
  store: storeStateSchema,
  state: healthStateSchema,
  signals: z.array(signalSchema),
  attachment: attachmentSchema,
  authority: z.array(authoritySchema),
});
export type ProjectHealth = z.infer<typeof projectHealthSchema>;

export const healthViewSchema = z.object({
  now: z.string(),
  state: healthStateSchema,
  /** The verdict in words: "Holdpoint can be relied on." */
  sentence: z.string(),
  /** What concerns the whole site: points and failed expressions. */
  signals: z.array(signalSchema),
  projects: z.array(projectHealthSchema),
});
export type HealthView = z.infer<typeof healthViewSchema>;
