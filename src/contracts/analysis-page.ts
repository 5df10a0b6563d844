import { z } from 'zod';
import { mostChartDefects } from './chart-defects';
import { repairMeasureSchema, repairViewSchema } from './repair';
import { projectSchema } from './screen';

/** The page that `holdpoint analyse --html` writes: what its own parts ask it for. Flow and Aging ask it as they ask the app. */
export const analysisParts = ['backlog', 'aging', 'repair', 'flow'] as const;
export type AnalysisPart = (typeof analysisParts)[number];

/** In place of a severity: all issues. */
export const anySeverity = 'all';
const groupKeySchema = z.enum([anySeverity, 'S1', 'S2', 'S3', 'S4', 'none']);
export type AnalysisGroup = z.infer<typeof groupKeySchema>;

const overviewSchema = z.object({
  /** The files, the moment, and the first one that the export tells of. */
  title: z.string(),
  at: z.string(),
  since: z.string(),
  project: projectSchema,
  issues: z.number(),
  open: z.number(),
  /** What each part comes to, the one that matters most first; a part that cannot be drawn says why. */
  verdicts: z.array(z.object({ part: z.enum(analysisParts), sentence: z.string(), isDrawn: z.boolean() })),
  /** What to look at first, and why; null where nothing is open. */
  first: z.object({ key: z.string(), because: z.string() }).nullable(),
  /** How the severities of the charts were made: S1 and what the export calls it. Empty where it has none. */
  severities: z.array(z.object({ severity: z.string(), names: z.string() })),
  severityNote: z.string(),
  /** What no export tells, or this one does not. */
  unknown: z.array(z.object({ what: z.string(), why: z.string() })),
  /** What the figures depend on. */
  notes: z.array(z.string()),
});
export type AnalysisOverview = z.infer<typeof overviewSchema>;

export const backlogRanges = ['90', '180', '365', 'all'] as const;
export type BacklogRange = (typeof backlogRanges)[number];

const backlogSchema = z.object({
  project: projectSchema,
  sentence: z.string(),
  /** Days of a period; the first one may be shorter. */
  days: z.number(),
  /** The oldest first; days since 1970. */
  periods: z.array(
    z.object({ first: z.number(), last: z.number(), arrived: z.number(), resolved: z.number(), open: z.number() }),
  ),
});
export type BacklogView = z.infer<typeof backlogSchema>;
export type BacklogPeriod = BacklogView['periods'][number];

const timesSchema = z.object({
  project: projectSchema,
  at: z.string(),
  sentence: z.string(),
  /** All issues, then each severity that is there, worst first. */
  groups: z.array(
    z.object({
      key: groupKeySchema,
      name: z.string(),
      count: z.number(),
      /** From the creation to the end, open ones included; and to the first change of the status. */
      repair: repairMeasureSchema,
      firstMove: repairMeasureSchema,
      /** Days within which so many of 100 resolved ones were; null where none is. */
      p85: z.number().nullable(),
      p95: z.number().nullable(),
    }),
  ),
  /** Those that are compared, as the screen of the app draws them. */
  one: groupKeySchema,
  other: groupKeySchema,
  curves: repairViewSchema.shape.groups,
  comparison: z.string().nullable(),
});
export type AnalysisTimes = z.infer<typeof timesSchema>;

const listSchema = z.object({ ids: z.array(z.string()).max(mostChartDefects), total: z.number() });
const daySchema = z.int().min(0).max(100_000);

export const analysisCalls = {
  overview: { request: z.object({}), view: overviewSchema },
  backlog: { request: z.object({ range: z.enum(backlogRanges) }), view: backlogSchema },
  /** What came or went in these days, or was open at the end of the last of them. */
  backlogIssues: {
    request: z.object({ first: daySchema, last: daySchema, part: z.enum(['arrived', 'resolved', 'open']) }),
    view: listSchema,
  },
  times: { request: z.object({ one: groupKeySchema, other: groupKeySchema }), view: timesSchema },
  timesIssues: { request: z.object({ group: groupKeySchema, part: z.enum(['resolved', 'open']) }), view: listSchema },
} as const;

export type AnalysisCall = keyof typeof analysisCalls;
export type AnalysisRequest<Name extends AnalysisCall> = z.input<(typeof analysisCalls)[Name]['request']>;
export type AnalysisView<Name extends AnalysisCall> = z.output<(typeof analysisCalls)[Name]['view']>;
export type IssueList = z.infer<typeof listSchema>;
