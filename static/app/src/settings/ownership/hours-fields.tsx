import { useRef, type ReactElement } from 'react';
import type { SettingsProblem } from '../../../../../src/contracts/settings';
import { replaced, without } from '../edit-settings';
import { FieldProblem } from '../field-problem';
import { toggled, weekdays } from '../notifications/edit-notifications';
import { AddButton, RemoveButton } from '../row-buttons';
import { TextField } from '../text-field';
import type { Hours, Span } from './edit-ownership';

interface Props {
  readonly hours: Hours;
  /** Whose, for readers that hear one field alone. */
  readonly of: string;
  readonly path: string;
  readonly problems: readonly SettingsProblem[];
  readonly onChange: (change: Partial<Hours>) => void;
}

/** Working time by the clock of one zone. */
export function HoursFields({ hours: { zone, hours, holidays }, of, path, problems, onChange }: Props): ReactElement {
  const addSpan = useRef<HTMLButtonElement>(null);
  const addHoliday = useRef<HTMLButtonElement>(null);
  const change = (at: number, span: Partial<Span>): void => onChange({ hours: replaced(hours, at, span) });
  return (
    <div className="stack stack-tight">
      <div className="field-line">
        <span>Time zone</span>
        <TextField
          label={`Time zone, ${of}`}
          path={`${path}.zone`}
          value={zone}
          maxLength={60}
          placeholder="Europe/Berlin"
          onChange={(value) => onChange({ zone: value })}
          problems={problems}
        />
      </div>
      <ol className="rows" aria-label={`Working hours, ${of}`}>
        {hours.map((span, at) => (
          <li key={at} className="row">
            <div className="check-line" role="group" aria-label={`Days of working hours ${at + 1}, ${of}`}>
              {weekdays.map((name, index) => (
                <label key={name} className="check">
                  <input
                    type="checkbox"
                    aria-label={name}
                    checked={span.days.includes(index + 1)}
                    onChange={() => change(at, { days: toggled(span.days, index + 1).sort() })}
                  />
                  <span aria-hidden="true">{name.slice(0, 2)}</span>
                </label>
              ))}
            </div>
            <span className="row-words">from</span>
            <Clock label={`From, working hours ${at + 1}, ${of}`} value={span.from} onChange={(from) => change(at, { from })} />
            <span className="row-words">to</span>
            <Clock label={`To, working hours ${at + 1}, ${of}`} value={span.to} onChange={(to) => change(at, { to })} />
            <RemoveButton
              what={`working hours ${at + 1}, ${of}`}
              onClick={() => {
                onChange({ hours: without(hours, at) });
                addSpan.current?.focus();
              }}
            />
            {['', '.days', '.from', '.to'].map((field) => (
              <FieldProblem key={field} problems={problems} path={`${path}.hours.${at}${field}`} />
            ))}
          </li>
        ))}
      </ol>
      <FieldProblem problems={problems} path={`${path}.hours`} />
      <AddButton
        ref={addSpan}
        onClick={() => onChange({ hours: [...hours, { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }] })}
      >
        Add working hours
      </AddButton>
      {holidays.length > 0 && (
        <ol className="rows" aria-label={`Holidays, ${of}`}>
          {holidays.map((holiday, at) => (
            <li key={at} className="row">
              <TextField
                label={`Day of holiday ${at + 1}, ${of}`}
                path={`${path}.holidays.${at}.date`}
                value={holiday.date}
                maxLength={10}
                placeholder="2026-12-24 or 12-24"
                onChange={(date) => onChange({ holidays: replaced(holidays, at, { date }) })}
                problems={problems}
              />
              <TextField
                label={`Name of holiday ${at + 1}, ${of}`}
                path={`${path}.holidays.${at}.name`}
                value={holiday.name}
                maxLength={80}
                placeholder="Name"
                onChange={(name) => onChange({ holidays: replaced(holidays, at, { name }) })}
                problems={problems}
              />
              <RemoveButton
                what={`holiday ${at + 1}, ${of}`}
                onClick={() => {
                  onChange({ holidays: without(holidays, at) });
                  addHoliday.current?.focus();
                }}
              />
            </li>
          ))}
        </ol>
      )}
      <AddButton ref={addHoliday} onClick={() => onChange({ holidays: [...holidays, { date: '', name: '' }] })}>
        Add a holiday
      </AddButton>
    </div>
  );
}

/** As text, because no clock of a browser knows 24:00. */
function Clock({ label, value, onChange }: { label: string; value: string; onChange: (time: string) => void }): ReactElement {
  return (
    <input
      className="input input-clock"
      aria-label={label}
      placeholder="09:00"
      maxLength={5}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
