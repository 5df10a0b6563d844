import Button from '@atlaskit/button/new';
import { useRef, type ReactElement } from 'react';
import { AddForm } from '../add-form';
import { Fold, FoldedSection } from '../fold';
import { countUnder } from '../problems-under';
import type { SettingsEditor } from '../use-settings';
import { addEnvironment, changeRules, removeEnvironment } from './edit-masking';
import { MaskingPreview } from './masking-preview';
import { maskingSummary, rulesSummary } from './masking-words';
import { RulesFields } from './rules-fields';
import './masking.css';

/** What is masked before anything of a pipeline is stored. */
export function MaskingSection({ editor: { draft, problems, edit } }: { editor: SettingsEditor }): ReactElement {
  const { masking } = draft;
  const newName = useRef<HTMLInputElement>(null);
  const wrong = countUnder(problems, 'masking');
  return (
    <FoldedSection id="masking" title="Masking" summary={maskingSummary(masking)} problems={wrong}>
      <p className="subtle">
        Masked before it is stored: names and messages of tests, logs, commit messages, titles of incidents and addresses. Equal
        values get the same name in place of them, so that failures are still recognised.
      </p>
      <RulesFields
        rules={masking.standard}
        path="masking.standard"
        whose="all environments"
        onChange={(change) => edit(changeRules(null, change))}
        problems={problems}
      />
      <h3>Environments with rules of their own</h3>
      {Object.entries(masking.environments).map(([name, rules]) => (
        <Fold
          key={name}
          level={3}
          title={name}
          summary={rulesSummary(rules)}
          problems={countUnder(problems, `masking.environments.${name}`)}
        >
          <RulesFields
            rules={rules}
            path={`masking.environments.${name}`}
            whose={name}
            onChange={(change) => edit(changeRules(name, change))}
            problems={problems}
          />
          <Button
            onClick={() => {
              edit(removeEnvironment(name));
              newName.current?.focus();
            }}
          >
            {`Remove the rules of ${name}`}
          </Button>
        </Fold>
      ))}
      <AddForm
        ref={newName}
        label="Name of an environment that gets masking rules of its own"
        placeholder="e.g. production"
        maxLength={200}
        add={(name) => edit(addEnvironment(name))}
      >
        Give it rules of its own
      </AddForm>
      <MaskingPreview masking={masking} isWrong={wrong > 0} />
    </FoldedSection>
  );
}
