import { useEffect, useState } from 'react';
import type { z } from 'zod';
import type { NotificationsPreview, previewNotificationsViewSchema } from '../../../../../src/contracts/notification-settings';
import type { Answer } from '../../../../../src/contracts/screen';
import type { Problem } from '../../bridge/call';
import type { Rules } from './edit-notifications';

const previewAfterMs = 600;
/** What rules would have told; null while it is being worked out, `invalid` where they cannot stand. */
export type Preview = NotificationsPreview | Problem | 'invalid' | null;
/** Asks the back end. */
export type AskPreview = (rules: Rules) => Promise<Answer<z.infer<typeof previewNotificationsViewSchema>>>;

/** Works out, a moment after the last edit, what rules would have told. @param ask stays the same from one drawing to the next */
export function useNotificationsPreview(rules: Rules, ask: AskPreview): Preview {
  const [worked, setWorked] = useState<{ readonly rules: Rules; readonly preview: Preview } | null>(null);
  useEffect(() => {
    let current = true;
    const work = async (): Promise<void> => {
      const answer = await ask(rules);
      if (!current) return;
      if (answer.kind !== 'ok') setWorked({ rules, preview: answer });
      else setWorked({ rules, preview: answer.view.kind === 'preview' ? answer.view : 'invalid' });
    };
    const timer = setTimeout(() => void work(), previewAfterMs);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [rules, ask]);
  // An answer to earlier rules says nothing of these.
  return worked !== null && worked.rules === rules ? worked.preview : null;
}
