import type { ReactElement } from 'react';
import { triageCycles, type TriageCycle } from '../../../../../src/contracts/triage-settings';
import { SeverityMark } from '../../shared/severity-mark';
import { severities } from '../../shared/severity-names';
import { ChoiceField } from '../choice-field';
import { percentOf } from '../failures/failure-words';
import { Fold, FoldedSection } from '../fold';
import { NumberField } from '../number-field';
import { countUnder } from '../problems-under';
import type { SettingsEditor } from '../use-settings';
import { LengthField } from './length-field';
import {
  calendarChoices,
  changeTriage,
  countedChoices,
  cycleTitles,
  expiryChoices,
  triageSummary,
  withWindow,
} from './triage-words';
import { VersionCycles } from './version-cycles';
import './triage.css';

/** How long people have to decide what becomes of a defect, and what happens when nobody does. */
export function TriageSection({ editor }: { editor: SettingsEditor }): ReactElement {
  const { draft, problems } = editor;
  const set = Object.keys(draft.triage.cycles).length;
  return (
    <FoldedSection id="triage" title="Triage" summary={triageSummary(draft.triage)} problems={countUnder(problems, 'triage')}>
      <p className="subtle">
        How long there is to decide what becomes of a defect, from when it is reported or comes back. An empty field sets no time
        limit; a defect without a severity counts as S1.
      </p>
      <div className="cycles wide">
        {triageCycles.map((cycle) => (
          <Windows key={cycle} cycle={cycle} editor={editor} />
        ))}
      </div>
      <Expiry editor={editor} />
      <Fold
        level={3}
        title="Kind of each release"
        summary={set === 0 ? 'All are normal' : `${set} not normal`}
        problems={countUnder(problems, 'triage.cycles')}
      >
        <VersionCycles editor={editor} />
      </Fold>
    </FoldedSection>
  );
}

function Windows({ cycle, editor: { draft, problems, edit } }: { cycle: TriageCycle; editor: SettingsEditor }): ReactElement {
  const { windows, counted } = draft.triage;
  const name = cycleTitles[cycle].toLowerCase();
  return (
    <fieldset className="cycle">
      <legend>{cycleTitles[cycle]}</legend>
      <ul>
        {severities.map((severity) => (
          <li key={severity}>
            <SeverityMark severity={severity} short />
            <LengthField
              label={`Time to decide on an ${severity}, ${name}`}
              path={`triage.windows.${cycle}.${severity}`}
              minutes={windows[cycle][severity]}
              onChange={(minutes) => edit(changeTriage(withWindow(draft.triage, cycle, severity, minutes)))}
              problems={problems}
              placeholder="no limit"
            />
          </li>
        ))}
      </ul>
      <ChoiceField
        label={`How the time is counted, ${name}`}
        path={`triage.counted.${cycle}`}
        value={counted[cycle]}
        choices={countedChoices}
        onChange={(chosen) => edit(changeTriage({ counted: { ...counted, [cycle]: chosen } }))}
        problems={problems}
      />
    </fieldset>
  );
}

function Expiry({ editor: { draft, problems, edit } }: { editor: SettingsEditor }): ReactElement {
  const { warnAt, atExpiry, acceptAfter, calendar, counted } = draft.triage;
  const usesCalendar = Object.values(counted).includes('working-time');
  const choices = calendarChoices(draft.ownership.calendars);
  const isMissing = !choices.some(({ value }) => value === calendar);
  return (
    <ul className="sentences wide expiry" aria-label="What happens as time runs out">
      <li>
        People are warned after{' '}
        <NumberField
          label="Share of the time after which people are warned, in percent"
          path="triage.warnAt"
          value={percentOf(warnAt)}
          onChange={(percent) => edit(changeTriage({ warnAt: percent / 100 }))}
          problems={problems}
        />{' '}
        % of the time.
      </li>
      <li>
        When it is over,{' '}
        <ChoiceField
          label="What happens when the time is over"
          path="triage.atExpiry"
          value={atExpiry}
          choices={expiryChoices}
          onChange={(chosen) => edit(changeTriage({ atExpiry: chosen }))}
          problems={problems}
        />
        .
      </li>
      {atExpiry === 'escalate-then-accept' && (
        <li>
          What is recommended is decided{' '}
          <LengthField
            label="Time from telling people until the recommendation is decided"
            path="triage.acceptAfter"
            minutes={acceptAfter}
            onChange={(minutes) => edit(changeTriage({ acceptAfter: minutes ?? Number.NaN }))}
            problems={problems}
          />{' '}
          later. Holdpoint never recommends to defer.
        </li>
      )}
      {usesCalendar && (
        <li>
          Working time is that of the calendar{' '}
          <ChoiceField
            label="Calendar in which working time is counted"
            path="triage.calendar"
            value={calendar}
            choices={choices}
            onChange={(name) => edit(changeTriage({ calendar: name }))}
            problems={problems}
          />
          {isMissing && <span className="small"> It was removed, so office hours count until another one is chosen.</span>}
          {draft.ownership.calendars.length === 0 && (
            <span className="small subtle"> Calendars are added under “Who owns what”.</span>
          )}
        </li>
      )}
    </ul>
  );
}
