import SectionMessage from '@atlaskit/section-message';
import { useEffect, useState, type ReactElement } from 'react';
import { call } from '../bridge/call';
import { submitFieldValue } from '../bridge/field-value';
import { Loading } from '../shared/loading';
import { usePage } from '../shared/page-context';
import type { Choice } from './field-editor';
import { FieldChoices } from './field-choices';
import { FieldSelect } from './field-select';
import { FieldText } from './field-text';
import { fieldKey, fieldKinds, type FieldKey } from './field-kind';
import './field-page.css';

/** The editor of one of Holdpoint's custom fields. */
export function FieldPage(): ReactElement {
  const key = fieldKey(usePage().context);
  if (key === null) {
    return (
      <SectionMessage appearance="warning" title="Holdpoint does not know this field">
        <p>Reload the page. If that does not help, tell your Jira admin.</p>
      </SectionMessage>
    );
  }
  return (
    <main className="field">
      <FieldEditor field={key} />
    </main>
  );
}

function FieldEditor({ field }: { field: FieldKey }): ReactElement {
  const { fieldValue, renderContext } = usePage().context.extension;
  const [choices, setChoices] = useState<readonly Choice[] | null>(null);
  const [refused, setRefused] = useState(false);
  const kind = fieldKinds[field];
  useEffect(() => {
    void call('fieldChoices', { field }).then((answer) => {
      setChoices(answer.kind === 'ok' ? answer.view.choices : kind.known.map((value) => ({ value, label: value })));
    });
  }, [field, kind]);

  if (choices === null) return <Loading what={kind.name} heights={[32]} />;
  const submit = (value: string | null): void => void submitFieldValue(value).then((taken) => setRefused(!taken));
  const current = typeof fieldValue === 'string' && fieldValue !== '' ? fieldValue : null;
  const Editor = choices.length === 0 ? FieldText : renderContext === 'issue-create' ? FieldSelect : FieldChoices;
  return (
    <>
      <Editor kind={kind} choices={choices} current={current} submit={submit} />
      {refused && (
        <p className="problem" role="alert">
          Jira did not take this value. Try again.
        </p>
      )}
    </>
  );
}
