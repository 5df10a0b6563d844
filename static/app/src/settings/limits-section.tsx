import { useRef, type ReactElement } from 'react';
import { addLimit, changeLimit, removeLimit } from './edit-settings';
import { ChoiceField } from './choice-field';
import { severityChoices, stageChoices, tierChoices } from './choices';
import { NumberField } from './number-field';
import { FieldProblem } from './field-problem';
import { AddButton, RemoveButton } from './row-buttons';
import type { SettingsEditor } from './use-settings';

/** Severity x stage x customers -> the most open defects that still let a release pass. */
export function LimitsSection({ editor: { draft, problems, edit } }: { editor: SettingsEditor }): ReactElement {
  const add = useRef<HTMLButtonElement>(null);
  return (
    <section aria-labelledby="limits-heading">
      <h2 id="limits-heading">Limits on open defects</h2>
      <p className="subtle">
        A stage is held while a release has more open defects than a row allows. A defect without a severity counts as S1; one
        without a customer tier counts in the strictest row.
      </p>
      <ol className="rows" aria-label="Limits">
        {draft.openDefects.map((row, at) => {
          const path = `openDefects.${at}`;
          const name = `limit ${at + 1}`;
          return (
            <li key={at} className="row">
              <span className="row-words">Into</span>
              <ChoiceField
                label={`Stage, ${name}`}
                path={`${path}.stage`}
                value={row.stage}
                choices={stageChoices(draft)}
                onChange={(stage) => edit(changeLimit(at, { stage }))}
                problems={problems}
              />
              <span className="row-words">at most</span>
              <NumberField
                label={`Most open, ${name}`}
                path={`${path}.most`}
                value={row.most}
                onChange={(most) => edit(changeLimit(at, { most }))}
                problems={problems}
              />
              <span className="row-words">open</span>
              <ChoiceField
                label={`Severity, ${name}`}
                path={`${path}.severity`}
                value={row.severity}
                choices={severityChoices}
                onChange={(severity) => edit(changeLimit(at, { severity }))}
                problems={problems}
              />
              <span className="row-words">of</span>
              <ChoiceField
                label={`Customers, ${name}`}
                path={`${path}.tier`}
                value={row.tier}
                choices={tierChoices(draft)}
                onChange={(tier) => edit(changeLimit(at, { tier }))}
                problems={problems}
              />
              <RemoveButton
                what={name}
                onClick={() => {
                  edit(removeLimit(at));
                  add.current?.focus();
                }}
              />
              <FieldProblem problems={problems} path={path} />
            </li>
          );
        })}
      </ol>
      {draft.openDefects.length === 0 && <p className="subtle nothing">No limits: open defects hold nothing.</p>}
      <AddButton ref={add} onClick={() => edit(addLimit)}>
        Add a limit
      </AddButton>
      <FieldProblem problems={problems} path="openDefects" />
    </section>
  );
}
