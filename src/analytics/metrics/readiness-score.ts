/** The parts of the readiness score, in the order in which they are shown. */
export const readinessTerms = ['gates', 'targets', 'forecast', 'aging', 'validated'] as const;
export type ReadinessTerm = (typeof readinessTerms)[number];

/** Points that each part can give; 100 together. */
export const readinessWeights: Readonly<Record<ReadinessTerm, number>> = {
  gates: 40,
  targets: 20,
  forecast: 20,
  aging: 10,
  validated: 10,
};

/** So many of so many are as they should be. */
export interface Share {
  readonly good: number;
  readonly all: number;
}

/** What is known of each part; null where the evidence is missing. Where there is nothing to be late, aged or validated, all is as it should be. */
export type ReadinessFacts = Readonly<Record<ReadinessTerm, Share | null>>;

export interface ReadinessScore {
  /** 0 to 100. */
  readonly score: number;
  readonly points: Readonly<Record<ReadinessTerm, number>>;
  /** Points that nobody can give for lack of evidence. */
  readonly unknown: number;
}

/**
 * Readiness score: how much of what a release still needs is there, 0 to 100. Each part gives its weight times the share of what is as it
 * should be: conditions of gates that are met, open defects within their resolution target, the chance that the blockers are closed by the
 * release date, open defects younger than the project's own p85 of their severity, defects validated where the release is deployed. A part
 * whose evidence is missing gives nothing, so that knowing less is never worth more.
 *
 * The sum is rounded down, so that 100 means that nothing is missing, and the parts are rounded by largest remainder (Hamilton's method), so
 * that they add up to the number shown; of equal remainders the earlier part is rounded up. It decides nothing: gates do.
 */
export function readinessScore(facts: ReadinessFacts): ReadinessScore {
  const exact = readinessTerms.map((name) => ({ name, value: shareOf(facts[name]) * readinessWeights[name] }));
  // What is a whole number but for the arithmetic is one.
  const whole = (value: number): number => Math.floor(value + 1e-9);
  const score = whole(exact.reduce((sum, { value }) => sum + value, 0));
  const points = { gates: 0, targets: 0, forecast: 0, aging: 0, validated: 0 };
  for (const { name, value } of exact) points[name] = whole(value);
  const left = score - readinessTerms.reduce((sum, name) => sum + points[name], 0);
  const byRemainder = exact.map(({ name, value }) => ({ name, remainder: value - whole(value) }));
  byRemainder.sort((a, b) => b.remainder - a.remainder);
  for (const { name } of byRemainder.slice(0, left)) points[name] += 1;
  const unknown = readinessTerms.reduce((sum, name) => sum + (facts[name] === null ? readinessWeights[name] : 0), 0);
  return { score, points, unknown };
}

function shareOf(share: Share | null): number {
  if (share === null) return 0;
  return share.all <= 0 ? 1 : Math.min(1, Math.max(0, share.good / share.all));
}
