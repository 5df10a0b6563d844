import type { ReactElement } from 'react';
import { Fold } from '../fold';
import { NumberField } from '../number-field';
import { countUnder } from '../problems-under';
import { ReasonClasses } from '../reason-classes';
import type { SettingsEditor } from '../use-settings';
import { changeOverrides } from './edit-gates';
import { overridesSummary } from './policy-words';
import { RequestHours } from './request-hours';

/** When a held gate may be passed. */
export function Overrides({ editor: { draft, problems, edit } }: { editor: SettingsEditor }): ReactElement {
  const { overrides } = draft.gates;
  const path = 'gates.overrides';
  return (
    <Fold title="Overrides" level={3} summary={overridesSummary(overrides)} problems={countUnder(problems, path)}>
      <p className="subtle">
        An override lets a release pass a held gate for some hours. Somebody else approves it, and it ends as soon as something
        new holds the gate.
      </p>
      <RequestHours
        what="override"
        holds="It holds for at most"
        path={path}
        hours={overrides}
        onChange={(hours) => edit(changeOverrides(hours))}
        problems={problems}
      />
      <p className="field-line">
        <span className="row-words">Its rationale has at least</span>
        <NumberField
          label="Words that the rationale of an override needs"
          path={`${path}.leastWords`}
          value={overrides.leastWords}
          onChange={(leastWords) => edit(changeOverrides({ leastWords }))}
          problems={problems}
        />
        <span className="row-words">different words that say something</span>
      </p>
      <ReasonClasses
        list="Reasons to override"
        path={`${path}.reasons`}
        reasons={overrides.reasons}
        placeholder="e.g. The customer asked for it"
        onChange={(reasons) => edit(changeOverrides({ reasons }))}
        problems={problems}
      />
    </Fold>
  );
}
