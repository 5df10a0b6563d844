import { useEffect, useState } from 'react';
import type { BridgeView } from '../../../../../src/contracts/bridge';
import { call, type Problem } from '../../bridge/call';
import type { MaskingRules } from './masking-words';

const askAfterMs = 400;

type Preview = BridgeView<'previewMasking'>;

/**
 * What masking would store of a text, a moment after the last change. Until a new answer is there the one before stays.
 * @param rules null while they cannot stand
 */
export function useMaskingPreview(
  text: string,
  rules: MaskingRules | null,
): { preview: Preview | null; problem: Problem | null } {
  const [preview, setPreview] = useState<Preview | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => {
    if (rules === null) return undefined;
    let current = true;
    const ask = async (): Promise<void> => {
      const answer = await call('previewMasking', { text, rules });
      if (!current) return;
      setProblem(answer.kind === 'ok' ? null : answer);
      if (answer.kind === 'ok') setPreview(answer.view);
    };
    const timer = setTimeout(() => void ask(), askAfterMs);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [text, rules]);
  return { preview, problem };
}
