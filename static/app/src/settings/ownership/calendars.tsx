import { useRef, type ReactElement } from 'react';
import type { SettingsProblem } from '../../../../../src/contracts/settings';
import { AddForm } from '../add-form';
import { replaced, without } from '../edit-settings';
import { Fold } from '../fold';
import { countUnder } from '../problems-under';
import { AddButton, RemoveButton } from '../row-buttons';
import { TextField } from '../text-field';
import { isFreeName, newCalendar, type Calendar, type Ownership } from './edit-ownership';
import { HoursFields } from './hours-fields';

interface Props {
  readonly ownership: Ownership;
  readonly problems: readonly SettingsProblem[];
  readonly onChange: (ownership: Ownership) => void;
  /** @param from the name that it is known by until then */
  readonly onRename: (at: number, name: string, from: string) => void;
}

/** Working time of teams: the time in which clocks of decisions and ladders run. */
export function Calendars({ ownership, problems, onChange, onRename }: Props): ReactElement {
  const add = useRef<HTMLInputElement>(null);
  const { calendars } = ownership;
  // Names that were cleared or taken while somebody types; until there is one again, the calendar is known by the one from before.
  const known = useRef(new Map<number, string>());
  const rename = (at: number, name: string): void => {
    const old = calendars[at]?.name ?? '';
    const from = isFreeName(ownership, at, old) ? old : (known.current.get(at) ?? '');
    known.current.set(at, from);
    onRename(at, name, from);
  };
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const change = (at: number, part: Partial<Calendar>): void =>
    onChange({ ...ownership, calendars: replaced(calendars, at, part) });
  return (
    <div className="stack stack-tight wide">
      {calendars.map((calendar, at) => (
        <div key={at} className="ownership-card" role="group" aria-label={`Calendar ${calendar.name}`}>
          <div className="field-line">
            <TextField
              label={`Name of calendar ${at + 1}`}
              path={`ownership.calendars.${at}.name`}
              value={calendar.name}
              maxLength={80}
              onChange={(name) => rename(at, name)}
              problems={problems}
            />
            <RemoveButton
              what={`the calendar ${calendar.name}`}
              onClick={() => {
                known.current.clear();
                onChange({ ...ownership, calendars: without(calendars, at) });
                add.current?.focus();
              }}
            />
          </div>
          <HoursFields
            hours={calendar}
            of={calendar.name}
            path={`ownership.calendars.${at}`}
            problems={problems}
            onChange={(part) => change(at, part)}
          />
          <HandOver
            calendar={calendar}
            path={`ownership.calendars.${at}.handOver`}
            problems={problems}
            onChange={(handOver) => change(at, { handOver })}
          />
        </div>
      ))}
      <AddForm
        ref={add}
        label="Name of a new calendar"
        placeholder="e.g. Berlin"
        maxLength={80}
        add={(name) => onChange({ ...ownership, calendars: [...calendars, newCalendar(name, here)] })}
      >
        Add a calendar
      </AddForm>
    </div>
  );
}

interface HandOverProps {
  readonly calendar: Calendar;
  readonly path: string;
  readonly problems: readonly SettingsProblem[];
  readonly onChange: (handOver: Calendar['handOver']) => void;
}

/** Teams elsewhere that take over: it is working time when any of them works. */
function HandOver({ calendar: { name, handOver, zone }, path, problems, onChange }: HandOverProps): ReactElement {
  const add = useRef<HTMLButtonElement>(null);
  return (
    <Fold
      level={3}
      title="Teams elsewhere that take over"
      summary={handOver.length === 0 ? 'None' : handOver.map((team) => team.zone).join(', ')}
      problems={countUnder(problems, path)}
    >
      {handOver.map((team, at) => (
        <div key={at} className="ownership-card" role="group" aria-label={`Team ${at + 1} of ${name}`}>
          <HoursFields
            hours={team}
            of={`team ${at + 1} of ${name}`}
            path={`${path}.${at}`}
            problems={problems}
            onChange={(part) => onChange(replaced(handOver, at, part))}
          />
          <RemoveButton
            what={`team ${at + 1} of ${name}`}
            onClick={() => {
              onChange(without(handOver, at));
              add.current?.focus();
            }}
          />
        </div>
      ))}
      <AddButton
        ref={add}
        onClick={() =>
          onChange([...handOver, { zone, hours: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }], holidays: [] }])
        }
      >
        Add a team
      </AddButton>
    </Fold>
  );
}
