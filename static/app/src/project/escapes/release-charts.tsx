import { useMemo, type ReactElement } from 'react';
import type { EscapeRelease, EscapesView } from '../../../../../src/contracts/escapes';
import { percent } from '../../../../../src/contracts/share-words';
import { ChartFrame } from '../../chart/chart-frame';
import { efficiencyWords, rateWords } from './escape-words';
import { IntervalPlot } from './interval-plot';

interface Props {
  readonly view: EscapesView;
  readonly window: number;
  /** Name of the stage that was chosen; null past the release. */
  readonly past: string | null;
  readonly onChoose: (release: EscapeRelease) => void;
}

const rounded = (share: number | undefined): number | null => (share === undefined ? null : Math.round(share * 1000) / 10);

/** The escape rate of each release with its interval. */
export function RateChart({ view, window, past, onChoose }: Props): ReactElement {
  const { releases } = view;
  const rows = useMemo(
    () =>
      releases.map(({ id, name, rate, young, projected }) => ({
        id,
        name,
        young,
        share: rate,
        projected: projected?.rate ?? null,
      })),
    [releases],
  );
  const what = past === null ? 'Escaped' : `Past ${past}`;
  return (
    <ChartFrame
      id="escape-rate"
      title={past === null ? 'Escape rate by release' : `Past ${past}, by release`}
      file={`escape-rate-${window}-days`}
      definition={<RateDefinition view={view} window={window} past={past} />}
      note={<RateNote view={view} window={window} past={past} />}
      table={{
        columns: ['Release', 'Released', 'State', what, 'Of', '%', 'Lower %', 'Upper %', 'Comes to %', 'Lower %', 'Upper %'].map(
          (name, n) => (n > 8 ? `${name.replace(' %', '')} then %` : name),
        ),
        rows: releases.map(({ name, releaseDate, young, day, escaped, found, rate, projected }) => [
          ...[name, releaseDate, young ? `day ${day} of ${window}` : 'over', escaped, found],
          ...[rounded(rate?.value), rounded(rate?.lower), rounded(rate?.upper)],
          ...[rounded(projected?.rate?.value), rounded(projected?.rate?.lower), rounded(projected?.rate?.upper)],
        ]),
      }}
    >
      <IntervalPlot
        label={past === null ? 'Escape rate by release' : `Share past ${past} by release`}
        rows={rows}
        words={releases.map((release) => rateWords(release, past))}
        small
        onChoose={(at) => {
          const release = releases[at];
          if (release !== undefined) onChoose(release);
        }}
      />
    </ChartFrame>
  );
}

function RateDefinition({ view: { stages }, window, past }: Pick<Props, 'view' | 'window' | 'past'>): ReactElement {
  const last = stages.at(-1)?.name ?? 'the last stage';
  if (past !== null) {
    return (
      <>
        <p>
          Of a release’s defects that were still there in {past}, because they were found in it or in a later stage, the share
          that was found in a later one, up to {window} days after the release.
        </p>
        <p>
          The line is the 95 % interval (Wilson): the fewer defects, the less is certain. Defects without a stage are left out.
        </p>
      </>
    );
  }
  return (
    <>
      <p>
        Of all defects of a release that were found up to {window} days after it, the share that was found after the release in{' '}
        {last}, or without a word on where. What an earlier stage found after the release met no user: it counts among all, not
        among the escapes.
      </p>
      <p>
        A defect belongs to the releases that it names as affected, and to the one that brought it in; if it names none, to the
        first that fixes it, as long as that was not out yet. A release counts as made when its day (UTC) is over; what users
        found on that day escaped.
      </p>
      <p>The line is the 95 % interval (Wilson): the fewer defects, the less is certain.</p>
    </>
  );
}

function RateNote({
  view: { releases, basis, older },
  window,
  past,
}: Pick<Props, 'view' | 'window' | 'past'>): ReactElement | null {
  const young = releases.some((release) => release.young);
  if (!young && older === 0) return null;
  const isProjected = releases.some(({ projected }) => projected !== null);
  return (
    <>
      {young && (
        <p>
          Hollow: the {window} days are not over, more may escape.
          {isProjected &&
            ` The diamond is what it comes to, as the ${basis.escapes.toLocaleString('en')} escapes of ${basis.releases} earlier releases went.`}
          {!isProjected &&
            past === null &&
            ` What it comes to can be told once the time of ${basis.least.releases} releases with ${basis.least.escapes} escapes is over.`}
        </p>
      )}
      {older > 0 && (
        <p>{older === 1 ? 'One older release is' : `${older.toLocaleString('en')} older releases are`} not listed.</p>
      )}
    </>
  );
}

/** The removal efficiency of each release, against what others reach. */
export function EfficiencyChart({ view, window, onChoose }: Omit<Props, 'past'>): ReactElement {
  const { releases, benchmarks } = view;
  const rows = useMemo(
    () => releases.map(({ id, name, efficiency, young }) => ({ id, name, young, share: efficiency, projected: null })),
    [releases],
  );
  const lines = useMemo(
    () => [
      { value: benchmarks.mean, words: `${percent(benchmarks.mean)} US mean` },
      { value: benchmarks.best, words: `${percent(benchmarks.best)} the best` },
    ],
    [benchmarks.mean, benchmarks.best],
  );
  return (
    <ChartFrame
      id="removal-efficiency"
      title="Removal efficiency by release"
      file={`removal-efficiency-${window}-days`}
      definition={
        <>
          <p>
            Of all defects of a release that were found up to {window} days after it, the share that was found before the release.
            The two lines are what Capers Jones found elsewhere: {percent(benchmarks.mean)} is the mean of the United States,{' '}
            {percent(benchmarks.best)} what the best reach. He counts 90 days.
          </p>
          <p>A young release’s efficiency can only fall. The line through a mark is the 95 % interval (Wilson).</p>
        </>
      }
      table={{
        columns: ['Release', 'Released', 'State', 'Found before', 'Found after', '%', 'Lower %', 'Upper %'],
        rows: releases.map(({ name, releaseDate, young, day, counts, efficiency }) => [
          ...[name, releaseDate, young ? `day ${day} of ${window}` : 'over'],
          ...[counts.before, counts.users + counts.untold + counts.earlier],
          ...[rounded(efficiency?.value), rounded(efficiency?.lower), rounded(efficiency?.upper)],
        ]),
      }}
    >
      <IntervalPlot
        label="Removal efficiency by release"
        rows={rows}
        words={releases.map(efficiencyWords)}
        small={false}
        lines={lines}
        onChoose={(at) => {
          const release = releases[at];
          if (release !== undefined) onChoose(release);
        }}
      />
    </ChartFrame>
  );
}
