import { useState, type ReactElement } from 'react';
import type { SourceSecretView, SourceView } from '../../../../../src/contracts/sources';
import { call, type Problem } from '../../bridge/call';
import { ConfirmButton } from '../confirm-button';
import { overlaps } from './source-words';

interface Props {
  readonly source: SourceView;
  readonly reload: () => Promise<void>;
  readonly onMade: (made: Extract<SourceSecretView, { kind: 'made' }>) => void;
  readonly onProblem: (problem: Problem | null) => void;
}

/** Makes a new secret, once somebody has said how long the one before still counts. */
export function NewSecret({ source: { id, name, overlapUntil }, reload, onMade, onProblem }: Props): ReactElement {
  const [hours, setHours] = useState<number>(24);
  const [busy, setBusy] = useState(false);
  const rotate = async (): Promise<void> => {
    setBusy(true);
    onProblem(null);
    const answer = await call('rotateSource', { id, overlapHours: hours });
    setBusy(false);
    if (answer.kind !== 'ok') onProblem(answer);
    else if (answer.view.kind === 'refused') onProblem({ kind: 'refused', title: 'No new secret', message: answer.view.because });
    else onMade(answer.view);
    await reload();
  };
  return (
    <ConfirmButton
      ask="New secret"
      yes="Make a new secret"
      what={name}
      question={`Make a new secret for ${name}?`}
      isDisabled={busy}
      onConfirm={() => void rotate()}
    >
      <p>
        <label className="inline">
          {name} gets a new secret, and the one it has now still counts
          <select className="select" value={hours} onChange={(event) => setHours(Number(event.target.value))}>
            {overlaps.map((overlap) => (
              <option key={overlap.hours} value={overlap.hours}>
                {overlap.label}
              </option>
            ))}
          </select>
        </label>
      </p>
      <p>
        {hours === 0
          ? 'Whatever still uses the old one is refused from this moment.'
          : 'Put the new one in its place until then; after that the old one is refused.'}
        {overlapUntil !== null && ' An even older one, which still counts now, ends at once.'}
      </p>
    </ConfirmButton>
  );
}
