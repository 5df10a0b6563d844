import Button from '@atlaskit/button/new';
import { useState, type ReactElement } from 'react';
import { triageRoles, type TriageRole } from '../../../../../src/contracts/triage-session';
import { roleNames } from './triage-words';

interface Props {
  /** Joins as this role. @returns why that was not possible; null where it was */
  readonly join: (role: TriageRole) => Promise<string | null>;
}

/** Asks as what a person takes part. */
export function TakePart({ join }: Props): ReactElement {
  const [busy, setBusy] = useState<TriageRole | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const take = async (role: TriageRole): Promise<void> => {
    setBusy(role);
    setProblem(await join(role));
    setBusy(null);
  };
  return (
    <section className="take-part" aria-labelledby="take-part-heading">
      <h2 id="take-part-heading">Take part as</h2>
      <div className="actions">
        {triageRoles.map((role) => (
          <Button
            key={role}
            isLoading={busy === role}
            isDisabled={busy !== null && busy !== role}
            onClick={() => void take(role)}
          >
            {roleNames[role]}
          </Button>
        ))}
      </div>
      <p className="subtle small">Until everybody&apos;s ratings are shown, nobody sees what the others said.</p>
      {problem !== null && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
    </section>
  );
}
