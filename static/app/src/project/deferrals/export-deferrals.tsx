import Button from '@atlaskit/button/new';
import { useState, type ReactElement } from 'react';
import { call } from '../../bridge/call';
import { saveFile } from '../../shared/download';

/** Excel reads UTF-8 as such only where the file begins with this mark. */
const byteOrderMark = '\uFEFF';
const types = { csv: 'text/csv;charset=utf-8', json: 'application/json' } as const;

/** Takes the register away as a file. */
export function ExportDeferrals({ projectId }: { projectId: string }): ReactElement {
  const [running, setRunning] = useState<'csv' | 'json' | null>(null);
  const [outcome, setOutcome] = useState<{ readonly words: string; readonly failed: boolean } | null>(null);
  const run = async (format: 'csv' | 'json'): Promise<void> => {
    setRunning(format);
    setOutcome(null);
    const answer = await call('exportDeferrals', { projectId, format });
    setRunning(null);
    if (answer.kind !== 'ok') return setOutcome({ words: `${answer.title}. ${answer.message}`, failed: true });
    const { text, fileName, rows, hidden } = answer.view;
    saveFile(fileName, types[format], format === 'csv' ? [byteOrderMark, text] : [text]);
    const without = hidden === 0 ? '' : `, without ${hidden.toLocaleString('en')} that Jira hides from you`;
    setOutcome({
      words: `Saved as ${fileName}: ${rows.toLocaleString('en')} ${rows === 1 ? 'row' : 'rows'}${without}.`,
      failed: false,
    });
  };
  return (
    <div className="register-export">
      <div className="actions">
        <Button spacing="compact" isLoading={running === 'csv'} isDisabled={running === 'json'} onClick={() => void run('csv')}>
          Export CSV
        </Button>
        <Button spacing="compact" isLoading={running === 'json'} isDisabled={running === 'csv'} onClick={() => void run('json')}>
          Export JSON
        </Button>
      </div>
      <p role="status" className={outcome?.failed === true ? 'problem small' : 'subtle small'}>
        {outcome?.words}
      </p>
    </div>
  );
}
