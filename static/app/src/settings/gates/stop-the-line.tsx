import type { ReactElement } from 'react';
import { severitySchema } from '../../../../../src/contracts/screen';
import { CheckField } from '../check-field';
import { FieldProblem } from '../field-problem';
import { Fold } from '../fold';
import { countUnder } from '../problems-under';
import type { SettingsEditor } from '../use-settings';
import { changeStopTheLine } from './edit-gates';
import { stopLineSummary } from './policy-words';

const severities = severitySchema.options;

/** When the app holds a release by itself: because of what was seen in a deployment that nobody meets yet. */
export function StopTheLine({ editor: { draft, problems, edit } }: { editor: SettingsEditor }): ReactElement {
  const { stopTheLine } = draft.gates;
  const path = 'gates.stopTheLine';
  const all = draft.stages.map(({ key }) => key);
  const watched = stopTheLine.stages ?? all;
  /** What stays of a list when one of it is ticked or not, in the order of all. */
  const toggled = <One extends string>(of: readonly One[], ticked: readonly One[], one: One, isIn: boolean): One[] =>
    of.filter((other) => (other === one ? isIn : ticked.includes(other)));
  return (
    <Fold
      title="Stop the line"
      level={3}
      summary={stopLineSummary(stopTheLine, draft.stages)}
      problems={countUnder(problems, path)}
    >
      <p className="subtle">
        Where such a defect is seen in a release that is deployed dark, every further stage of the release is held within a minute
        and its owners are told. Two different people lift it, each with a reason.
      </p>
      <p>
        <CheckField checked={stopTheLine.on} onChange={(on) => edit(changeStopTheLine({ on }))}>
          Stop the line of a release by itself
        </CheckField>
      </p>
      <fieldset className="gate-checks">
        <legend>Which severities stop it</legend>
        {severities.map((severity) => (
          <CheckField
            key={severity}
            about="stops the line"
            checked={stopTheLine.severities.includes(severity)}
            onChange={(isIn) =>
              edit(changeStopTheLine({ severities: toggled(severities, stopTheLine.severities, severity, isIn) }))
            }
          >
            {severity === 'S1' ? 'S1, and those without a severity' : severity}
          </CheckField>
        ))}
        <FieldProblem problems={problems} path={`${path}.severities`} />
      </fieldset>
      <fieldset className="gate-checks">
        <legend>In which stages dark deployments are watched</legend>
        {draft.stages.map(({ key, name }) => (
          <CheckField
            key={key}
            about="watched for stopping the line"
            checked={watched.includes(key)}
            onChange={(isIn) => {
              const stages = toggled(all, watched, key, isIn);
              edit(changeStopTheLine({ stages: stages.length === all.length ? null : stages }));
            }}
          >
            {name}
          </CheckField>
        ))}
        <FieldProblem problems={problems} path={`${path}.stages`} />
      </fieldset>
    </Fold>
  );
}
