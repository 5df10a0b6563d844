import type { ReactElement } from 'react';
import type { SettingsProblem } from '../../../../../src/contracts/settings';
import { severities, severityNames } from '../../shared/severity-names';
import { ChoiceField } from '../choice-field';
import { FieldProblem } from '../field-problem';
import { NumberField } from '../number-field';
import { Check } from './check';
import { eventGroups, toggled, ways, type Rule } from './edit-notifications';
import { RecipientFields } from './recipient-fields';
import { StreamFields } from './stream-fields';

const severityChoices = [
  { value: 'all', label: 'Any severity' },
  ...severities.map((value) => ({
    value,
    label: value === 'S1' ? `Only S1 ${severityNames[value]}` : `${value} ${severityNames[value]} or worse`,
  })),
];
const placeChoices = [
  { value: 'release', label: 'on the release ticket, one message for the release' },
  { value: 'issue', label: 'on the defect itself, where there is one' },
] as const;

interface Props {
  readonly rule: Rule;
  readonly path: string;
  readonly stages: readonly { readonly key: string; readonly name: string }[];
  readonly problems: readonly SettingsProblem[];
  readonly onChange: (change: Partial<Rule>) => void;
}

/** Everything of one rule. */
export function RuleFields({ rule, path, stages, problems, onChange }: Props): ReactElement {
  const of = rule.name;
  return (
    <div className="rule-fields">
      <div className="field-line">
        <label className="inline">
          Name
          <input
            className="input rule-name"
            maxLength={80}
            value={rule.name}
            onChange={(event) => onChange({ name: event.target.value })}
          />
        </label>
        <Check label="In use" checked={rule.active} onChange={() => onChange({ active: !rule.active })} />
        <FieldProblem problems={problems} path={`${path}.name`} />
      </div>
      <fieldset>
        <legend>Tell when</legend>
        <div className="event-groups">
          {eventGroups.map(({ title, events }) => (
            <div key={title} role="group" aria-label={title} className="stack stack-tight">
              {events.map(({ event, label }) => (
                <Check
                  key={event}
                  label={label}
                  checked={rule.events.includes(event)}
                  onChange={() => onChange({ events: toggled(rule.events, event) })}
                />
              ))}
            </div>
          ))}
        </div>
        <FieldProblem problems={problems} path={`${path}.events`} />
        <div className="field-line">
          <span className="row-words">Severity</span>
          <ChoiceField
            label={`Severity, ${of}`}
            path={`${path}.severity`}
            value={rule.severity ?? 'all'}
            choices={severityChoices}
            onChange={(chosen) => onChange({ severity: severities.find((severity) => severity === chosen) ?? null })}
            problems={problems}
          />
        </div>
      </fieldset>
      <StreamFields
        of={of}
        path={`${path}.stream`}
        stream={rule.stream}
        stages={stages}
        problems={problems}
        onChange={(stream) => onChange({ stream })}
      />
      <fieldset>
        <legend>Tell whom</legend>
        <RecipientFields of={of} to={rule.to} onChange={(to) => onChange({ to })} />
        <FieldProblem problems={problems} path={`${path}.to`} />
        <p className="subtle">Who may not see the issue is never told.</p>
      </fieldset>
      <fieldset>
        <legend>By</legend>
        {ways.map(({ channel, label }) => (
          <Check
            key={channel}
            label={label}
            checked={rule.channels.includes(channel)}
            onChange={() => onChange({ channels: toggled(rule.channels, channel) })}
          />
        ))}
        <FieldProblem problems={problems} path={`${path}.channels`} />
        <div className="field-line">
          <ChoiceField
            label={`Where, ${of}`}
            path={`${path}.place`}
            value={rule.place}
            choices={placeChoices}
            onChange={(place) => onChange({ place })}
            problems={problems}
          />
        </div>
        <div className="field-line">
          <span className="row-words">then at most once in</span>
          <NumberField
            label={`Minutes between messages, ${of}`}
            path={`${path}.windowMinutes`}
            value={rule.windowMinutes}
            onChange={(windowMinutes) => onChange({ windowMinutes })}
            problems={problems}
          />
          <span className="row-words">minutes, with a count</span>
        </div>
      </fieldset>
    </div>
  );
}
