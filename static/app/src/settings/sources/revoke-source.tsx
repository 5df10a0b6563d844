import { useState, type ReactElement } from 'react';
import type { SourceView } from '../../../../../src/contracts/sources';
import { call, type Problem } from '../../bridge/call';
import { ConfirmButton } from '../confirm-button';

interface Props {
  readonly source: SourceView;
  readonly reload: () => Promise<void>;
  readonly onProblem: (problem: Problem | null) => void;
  readonly onRevoked: () => void;
}

/** Takes a pipeline's secrets away for good, once somebody has read what that means. */
export function RevokeSource({ source: { id, name, kind }, reload, onProblem, onRevoked }: Props): ReactElement {
  const [busy, setBusy] = useState(false);
  const revoke = async (): Promise<void> => {
    setBusy(true);
    const answer = await call('revokeSource', { id });
    setBusy(false);
    onProblem(answer.kind === 'ok' ? null : answer);
    await reload();
    if (answer.kind === 'ok') onRevoked();
  };
  return (
    <ConfirmButton
      ask="Revoke"
      yes="Revoke it"
      what={name}
      question={`Revoke ${name}?`}
      isDisabled={busy}
      isDangerous
      onConfirm={() => void revoke()}
    >
      <p>
        From this moment nothing that {name} sends is taken
        {kind === 'holdpoint' && ', and a pipeline that asks a gate with its secret gets no answer and stops'}. What it sent
        before stays.
      </p>
      <p>This cannot be taken back: to connect it again, make a new one under another name.</p>
    </ConfirmButton>
  );
}
