import type { ReactElement } from 'react';
import { scopeUnitChoices, usualScope, type ProjectScope } from '../../../../../src/contracts/scope-settings';
import { ChoiceField } from '../choice-field';
import { FoldedSection } from '../fold';
import { NumberField } from '../number-field';
import { countUnder } from '../problems-under';
import type { SettingsEditor } from '../use-settings';
import { changeScope } from './scope-edits';

const unitNames: Readonly<Record<ProjectScope['unit'], string>> = {
  auto: 'Points or hours where most issues have them, else issues',
  issues: 'Issues',
  points: 'Story points',
  hours: 'Hours of the original estimate',
};

/** How much of a release is kept for defects, and what work is counted in, project by project. */
export function ScopeSection({ editor: { draft, saved, problems, edit } }: { editor: SettingsEditor }): ReactElement {
  const set = Object.keys(draft.scope.projects).length;
  return (
    <FoldedSection
      id="scope"
      title="Features and defects in a release"
      summary={
        set === 0
          ? `${usualScope.defectShare} % for defects`
          : set === 1
            ? '1 project of its own'
            : `${set} projects of their own`
      }
      problems={countUnder(problems, 'scope')}
    >
      <p className="subtle">
        The share of what a release can hold that is kept for defects. When it is burnt, Scope says which issues would have to
        leave.
      </p>
      {saved.projects.length === 0 && <p className="subtle">There is no project yet.</p>}
      <ul className="rows" aria-label="Scope of each project">
        {saved.projects.map(({ id, key, name }) => {
          const scope = draft.scope.projects[id] ?? usualScope;
          const path = `scope.projects.${id}`;
          return (
            <li key={id} className="row">
              <span className="row-words">
                {key} {name}
              </span>
              <NumberField
                label={`Percent for defects in ${name}`}
                path={`${path}.defectShare`}
                value={scope.defectShare}
                problems={problems}
                onChange={(defectShare) => edit(changeScope(id, { ...scope, defectShare }))}
              />
              <span>% for defects, counted in</span>
              <ChoiceField
                label={`What work is counted in, in ${name}`}
                path={`${path}.unit`}
                value={scope.unit}
                choices={scopeUnitChoices.map((value) => ({ value, label: unitNames[value] }))}
                problems={problems}
                onChange={(unit) => edit(changeScope(id, { ...scope, unit }))}
              />
            </li>
          );
        })}
      </ul>
    </FoldedSection>
  );
}
