import Button from '@atlaskit/button/new';
import { useState, type ReactElement } from 'react';
import { call } from '../../../bridge/call';
import { saveFile } from '../../../shared/download';
import type { Place } from '../control/control-call';

/** Excel reads UTF-8 as such only where the file begins with this mark. */
const byteOrderMark = '\uFEFF';

/** Takes the report of the freeze away as a file. */
export function FreezeExport({ place }: { place: Place }): ReactElement {
  const [running, setRunning] = useState(false);
  const [outcome, setOutcome] = useState<{ readonly words: string; readonly failed: boolean } | null>(null);
  const run = async (): Promise<void> => {
    setRunning(true);
    const answer = await call('exportFreeze', { ...place });
    setRunning(false);
    if (answer.kind !== 'ok') return setOutcome({ words: `${answer.title}. ${answer.message}`, failed: true });
    const { text, fileName, rows, hidden } = answer.view;
    saveFile(fileName, 'text/csv;charset=utf-8', [byteOrderMark, text]);
    const without = hidden === 0 ? '' : `, without ${hidden.toLocaleString('en')} that Jira hides from you`;
    setOutcome({
      words: `Saved as ${fileName}: ${rows.toLocaleString('en')} ${rows === 1 ? 'row' : 'rows'}${without}.`,
      failed: false,
    });
  };
  return (
    <>
      <Button spacing="compact" isLoading={running} onClick={() => void run()}>
        Export CSV
      </Button>
      <span role="status" className={outcome?.failed === true ? 'problem small' : 'subtle small'}>
        {outcome?.words}
      </span>
    </>
  );
}
