import { useRef, type ReactElement } from 'react';
import type { SettingsProblem } from '../../../../../src/contracts/settings';
import { FieldProblem } from '../field-problem';
import { AddButton, RemoveButton } from '../row-buttons';
import { Check } from './check';
import { addSpan, changeSpan, newQuiet, toggled, weekdays, type Quiet } from './edit-notifications';

const mostSpans = 6;

interface Props {
  readonly quiet: Quiet | null;
  readonly problems: readonly SettingsProblem[];
  readonly onChange: (quiet: Quiet | null) => void;
}

/** When nobody is told anything; what happens meanwhile is told at the end, once an issue. */
export function QuietFields({ quiet, problems, onChange }: Props): ReactElement {
  const add = useRef<HTMLButtonElement>(null);
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <fieldset className="quiet">
      <legend>Quiet hours</legend>
      <Check
        label="Keep quiet at times"
        checked={quiet !== null}
        onChange={() => onChange(quiet === null ? newQuiet(here) : null)}
      />
      {quiet !== null && (
        <>
          <ol className="rows" aria-label="Quiet times">
            {quiet.spans.map((span, at) => (
              <li key={at} className="row">
                <div className="check-line" role="group" aria-label={`Days, quiet time ${at + 1}`}>
                  {weekdays.map((name, index) => (
                    <label key={name} className="check">
                      <input
                        type="checkbox"
                        aria-label={name}
                        checked={span.days.includes(index + 1)}
                        onChange={() => onChange(changeSpan(quiet, at, { days: toggled(span.days, index + 1).sort() }))}
                      />
                      <span aria-hidden="true">{name.slice(0, 2)}</span>
                    </label>
                  ))}
                </div>
                <span className="row-words">from</span>
                <Clock
                  label={`From, quiet time ${at + 1}`}
                  value={span.from}
                  onChange={(from) => onChange(changeSpan(quiet, at, { from }))}
                />
                <span className="row-words">to</span>
                <Clock
                  label={`To, quiet time ${at + 1}`}
                  value={span.to}
                  onChange={(to) => onChange(changeSpan(quiet, at, { to }))}
                />
                <span className="row-words">
                  {span.to === span.from ? 'the whole day' : span.to < span.from ? 'the next day' : ''}
                </span>
                <RemoveButton
                  what={`quiet time ${at + 1}`}
                  onClick={() => {
                    onChange({ ...quiet, spans: quiet.spans.filter((_, index) => index !== at) });
                    add.current?.focus();
                  }}
                />
                {['days', 'from', 'to'].map((field) => (
                  <FieldProblem key={field} problems={problems} path={`notifications.quiet.spans.${at}.${field}`} />
                ))}
              </li>
            ))}
          </ol>
          {quiet.spans.length < mostSpans && (
            <AddButton ref={add} onClick={() => onChange(addSpan(quiet))}>
              Add a quiet time
            </AddButton>
          )}
          <FieldProblem problems={problems} path="notifications.quiet.spans" />
          <label className="inline">
            Time zone
            <input
              className="input"
              placeholder="Europe/Berlin"
              maxLength={60}
              value={quiet.zone}
              onChange={(event) => onChange({ ...quiet, zone: event.target.value })}
            />
          </label>
          <FieldProblem problems={problems} path="notifications.quiet.zone" />
          <Check
            label="S1 is told all the same"
            checked={quiet.breakThrough}
            onChange={() => onChange({ ...quiet, breakThrough: !quiet.breakThrough })}
          />
        </>
      )}
    </fieldset>
  );
}

function Clock({ label, value, onChange }: { label: string; value: string; onChange: (time: string) => void }): ReactElement {
  return (
    <input
      className="input input-clock"
      type="time"
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
