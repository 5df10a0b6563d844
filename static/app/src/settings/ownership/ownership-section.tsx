import { useRef, type ReactElement } from 'react';
import { useNames } from '../../project/decisions/use-names';
import { usePage } from '../../shared/page-context';
import { untilWords } from '../../panel/owner-words';
import { AddForm } from '../add-form';
import { CheckField } from '../check-field';
import { PeopleField } from '../deferrals/people-field';
import { replaced, without } from '../edit-settings';
import { Fold, FoldedSection } from '../fold';
import { countUnder } from '../problems-under';
import { RemoveButton } from '../row-buttons';
import { TextField } from '../text-field';
import type { SettingsEditor } from '../use-settings';
import { Absences } from './absences';
import { Calendars } from './calendars';
import { changeOwnership, newRota, peopleIn, renameCalendar, type Ownership, type Rota } from './edit-ownership';
import { ladderWords, ownershipSummary, turnWords } from './ownership-words';
import { RotaFields } from './rota-fields';
import { useComponents } from './use-components';
import { useRotaPreview } from './use-rota-preview';
import './ownership.css';

/** Who answers for which component, who is away, and whom to tell when nobody decides. */
export function OwnershipSection({ editor }: { editor: SettingsEditor }): ReactElement {
  const { draft, problems, saved } = editor;
  return (
    <FoldedSection
      id="ownership"
      title="Who owns what"
      summary={ownershipSummary(draft.ownership, saved.now.slice(0, 10))}
      problems={countUnder(problems, 'ownership')}
    >
      <OwnershipFields editor={editor} />
    </FoldedSection>
  );
}

function OwnershipFields({ editor: { draft, problems, edit, saved } }: { editor: SettingsEditor }): ReactElement {
  const { ownership } = draft;
  const { context } = usePage();
  const names = useNames(peopleIn(ownership));
  const nameOf = (accountId: string): string =>
    accountId === 'erased' ? 'Somebody whose data was erased' : (names.get(accountId) ?? 'Somebody whom Jira does not show');
  const preview = useRotaPreview(ownership);
  const components = useComponents(saved.projects);
  const addRota = useRef<HTMLInputElement>(null);
  const change = (part: Partial<Ownership>): void => edit(changeOwnership(part));
  const today = saved.now.slice(0, 10);
  const { rotas, defaultRota } = ownership;
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const until = (at: string): string => untilWords(at, preview?.now ?? saved.now, context.locale, context.timezone);
  const turn = (shown: NonNullable<typeof preview>['rotas'][number] | null | undefined): string | null =>
    shown == null ? null : turnWords(shown, nameOf, until);
  const shared = { calendars: ownership.calendars, inactive: preview?.inactive ?? [], nameOf, problems };
  const one = (rota: Rota, at: number): ReactElement => {
    const path = `ownership.rotas.${at}`;
    const unknown = components !== null && rota.component !== '' && !components.includes(rota.component);
    return (
      <div key={at} className="ownership-rota">
        <Fold
          level={3}
          title={rota.component === '' ? `Rota ${at + 1}` : rota.component}
          summary={ladderWords(rota.ladder, nameOf)}
          problems={countUnder(problems, path)}
        >
          <div className="field-line">
            <span>Component</span>
            <TextField
              label={`Component of rota ${at + 1}`}
              path={`${path}.component`}
              value={rota.component}
              maxLength={255}
              onChange={(component) => change({ rotas: replaced(rotas, at, { component }) })}
              problems={problems}
            />
            <RemoveButton
              what={`the rota of ${rota.component}`}
              onClick={() => {
                change({ rotas: without(rotas, at) });
                addRota.current?.focus();
              }}
            />
          </div>
          {unknown && <p className="subtle">No project that you see has a component of this name.</p>}
          <RotaFields
            {...shared}
            rota={rota}
            of={rota.component}
            path={path}
            onChange={(next) => change({ rotas: replaced(rotas, at, next) })}
          />
        </Fold>
        <p className="rota-now" role="status" aria-label={`Whose turn it is, ${rota.component}`}>
          {turn(preview?.rotas[at])}
        </p>
      </div>
    );
  };
  return (
    <div className="stack ownership">
      <p className="subtle">
        A defect is owned by its assignee, else by whose turn it is on the rota of its component, else by the lead of the project.
        Who is away is passed over.
      </p>
      <Absences
        absences={ownership.absences}
        nameOf={nameOf}
        today={today}
        problems={problems}
        onChange={(absences) => change({ absences })}
      />
      <h3>Rotas</h3>
      {rotas.map(one)}
      <AddForm
        ref={addRota}
        label="Component of a new rota"
        placeholder="Name of a component"
        maxLength={255}
        add={(component) => change({ rotas: [...rotas, newRota(component, ownership, here, saved.now)] })}
      >
        Add a rota
      </AddForm>
      {components !== null && components.length > 0 && (
        <p className="subtle small">Components: {components.slice(0, 30).join(', ')}.</p>
      )}
      <CheckField
        checked={defaultRota !== null}
        onChange={(on) => change({ defaultRota: on ? newRota('', ownership, here, saved.now) : null })}
      >
        Another rota for everything that no rota above covers
      </CheckField>
      {defaultRota !== null && (
        <div className="ownership-rota">
          <Fold
            level={3}
            title="Everything else"
            summary={ladderWords(defaultRota.ladder, nameOf)}
            problems={countUnder(problems, 'ownership.defaultRota')}
          >
            <RotaFields
              {...shared}
              rota={defaultRota}
              of="everything else"
              path="ownership.defaultRota"
              onChange={(next) => change({ defaultRota: next })}
            />
          </Fold>
          <p className="rota-now" role="status" aria-label="Whose turn it is, everything else">
            {turn(preview?.defaultRota)}
          </p>
        </div>
      )}
      <Fold
        level={3}
        title="Calendars"
        summary={ownership.calendars.length === 0 ? 'None' : ownership.calendars.map(({ name }) => name).join(', ')}
        problems={countUnder(problems, 'ownership.calendars')}
      >
        <Calendars
          ownership={ownership}
          problems={problems}
          onChange={change}
          onRename={(at, name, from) => edit((settings) => ({ ...settings, ...renameCalendar(settings, at, name, from) }))}
        />
      </Fold>
      <h3>Release managers</h3>
      <PeopleField
        of="release managers"
        path="ownership.releaseManagers"
        accountIds={ownership.releaseManagers}
        onChange={(releaseManagers) => change({ releaseManagers })}
        problems={problems}
      />
      <div className="field-line">
        <span>Time zone of everybody without a calendar</span>
        <TextField
          label="Time zone of everybody without a calendar"
          path="ownership.zone"
          value={ownership.zone}
          maxLength={60}
          placeholder="Europe/Berlin"
          onChange={(zone) => change({ zone })}
          problems={problems}
        />
      </div>
      <CheckField checked={ownership.digest} onChange={(digest) => change({ digest })}>
        Send everybody one e-mail a day with what waits for them, when their working day begins
      </CheckField>
      {!draft.notifications.on && (
        <p className="subtle">
          Telling people is switched off, so nobody is told when nobody decides: it only stands in the ledger and on the defect.
        </p>
      )}
    </div>
  );
}
