import type { Evidence, EvidenceKind, Facts, Piece } from '../gates';
import type { Json } from '../kernel/json';

type Told<Kind extends EvidenceKind> = (facts: Facts[Kind]) => Json;

/**
 * What a verdict rests on that looks at what was, small enough for the ledger and without a defect's name: with the rows and the defects
 * beside it, whoever reads the entry can judge again.
 */
export function historyInputs(evidence: Evidence): Record<string, Json> {
  return {
    ...told('aging', evidence.aging, (references) => ({ ...each(references) })),
    ...told('escapes', evidence.escapes, (escapes) =>
      escapes === null
        ? null
        : {
            ...{ release: escapes.versionName, daysSince: escapes.daysSince, analysis: escapes.analysis },
            ...Object.fromEntries(
              Object.entries(escapes.rates).map(([days, { found, escaped, counts }]) => [
                days,
                { found, escaped, late: counts.late },
              ]),
            ),
          },
    ),
    ...told('lastRelease', evidence.lastRelease, (last) => (last === null ? null : { ...last, open: { ...last.open } })),
    ...told('deferrals', evidence.deferrals, (deferrals) => countsOf([...deferrals.values()].map(({ state }) => state))),
    ...told('freeze', evidence.freeze, (freeze) =>
      freeze === null ? null : { day: freeze.day, entered: countsOf(freeze.entered.map(({ severity }) => severity ?? 'none')) },
    ),
    ...told('passage', evidence.passage, ({ tickets, guarded, passed }) => ({ tickets, guarded, passed })),
    ...told('checks', evidence.checks, ({ checks }) => checks.map(({ stage, name, said }) => ({ stage, name, ...said }))),
    ...told('trains', evidence.trains, ({ names, others }) => ({ names, others: others.length })),
    ...told('nominations', evidence.nominations, (nominations) => countsOf(nominations.map(({ state }) => state))),
  };
}

function told<Kind extends EvidenceKind>(kind: Kind, piece: Piece<Kind> | undefined, say: Told<Kind>): Record<string, Json> {
  if (piece === undefined) return {};
  return { [kind]: piece.kind === 'missing' ? { missing: piece.because } : say(piece.facts) };
}

function each(references: Facts['aging']): Record<string, Json> {
  return Object.fromEntries(Object.entries(references).map(([severity, reference]) => [severity, { ...reference }]));
}

function countsOf(values: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return Object.fromEntries(counts);
}
