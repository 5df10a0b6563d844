import type { ReactElement } from 'react';
import { CheckField } from '../check-field';
import { ChoiceField } from '../choice-field';
import { severityChoices } from '../choices';
import { changeFailures } from '../edit-settings';
import { Fold, FoldedSection } from '../fold';
import { NamesField } from '../names-field';
import { NumberField } from '../number-field';
import { countUnder } from '../problems-under';
import type { SettingsEditor } from '../use-settings';
import { failuresSummary, percentOf, type Failures } from './failure-words';
import { KnownFailures } from './known-failures';
import './failures.css';

/** When failed tests become defects. */
export function FailuresSection({ editor }: { editor: SettingsEditor }): ReactElement {
  const { draft, problems, edit } = editor;
  const { failures } = draft;
  return (
    <FoldedSection
      id="failed-tests"
      title="Failed tests"
      summary={failuresSummary(failures)}
      problems={countUnder(problems, 'failures')}
    >
      <p className="subtle">
        What the pipelines&apos; test results become. A failure is recognised again by its test and what it says, so that the next
        run counts it on the same defect.
      </p>
      <CheckField checked={failures.file} onChange={(file) => edit(changeFailures({ file }))}>
        Make defects of failed tests
      </CheckField>
      {!failures.file && (
        <p className="subtle">
          Failures are only counted: no issue is created, opened again or proposed for closing. The numbers below hold once this
          is on.
        </p>
      )}
      <Sentences editor={editor} />
      <Fold
        level={3}
        title="Known failures"
        summary={failures.known.length === 0 ? 'None' : String(failures.known.length)}
        problems={countUnder(problems, 'failures.known')}
      >
        <KnownFailures editor={editor} />
      </Fold>
    </FoldedSection>
  );
}

function Sentences({ editor: { draft, problems, edit } }: { editor: SettingsEditor }): ReactElement {
  const { after, flaky, greenRuns, fuse, severity, maxSightingsKept, notFixed } = draft.failures;
  const number = (label: string, path: string, value: number, change: (value: number) => Partial<Failures>) => (
    <NumberField
      label={label}
      path={`failures.${path}`}
      value={value}
      onChange={(typed) => edit(changeFailures(change(typed)))}
      problems={problems}
    />
  );
  return (
    <ul className="sentences wide" aria-label="When failed tests become defects">
      <li>
        A failure becomes a defect once it failed in{' '}
        {number('Failed runs that make a defect', 'after.failed', after.failed, (failed) => ({ after: { ...after, failed } }))} of
        the last {number('Runs that are looked at', 'after.of', after.of, (of) => ({ after: { ...after, of } }))} runs of its
        suite and environment.
      </li>
      <li>
        One that passes when it is tried again becomes a defect once it failed in more than{' '}
        {number(
          'Share of runs that makes a flaky failure a defect, in percent',
          'flaky.rate',
          percentOf(flaky.rate),
          (percent) => ({
            flaky: { ...flaky, rate: percent / 100 },
          }),
        )}{' '}
        % of the last{' '}
        {number('Runs that a flaky failure is judged over', 'flaky.over', flaky.over, (over) => ({ flaky: { ...flaky, over } }))}{' '}
        runs, and not before there are{' '}
        {number('Fewest runs before a flaky failure is judged', 'flaky.atLeast', flaky.atLeast, (atLeast) => ({
          flaky: { ...flaky, atLeast },
        }))}{' '}
        of them.
      </li>
      <li>
        A run with more than {number('Most new defects of one run', 'fuse', fuse, (most) => ({ fuse: most }))} new defects makes
        one defect, which is about the run.
      </li>
      <li>
        <ChoiceField
          label="Severity of a new defect"
          path="failures.severity"
          value={severity}
          choices={severityChoices}
          onChange={(chosen) => edit(changeFailures({ severity: chosen }))}
          problems={problems}
        />{' '}
        is the severity of a new defect.
      </li>
      <li>
        Closing a defect is proposed after{' '}
        {number('Green runs after which closing is proposed', 'greenRuns', greenRuns, (runs) => ({ greenRuns: runs }))} green
        runs.
      </li>
      <li>
        <NamesField
          label="A defect that comes back is opened again, unless it was closed as"
          about="Names of resolutions, with commas between them"
          path="failures.notFixed"
          names={notFixed}
          placeholder="Won't Do, Duplicate"
          onChange={(names) => edit(changeFailures({ notFixed: names }))}
          problems={problems}
        />
      </li>
      <li>
        Of each failure the newest{' '}
        {number('Sightings kept of a failure', 'maxSightingsKept', maxSightingsKept, (kept) => ({ maxSightingsKept: kept }))}{' '}
        sightings are kept.
      </li>
    </ul>
  );
}
