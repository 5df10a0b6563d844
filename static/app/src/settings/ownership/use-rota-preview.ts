import { useEffect, useState } from 'react';
import type { RotaPreview } from '../../../../../src/contracts/ownership';
import { call } from '../../bridge/call';
import type { Ownership } from './edit-ownership';

const previewAfterMs = 600;

/** Whose turn it would be, a moment after the last edit; null while it is not known, or where it cannot be said. */
export function useRotaPreview(ownership: Ownership): RotaPreview | null {
  const [worked, setWorked] = useState<{ readonly ownership: Ownership; readonly preview: RotaPreview } | null>(null);
  useEffect(() => {
    let current = true;
    const timer = setTimeout(() => {
      void call('previewRotas', { ownership }).then((answer) => {
        if (current && answer.kind === 'ok' && answer.view.kind === 'preview') setWorked({ ownership, preview: answer.view });
      });
    }, previewAfterMs);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [ownership]);
  return worked !== null && worked.ownership === ownership ? worked.preview : null;
}
