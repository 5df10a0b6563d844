import type { ReactElement } from 'react';
import { severities } from '../../shared/severity-names';
import { CheckField } from '../check-field';
import { ChoiceField } from '../choice-field';
import { FieldProblem } from '../field-problem';
import { Fold } from '../fold';
import { countUnder } from '../problems-under';
import { TextField } from '../text-field';
import type { SettingsEditor } from '../use-settings';
import { changeFreezes } from './edit-gates';
import { freezesSummary } from './policy-words';
import { RequestHours } from './request-hours';

const actionChoices = [
  { value: 'record', label: 'recorded, and stays where it is' },
  { value: 'flag', label: 'flagged with a label and a comment' },
  { value: 'move', label: 'moved to the next release that is not frozen' },
  { value: 'back', label: 'put back where it was' },
] as const;

/** What a freeze means: what may still come in, what becomes of the rest, and how long an exception holds. */
export function Freezes({ editor: { draft, problems, edit } }: { editor: SettingsEditor }): ReactElement {
  const { freezes } = draft.gates;
  const path = 'gates.freezes';
  return (
    <Fold title="Freezes" level={3} summary={freezesSummary(freezes)} problems={countUnder(problems, path)}>
      <p className="subtle">
        A frozen release takes in only some defects. One begins on its day (below, under Freeze dates), with its release ticket,
        or by hand on the screen of the release.
      </p>
      <fieldset className="gate-checks">
        <legend>May still come in</legend>
        {severities.map((severity) => (
          <CheckField
            key={severity}
            about="into a frozen release"
            checked={freezes.admits.includes(severity)}
            onChange={(isIn) =>
              edit(
                changeFreezes({ admits: severities.filter((one) => (one === severity ? isIn : freezes.admits.includes(one))) }),
              )
            }
          >
            {severity}
          </CheckField>
        ))}
        <FieldProblem problems={problems} path={`${path}.admits`} />
      </fieldset>
      <p className="field-line">
        <span className="row-words">Another defect that somebody puts in is</span>
        <ChoiceField
          label="What becomes of a defect that may not come in"
          path={`${path}.action`}
          value={freezes.action}
          choices={actionChoices}
          onChange={(action) => edit(changeFreezes({ action }))}
          problems={problems}
        />
      </p>
      <p className="field-line">
        <span className="row-words">A release freezes when its release ticket enters the status</span>
        <TextField
          label="Status in which a release ticket freezes its release"
          path={`${path}.startStatus`}
          value={freezes.startStatus}
          maxLength={80}
          placeholder="none"
          onChange={(startStatus) => edit(changeFreezes({ startStatus }))}
          problems={problems}
        />
      </p>
      <RequestHours
        what="exception"
        holds="An exception holds for at most"
        path={path}
        hours={freezes}
        onChange={(hours) => edit(changeFreezes(hours))}
        problems={problems}
      />
    </Fold>
  );
}
