import type { ReactElement } from 'react';
import type { EscapeRelease, EscapeSelection, EscapesView } from '../../../../../src/contracts/escapes';
import { RowList, type Column } from '../row-list';

type Which = Extract<EscapeSelection, { readonly kind: 'release' }>['which'];

interface Props {
  readonly view: EscapesView;
  readonly window: number;
  readonly past: string | null;
  readonly onOpen: (versionId: string, which: Which) => void;
}

/** What each release's defects were found by: every number opens. */
export function ReleaseCounts({ view, window, past, onOpen }: Props): ReactElement {
  const last = view.stages.at(-1)?.name ?? '';
  const number = (name: string, which: Which, of: (release: EscapeRelease) => number): Column<EscapeRelease> => ({
    name,
    cell: (release) => {
      const count = of(release);
      if (count === 0) return '0';
      return (
        <button
          type="button"
          className="link-button"
          data-count={`${release.name} ${which}`}
          aria-label={`${release.name}: ${count} ${name.toLowerCase()}; list them`}
          onClick={() => onOpen(release.id, which)}
        >
          {count.toLocaleString('en')}
        </button>
      );
    },
  });
  const stageColumns = [
    number(`Before ${past ?? ''}`, 'sooner', (one) => one.past?.sooner ?? 0),
    number(`In ${past ?? ''}`, 'caught', (one) => one.past?.caught ?? 0),
    number('Later', 'past', (one) => one.past?.past ?? 0),
    number('Nobody said where', 'untold', (one) => one.past?.untold ?? 0),
  ];
  const releaseColumns = [
    number('Before the release', 'before', (one) => one.counts.before),
    number(`After it, in ${last}`, 'users', (one) => one.counts.users),
    number('After it, nobody said where', 'untold', (one) => one.counts.untold),
    number('After it, in an earlier stage', 'earlier', (one) => one.counts.earlier),
  ];
  return (
    <section className="stack stack-tight" aria-labelledby="escape-counts-heading" data-section="escape-counts">
      <h2 id="escape-counts-heading">When and where defects were found</h2>
      <RowList
        caption="Defects of each release by when and where they were found"
        keyOf={({ id }) => id}
        rows={view.releases}
        columns={[
          { name: 'Release', head: true, cell: ({ name }) => <strong>{name}</strong> },
          ...(past === null ? releaseColumns : stageColumns),
          number(`After the ${window} days`, 'late', (one) => (one.past ?? one.counts).late),
        ]}
      />
      {past === null && (
        <p className="subtle">
          The look back on the page Releases counts all that were reported after a release, whatever stage found them and however
          much later.
        </p>
      )}
    </section>
  );
}
