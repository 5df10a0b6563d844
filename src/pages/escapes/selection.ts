import { periodOf } from '../../analytics';
import type { EscapeDefectsView, EscapeSelection } from '../../contracts/escapes';
import { mostChartDefects } from '../../contracts/chart-defects';
import { placesInCell, planMatrix } from './matrix';
import { boundaryOf, escapedReleases, placesBehind } from './model';
import { recurring } from './recurring';
import type { EscapeChoice, EscapesFacts } from './view-model';

type Choice = Omit<EscapeChoice, 'versionId'>;
type Of<Kind extends EscapeSelection['kind']> = Extract<EscapeSelection, { readonly kind: Kind }>;
interface Selected {
  readonly title: string;
  readonly places: readonly number[];
}

/** The defects behind a figure of the screen, newest first. @returns null where it is there no more */
export function escapeDefectsView(facts: EscapesFacts, choice: Choice, selection: EscapeSelection): EscapeDefectsView | null {
  const selected = selectedBy(facts, choice, selection);
  if (selected === null) return null;
  const { created, rows } = facts.history;
  const newest = selected.places.toSorted((a, b) => (created[b] ?? 0) - (created[a] ?? 0));
  return {
    title: selected.title,
    ids: newest.slice(0, mostChartDefects).flatMap((n) => rows[n]?.id ?? []),
    total: newest.length,
  };
}

function selectedBy(facts: EscapesFacts, choice: Choice, selection: EscapeSelection): Selected | null {
  switch (selection.kind) {
    case 'release':
      return ofRelease(facts, choice, selection);
    case 'cell':
      return ofCell(facts, selection);
    case 'recurrences':
      return ofPeriod(facts, selection);
  }
}

function ofRelease(facts: EscapesFacts, { window, stage }: Choice, { versionId, which }: Of<'release'>): Selected | null {
  const release = escapedReleases(facts, window).find(({ version }) => version.id === versionId);
  if (release === undefined) return null;
  const boundary = boundaryOf(stage, facts.stages);
  const at = boundary === null ? '' : (facts.stages[boundary]?.name ?? '');
  const titles: Readonly<Record<typeof which, string>> = {
    escaped: boundary === null ? 'escaped' : `went past ${at}`,
    before: 'found before the release',
    users: `found in ${facts.stages.at(-1)?.name ?? ''} after the release`,
    untold: boundary === null ? 'found after the release, nobody said where' : 'found, nobody said where',
    earlier: 'found after the release in an earlier stage',
    late: `found when its ${window} days were over`,
    sooner: `found before ${at}`,
    caught: `found in ${at}`,
    past: `went past ${at}`,
  };
  return { title: `${release.version.name}: ${titles[which]}`, places: placesBehind(release, which, boundary) };
}

function ofCell(facts: EscapesFacts, { row, column }: Of<'cell'>): Selected | null {
  const plan = planMatrix(facts);
  const [from, to] = [plan.rows.find(({ id }) => id === row), plan.columns.find(({ id }) => id === column)];
  if ((row !== null && from === undefined) || (column !== null && to === undefined)) return null;
  const broughtIn =
    from === undefined
      ? 'All defects'
      : from.id === 'unknown'
        ? 'Brought in: unknown'
        : `Brought in by ${from.name.toLowerCase()}`;
  const found = to === undefined ? '' : to.id === ':untold' ? ', found: not told' : `, found in ${to.name.toLowerCase()}`;
  return { title: `${broughtIn}${found}`, places: placesInCell(plan, row, column) };
}

function ofPeriod(facts: EscapesFacts, { start }: Of<'recurrences'>): Selected | null {
  const { periods, recurrences } = recurring(facts);
  const wanted = periods.findIndex((period) => period.start === Date.parse(start));
  if (wanted < 0) return null;
  const places = recurrences.filter(({ at }) => periodOf(periods, at) === wanted).map(({ defect }) => defect);
  return { title: 'Came back in this period', places: [...new Set(places)] };
}
