import { useState, type ReactElement } from 'react';
import type { GateControlView } from '../../../../../../src/contracts/gate-control';
import { call } from '../../../bridge/call';
import { FormField } from '../../../deferral/form-field';
import { InPlaceForm } from '../../../shared/in-place-form';
import type { Place } from './control-call';

interface Props {
  readonly view: GateControlView;
  readonly place: Place;
  readonly onDone: (sentence: string) => void;
  readonly onCancel: () => void;
}

type Problems = Readonly<Partial<Record<'gate' | 'reason' | 'rationale' | 'hours', string>>>;

/** Asks that a held gate may be passed for a time. */
export function OverrideForm({ view, place, onDone, onCancel }: Props): ReactElement {
  const { policy } = view;
  const askable = view.stages.filter((stage) => stage.askable);
  const [stage, setStage] = useState(askable.at(-1)?.key ?? '');
  const [reason, setReason] = useState(policy.reasons[0]?.key ?? '');
  const [hours, setHours] = useState(String(Math.min(2, policy.mostHours)));
  const [rationale, setRationale] = useState('');
  const [problems, setProblems] = useState<Problems>({});
  const [busy, setBusy] = useState(false);
  const submit = async (): Promise<void> => {
    setBusy(true);
    const answer = await call('requestOverride', { ...place, stage, reason, rationale, hours: Number(hours) });
    setBusy(false);
    if (answer.kind !== 'ok') return setProblems({ gate: answer.message });
    if (answer.view.kind === 'done') return onDone(answer.view.sentence);
    setProblems(Object.fromEntries(answer.view.problems.map(({ field, message }) => [field, message])));
  };
  return (
    <InPlaceForm
      name="Ask for an override"
      verb="Ask for the override"
      busy={busy}
      problem={problems.gate ?? null}
      onSubmit={() => void submit()}
      onCancel={onCancel}
    >
      <div className="form-pair">
        <FormField label="Gate of" problem={undefined}>
          {(attributes) => (
            <select {...attributes} className="select" value={stage} onChange={({ target }) => setStage(target.value)}>
              {askable.map(({ key, name }) => (
                <option key={key} value={key}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </FormField>
        <FormField label="For how many hours" problem={problems.hours} hint={`At most ${policy.mostHours}, from the approval.`}>
          {(attributes) => (
            <input
              {...attributes}
              className="input"
              type="number"
              min={1}
              max={policy.mostHours}
              value={hours}
              onChange={({ target }) => setHours(target.value)}
            />
          )}
        </FormField>
      </div>
      <FormField label="Class of the reason" problem={problems.reason}>
        {(attributes) => (
          <select {...attributes} className="select" value={reason} onChange={({ target }) => setReason(target.value)}>
            {policy.reasons.map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </select>
        )}
      </FormField>
      <FormField
        label="Why may it pass although the gate is held?"
        problem={problems.rationale}
        hint={`Say who is affected and what is done about it, in at least ${policy.leastWords} different words that say something. Everybody who may see this project can read it.`}
      >
        {(attributes) => (
          <textarea
            {...attributes}
            className="input textarea"
            rows={3}
            maxLength={policy.mostCharacters}
            value={rationale}
            onChange={({ target }) => setRationale(target.value)}
          />
        )}
      </FormField>
      <p className="subtle small">
        Somebody else decides: who may override gates, and neither asked for it nor wrote the policy. It covers what holds the
        gate now; as soon as anything else holds it, the override is void.
      </p>
    </InPlaceForm>
  );
}
