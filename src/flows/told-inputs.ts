import { toldKinds } from '../gates';
import type { Evidence, EvidenceKind } from '../gates';
import type { Json } from '../kernel/json';

/** Builds that are named; of more only their number is kept. */
const mostNamed = 20;
const kinds: readonly EvidenceKind[] = [...toldKinds, 'fixes', 'troubles'];

/** What pipelines told that a verdict rests on, small enough for the ledger: how much of each kind, how new, and which builds. */
export function toldInputs(evidence: Evidence): Record<string, Json> {
  const told = kinds.flatMap((kind): [string, Json][] => {
    const piece = evidence[kind];
    if (piece === undefined) return [];
    if (piece.kind === 'missing') return [[kind, { missing: piece.because }]];
    return [[kind, { count: countOf(piece.facts), ...(piece.at === undefined ? {} : { at: piece.at }) }]];
  });
  return { ...Object.fromEntries(told), ...details(evidence) };
}

function countOf(facts: unknown): number {
  return Array.isArray(facts) ? facts.length : 0;
}

function details({ builds, fixes, deployments, troubles }: Evidence): Record<string, Json> {
  return {
    ...(builds?.kind === 'known' ? { buildsNamed: builds.facts.slice(0, mostNamed).map(buildLine) } : {}),
    ...(fixes?.kind === 'known' ? { verifiedFixes: countIn(fixes.facts.flatMap(({ verifiedIn }) => verifiedIn)) } : {}),
    ...(deployments?.kind === 'known'
      ? {
          live: deployments.facts
            .filter(({ live }) => live)
            .slice(0, mostNamed)
            .map(({ stage, service, version, build, at }) => ({ stage, service, version, build, at })),
        }
      : {}),
    ...(troubles?.kind === 'known'
      ? {
          lastTrouble:
            troubles.facts
              .map(({ at }) => at)
              .sort()
              .at(-1) ?? null,
        }
      : {}),
  };
}

function buildLine({
  service,
  build,
  at,
  changes,
  migrations,
}: {
  service: string;
  build: string;
  at: string;
  changes: number;
  migrations: string | null;
}) {
  return { service, build, at, changes, migrations };
}

/** How many by key of stage. */
function countIn(stages: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const stage of stages) counts.set(stage, (counts.get(stage) ?? 0) + 1);
  return Object.fromEntries(counts);
}
