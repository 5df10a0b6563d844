import { useRef, type ReactElement } from 'react';
import type { SettingsProblem } from '../../../../../src/contracts/settings';
import { ChoiceField } from '../choice-field';
import { replaced, without } from '../edit-settings';
import { FieldProblem } from '../field-problem';
import { MoveButtons, RemoveButton } from '../row-buttons';
import { TextField } from '../text-field';
import { moveMember, removeMember, type Calendar, type Rota } from './edit-ownership';
import { LadderFields } from './ladder-fields';
import { PersonSearch } from '../person-search';

interface Props {
  readonly rota: Rota;
  readonly of: string;
  readonly path: string;
  readonly calendars: readonly Calendar[];
  readonly inactive: readonly string[];
  readonly nameOf: (accountId: string) => string;
  readonly problems: readonly SettingsProblem[];
  readonly onChange: (rota: Rota) => void;
}

const kinds = [
  { value: 'weekly', label: 'every week' },
  { value: 'daily', label: 'every day' },
] as const;

/** Who takes turns, who stands in, and whom to tell when nobody decides. */
export function RotaFields({ rota, of, path, calendars, inactive, nameOf, problems, onChange }: Props): ReactElement {
  const { rotation } = rota;
  const turn = (part: Partial<Rota['rotation']>): void => onChange({ ...rota, rotation: { ...rotation, ...part } });
  const choices = [
    { value: '', label: 'All hours, day and night' },
    ...calendars.map(({ name }) => ({ value: name, label: name })),
  ];
  return (
    <div className="stack stack-tight">
      <Members {...{ rota, of, path, inactive, nameOf, problems, onChange }} />
      <div className="field-line">
        <span>They change</span>
        <ChoiceField
          label={`How often they change, ${of}`}
          path={`${path}.rotation.kind`}
          value={rotation.kind}
          choices={kinds}
          onChange={(kind) => turn({ kind })}
          problems={problems}
        />
        <span>at</span>
        <input
          className="input input-clock"
          type="time"
          aria-label={`Time of the hand-over, ${of}`}
          value={rotation.handOver}
          onChange={(event) => turn({ handOver: event.target.value })}
        />
        <FieldProblem problems={problems} path={`${path}.rotation.handOver`} />
        <span>from</span>
        <input
          className="input"
          type="date"
          aria-label={`First day of the first turn, ${of}`}
          value={rotation.start}
          onChange={(event) => turn({ start: event.target.value })}
        />
        <FieldProblem problems={problems} path={`${path}.rotation.start`} />
        <span>on, by the clock of</span>
        <TextField
          label={`Time zone of the hand-over, ${of}`}
          path={`${path}.rotation.zone`}
          value={rotation.zone}
          maxLength={60}
          placeholder="Europe/Berlin"
          onChange={(zone) => turn({ zone })}
          problems={problems}
        />
      </div>
      <div className="field-line">
        <span>Working time counts by</span>
        <ChoiceField
          label={`Calendar, ${of}`}
          path={`${path}.calendar`}
          value={rota.calendar}
          choices={choices}
          onChange={(calendar) => onChange({ ...rota, calendar })}
          problems={problems}
        />
      </div>
      <h4>Deputies</h4>
      <Deputies {...{ rota, of, path, nameOf, problems, onChange }} />
      <h4>When nobody decides</h4>
      <LadderFields {...{ rota, of, path, nameOf, problems, onChange }} />
    </div>
  );
}

type PartProps = Omit<Props, 'calendars' | 'inactive'>;

function Members({ rota, of, path, inactive, nameOf, problems, onChange }: PartProps & Pick<Props, 'inactive'>): ReactElement {
  const add = useRef<HTMLInputElement>(null);
  return (
    <>
      {rota.members.length > 0 && (
        <ol className="rows" aria-label={`People in the order of their turns, ${of}`}>
          {rota.members.map((accountId, at) => {
            const name = nameOf(accountId);
            return (
              <li key={`${accountId} ${at}`} className="row">
                <span>{name}</span>
                {inactive.includes(accountId) && accountId !== 'erased' && (
                  <span className="subtle">has no active account and is left out</span>
                )}
                <span className="row-end inline">
                  <MoveButtons
                    what={name}
                    isFirst={at === 0}
                    isLast={at === rota.members.length - 1}
                    onMove={(by) => onChange(moveMember(rota, at, by))}
                  />
                  <RemoveButton
                    what={`${name}, ${of}`}
                    onClick={() => {
                      onChange(removeMember(rota, at));
                      add.current?.focus();
                    }}
                  />
                </span>
                <FieldProblem problems={problems} path={`${path}.members.${at}`} />
              </li>
            );
          })}
        </ol>
      )}
      <PersonSearch
        ref={add}
        label={`Who takes turns, ${of}`}
        without={rota.members}
        onChoose={(accountId) => onChange({ ...rota, members: [...rota.members, accountId] })}
      />
      <FieldProblem problems={problems} path={`${path}.members`} />
    </>
  );
}

function Deputies({ rota, of, path, nameOf, problems, onChange }: PartProps): ReactElement {
  const add = useRef<HTMLInputElement>(null);
  const { deputies, members } = rota;
  const choices = [{ value: '', label: 'everybody on it' }, ...members.map((id) => ({ value: id, label: nameOf(id) }))];
  return (
    <>
      {deputies.length > 0 && (
        <ol className="rows" aria-label={`Deputies, ${of}`}>
          {deputies.map((deputy, at) => {
            const name = nameOf(deputy.accountId);
            return (
              <li key={at} className="row">
                <span>{name}</span>
                <span className="row-words">stands in for</span>
                <ChoiceField
                  label={`For whom ${name} stands in, ${of}`}
                  path={`${path}.deputies.${at}.of`}
                  value={deputy.of ?? ''}
                  choices={choices}
                  onChange={(id) => onChange({ ...rota, deputies: replaced(deputies, at, { of: id === '' ? null : id }) })}
                  problems={problems}
                />
                <RemoveButton
                  what={`the deputy ${name}, ${of}`}
                  onClick={() => {
                    onChange({ ...rota, deputies: without(deputies, at) });
                    add.current?.focus();
                  }}
                />
                <FieldProblem problems={problems} path={`${path}.deputies.${at}`} />
              </li>
            );
          })}
        </ol>
      )}
      <PersonSearch
        ref={add}
        label={`Who stands in, ${of}`}
        without={[]}
        onChoose={(accountId) => onChange({ ...rota, deputies: [...deputies, { accountId, of: null }] })}
      />
    </>
  );
}
