import { z } from 'zod';
import { scopeUnitSchema } from './scope';

const termSchema = z.object({
  name: z.enum(['gates', 'targets', 'forecast', 'aging', 'validated']),
  title: z.string(),
  /** Whole numbers; `points` of all parts add up to the score. */
  points: z.number(),
  weight: z.number(),
  /** False where the evidence is missing of all releases: such a part gives nothing. */
  known: z.boolean(),
  sentence: z.string(),
});

/** How ready a train is, 0 to 100: the mean of what its releases have of each part. */
const trainScoreSchema = z.object({
  score: z.number(),
  /** Points that nobody can give for lack of evidence. */
  unknown: z.number(),
  terms: z.array(termSchema),
});
export type TrainScoreView = z.infer<typeof trainScoreSchema>;

/** By when all blockers of all releases of a train are closed. Chances are 0 to 1. */
const trainForecastSchema = z.object({
  state: z.enum(['forecast', 'refused', 'none']),
  sentence: z.string(),
  /** Blockers of all of them, each once. */
  blockers: z.number(),
  /** Releases that are not in it. */
  untold: z.number(),
  /** Empty where nothing blocks any of them now. */
  dates: z.array(z.object({ chance: z.number(), day: z.string().nullable() })),
  /** The earliest freeze and the earliest release date ahead, the earlier first, with whose they are. */
  marks: z.array(z.object({ what: z.enum(['freeze', 'release']), day: z.string(), release: z.string(), chance: z.number() })),
  releases: z.array(
    z.object({
      name: z.string(),
      blockers: z.number(),
      /** By when it alone is done with a chance of 85 in 100; null where that is too far away. */
      likely: z.string().nullable(),
      /** In which share of the runs it is the last one. */
      last: z.number(),
    }),
  ),
  restsOn: z.array(z.string()),
});
export type TrainForecastView = z.infer<typeof trainForecastSchema>;

const trainScopeRow = z.object({
  name: z.string(),
  versionId: z.string(),
  projectKey: z.string(),
  unit: scopeUnitSchema,
  /** What it comes to. */
  sentence: z.string(),
  planned: z.number(),
  /** Null where nobody can say. */
  capacity: z.number().nullable(),
  excess: z.number(),
  budget: z.object({ size: z.number(), left: z.number(), over: z.number() }).nullable(),
});
export type TrainScopeRow = z.infer<typeof trainScopeRow>;

/** What the releases of a train hold against what can be finished by their dates. */
export const trainScopeSchema = z.object({
  sentence: z.string(),
  rows: z.array(trainScopeRow),
  /** Sums of what is counted in the same unit. */
  sums: z.array(
    z.object({
      ...{ unit: scopeUnitSchema, releases: z.number(), planned: z.number(), capacity: z.number().nullable() },
      ...{ excess: z.number(), budget: z.number().nullable(), left: z.number().nullable(), over: z.number() },
    }),
  ),
  /** Releases that are not in it: the viewer may not see them, or there are too many. */
  untold: z.number(),
});
export type TrainScopeView = z.infer<typeof trainScopeSchema>;

export const trainOutlookSchema = z.object({ score: trainScoreSchema, forecast: trainForecastSchema });
