import { useState } from 'react';

/**
 * What is shown of a part that can be changed: what saving it answered, where that is newer than what was read.
 * @param view what was read; null while nothing was
 * @returns what is shown, and what takes the answer
 */
export function useSaved<View extends { readonly now: string }>(view: View | null): [View | null, (saved: View) => void] {
  const [saved, setSaved] = useState<View | null>(null);
  return [saved !== null && (view === null || saved.now > view.now) ? saved : view, setSaved];
}
