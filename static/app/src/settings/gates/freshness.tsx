import type { ReactElement } from 'react';
import { Fold } from '../fold';
import { NumberField } from '../number-field';
import { countUnder } from '../problems-under';
import type { SettingsEditor } from '../use-settings';
import { setFreshHours } from './edit-gates';
import { freshSummary, toldKinds } from './policy-words';

/** How old what pipelines told may be before it counts as missing. */
export function Freshness({ editor: { draft, problems, edit } }: { editor: SettingsEditor }): ReactElement {
  const { freshHours } = draft.gates;
  return (
    <Fold
      title="How old evidence may be"
      level={3}
      summary={freshSummary(freshHours)}
      problems={countUnder(problems, 'gates.freshHours')}
    >
      <p className="subtle">
        Where pipelines fall silent, what they told last grows old. Older than this it counts as missing, and rules that rest on
        it hold. Leave a field empty where any age will do.
      </p>
      <ul className="targets" aria-label="How old evidence may be">
        {toldKinds.map(({ kind, name }) => (
          <li key={kind}>
            <span className="gate-kind">{name}</span>
            <NumberField
              label={`${name}: at most so many hours old`}
              path={`gates.freshHours.${kind}`}
              value={freshHours[kind] ?? null}
              onChange={(hours) => edit(setFreshHours(kind, hours))}
              problems={problems}
              placeholder="any"
            />
            <span className="row-words">hours old at most</span>
          </li>
        ))}
      </ul>
    </Fold>
  );
}
