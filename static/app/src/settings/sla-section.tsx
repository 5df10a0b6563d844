import { useRef, type ReactElement } from 'react';
import { severities } from '../shared/severity-names';
import { SeverityMark } from '../shared/severity-mark';
import { ChoiceField } from './choice-field';
import { severityOrAnyChoices, stageChoices } from './choices';
import { addSlaLimit, changeSlaLimit, removeSlaLimit, setTarget } from './edit-settings';
import { FieldProblem } from './field-problem';
import { NumberField } from './number-field';
import { AddButton, RemoveButton } from './row-buttons';
import type { SettingsEditor } from './use-settings';

/** By when defects should be resolved, and how many may be late. */
export function SlaSection({ editor }: { editor: SettingsEditor }): ReactElement {
  const { draft, problems, edit } = editor;
  return (
    <section aria-labelledby="sla-heading">
      <h2 id="sla-heading">Resolution targets</h2>
      <p className="subtle">
        Calendar days from the creation of a defect to its resolution. Leave a field empty where there is no target.
      </p>
      <ul className="targets">
        {severities.map((severity) => (
          <li key={severity}>
            <SeverityMark severity={severity} />
            <NumberField
              label={`Days to resolve ${severity}`}
              path={`slaTargetDays.${severity}`}
              value={draft.slaTargetDays[severity]}
              onChange={(days) => edit(setTarget(severity, Number.isNaN(days) ? null : days))}
              problems={problems}
              placeholder="none"
            />
            <span className="row-words">days</span>
          </li>
        ))}
      </ul>
      <SlaLimits editor={editor} />
    </section>
  );
}

function SlaLimits({ editor: { draft, problems, edit } }: { editor: SettingsEditor }): ReactElement {
  const add = useRef<HTMLButtonElement>(null);
  return (
    <>
      <h3>Limits on late defects</h3>
      <ol className="rows" aria-label="Limits on late defects">
        {draft.slaBreached.map((row, at) => {
          const path = `slaBreached.${at}`;
          const name = `late limit ${at + 1}`;
          return (
            <li key={at} className="row">
              <span className="row-words">Into</span>
              <ChoiceField
                label={`Stage, ${name}`}
                path={`${path}.stage`}
                value={row.stage}
                choices={stageChoices(draft)}
                onChange={(stage) => edit(changeSlaLimit(at, { stage }))}
                problems={problems}
              />
              <span className="row-words">at most</span>
              <NumberField
                label={`Most late, ${name}`}
                path={`${path}.most`}
                value={row.most}
                onChange={(most) => edit(changeSlaLimit(at, { most }))}
                problems={problems}
              />
              <span className="row-words">past their target, of</span>
              <ChoiceField
                label={`Severity, ${name}`}
                path={`${path}.severity`}
                value={row.severity}
                choices={severityOrAnyChoices}
                onChange={(severity) => edit(changeSlaLimit(at, { severity }))}
                problems={problems}
              />
              <RemoveButton
                what={name}
                onClick={() => {
                  edit(removeSlaLimit(at));
                  add.current?.focus();
                }}
              />
              <FieldProblem problems={problems} path={path} />
            </li>
          );
        })}
      </ol>
      <AddButton ref={add} onClick={() => edit(addSlaLimit)}>
        Add a limit on late defects
      </AddButton>
      <FieldProblem problems={problems} path="slaBreached" />
    </>
  );
}
