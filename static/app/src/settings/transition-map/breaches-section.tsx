import type { ReactElement } from 'react';
import { CheckField } from '../check-field';
import { FoldedSection } from '../fold';
import { countUnder } from '../problems-under';
import type { SettingsEditor } from '../use-settings';
import { setTakeBack } from './map-edits';

/** What becomes of a version that is released in Jira although its last gate does not let it. */
export function BreachesSection({ editor: { draft, saved, problems, edit } }: { editor: SettingsEditor }): ReactElement {
  const { takeBack } = draft.breaches;
  const summary =
    takeBack.length === 0
      ? 'They stay released'
      : takeBack.length === 1
        ? 'Taken back in 1 project'
        : `Taken back in ${takeBack.length} projects`;
  return (
    <FoldedSection id="past-gate" title="Releases past their gate" summary={summary} problems={countUnder(problems, 'breaches')}>
      <p className="subtle">
        Jira lets anybody with the permission release a version, whatever its gates say. Holdpoint puts it on record, tells the
        owners and shows it. Where the gate enforces, it can also say in Jira that the version is not released, at most three
        times a day.
      </p>
      {saved.projects.length === 0 && <p className="subtle">There is no project yet.</p>}
      <ul className="rows" aria-label="Where releases past their gate are taken back">
        {saved.projects.map(({ id, key, name }) => (
          <li key={id} className="row">
            <CheckField checked={takeBack.includes(id)} onChange={(on) => edit(setTakeBack(id, on))}>
              Take them back in {key} {name}
            </CheckField>
          </li>
        ))}
      </ul>
    </FoldedSection>
  );
}
