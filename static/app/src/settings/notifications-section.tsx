import { useRef, useState, type ReactElement } from 'react';
import type { SettingsProblem } from '../../../../src/contracts/settings';
import { call } from '../bridge/call';
import { changeNotifications } from './edit-settings';
import { FieldProblem } from './field-problem';
import { FoldedSection } from './fold';
import { Check } from './notifications/check';
import { addRule, changeRule, removeRule, ruleWords, type Rules } from './notifications/edit-notifications';
import { NotificationsPreviewCard } from './notifications/notifications-preview';
import { QuietFields } from './notifications/quiet-fields';
import { RuleFields } from './notifications/rule-fields';
import { useNotificationsPreview, type AskPreview } from './notifications/use-notifications-preview';
import { countUnder } from './problems-under';
import { AddButton, RemoveButton } from './row-buttons';
import type { SettingsEditor } from './use-settings';
import './notifications/notifications.css';

const mostRules = 20;

interface Props {
  readonly rules: Rules;
  readonly stages: readonly { readonly key: string; readonly name: string }[];
  /** Of the whole document; those of this section have paths that begin with `notifications.`. */
  readonly problems: readonly SettingsProblem[];
  readonly onChange: (rules: Rules) => void;
  readonly ask: AskPreview;
}

const ask: AskPreview = (rules) => call('previewNotifications', { rules });

/** Who is told of what, in which way, and when not. */
export function NotificationsSection({ editor }: { editor: SettingsEditor }): ReactElement {
  const { draft, problems, edit } = editor;
  const { on, rules } = draft.notifications;
  const inUse = rules.filter(({ active }) => active).length;
  const summary = on ? `Told by ${inUse === 1 ? '1 rule' : `${inUse} rules`}` : 'Nobody is told anything yet';
  return (
    <FoldedSection id="notifications" title="Telling people" summary={summary} problems={countUnder(problems, 'notifications')}>
      <NotificationRules
        rules={draft.notifications}
        stages={draft.stages}
        problems={problems}
        onChange={(notifications) => edit(changeNotifications(notifications))}
        ask={ask}
      />
    </FoldedSection>
  );
}

function NotificationRules({ rules, stages, problems, onChange, ask }: Props): ReactElement {
  const add = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState<readonly string[]>([]);
  const preview = useNotificationsPreview(rules, ask);
  return (
    <div className="notifications">
      <p className="subtle">
        Who hears when something happens to a release, and on which issue. What happens again and again is one message with a
        count, and every message says whether a gate turned.
      </p>
      <Check label="Tell people by these rules" checked={rules.on} onChange={() => onChange({ ...rules, on: !rules.on })} />
      {!rules.on && <p className="subtle">Nobody is told anything yet. Below is what the rules would tell.</p>}
      <ol className="rule-list" aria-label="Rules">
        {rules.rules.map((rule, at) => {
          const path = `notifications.rules.${at}`;
          const wrong = problems.some((problem) => problem.path.startsWith(`${path}.`));
          return (
            <li key={rule.id}>
              <details
                open={open.includes(rule.id)}
                onToggle={({ currentTarget }) => {
                  const others = open.filter((id) => id !== rule.id);
                  setOpen(currentTarget.open ? [...others, rule.id] : others);
                }}
              >
                <summary>
                  <strong>{rule.name === '' ? `Rule ${at + 1}` : rule.name}</strong>
                  {!rule.active && <span className="subtle"> (not in use)</span>}
                  {wrong && <span className="problem small"> Something is missing in this rule.</span>}
                  <span className="rule-words">{ruleWords(rule)}</span>
                </summary>
                <RuleFields
                  rule={rule}
                  path={path}
                  stages={stages}
                  problems={problems}
                  onChange={(change) => onChange(changeRule(rules, at, change))}
                />
              </details>
              <RemoveButton
                what={`rule ${rule.name}`}
                onClick={() => {
                  onChange(removeRule(rules, at));
                  add.current?.focus();
                }}
              />
            </li>
          );
        })}
      </ol>
      {rules.rules.length === 0 && <p className="subtle nothing">No rules: nobody is told anything.</p>}
      {rules.rules.length < mostRules && (
        <AddButton
          ref={add}
          onClick={() => {
            const more = addRule(rules);
            setOpen([...open, ...more.rules.slice(-1).map(({ id }) => id)]);
            onChange(more);
          }}
        >
          Add a rule
        </AddButton>
      )}
      <FieldProblem problems={problems} path="notifications.rules" />
      <QuietFields quiet={rules.quiet} problems={problems} onChange={(quiet) => onChange({ ...rules, quiet })} />
      <NotificationsPreviewCard preview={preview} />
    </div>
  );
}
