import { z } from 'zod';

const figureSchema = z.object({
  ratio: z.number(),
  reference: z.number().exactOptional(),
  /** Left out for times. */
  unit: z.string().exactOptional(),
});

/** A cost in terms of a reference: a plain way to do the same, run beside it, or a limit that stays the same everywhere. */
export type Figure = z.infer<typeof figureSchema>;

export const recordedSchema = z.object({
  /** Milliseconds of a fixed piece of work on that machine, see `yardstick.ts`. */
  yardstick: z.number().positive(),
  /** By name and size. */
  figures: z.record(z.string(), figureSchema),
});
export type Recorded = z.infer<typeof recordedSchema>;

/** A ratio that grew by more than this says that something got slower, whatever the machine does meanwhile. */
export const mostGrowth = 1.5;

const line = figureSchema.extend({
  ...{ name: z.string(), n: z.number().optional(), part: z.string().optional() },
  ...{ p50: z.number().optional(), p95: z.number().optional(), limit: z.number().optional() },
});
/** A figure as a benchmark prints it. */
export type Line = z.infer<typeof line>;

/** The figures among the lines that benchmarks print. */
export function linesIn(output: string): Line[] {
  return output.split('\n').flatMap((text) => (text.startsWith('{') ? (line.safeParse(parsed(text)).data ?? []) : []));
}

/** The figures among the lines that benchmarks print, by name and size; of one that comes twice the last. */
export function figuresIn(output: string): Recorded['figures'] {
  const figures: Record<string, Figure> = {};
  for (const { name, n, part, ratio, reference, unit } of linesIn(output)) {
    figures[[name, part, n].filter((word) => word !== undefined).join(' ')] = {
      ratio,
      ...(reference === undefined ? {} : { reference }),
      ...(unit === 'KB' ? { unit } : {}),
    };
  }
  return figures;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export interface Comparison {
  /** Figures beyond what is allowed, each as a sentence. */
  readonly slower: readonly string[];
  /** Figures that nobody recorded yet. */
  readonly unknown: readonly string[];
}

/**
 * What was measured against what was recorded; what was not measured this time does not count. Where the reference is a limit, which no
 * machine changes, the yardstick says how much slower this machine is; but for sizes, which are the same everywhere.
 */
export function compare(measured: Recorded, recorded: Recorded): Comparison {
  const words = (value: number) => String(Number(value.toPrecision(3)));
  const slower = Object.entries(measured.figures).flatMap(([name, { ratio, reference, unit }]) => {
    const before = recorded.figures[name];
    if (before === undefined) return [];
    const isLimit = unit !== 'KB' && reference !== undefined && reference === before.reference;
    const growth = ratio / before.ratio / (isLimit ? measured.yardstick / recorded.yardstick : 1);
    if (growth <= mostGrowth) return [];
    return [`${name}: ${words(ratio)} times its reference, recorded were ${words(before.ratio)} (${words(growth)} x)`];
  });
  return { slower, unknown: Object.keys(measured.figures).filter((name) => recorded.figures[name] === undefined) };
}
