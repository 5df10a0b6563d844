import { useEffect, useRef, useState, type ReactElement } from 'react';

/** Reads out what changed on a screen that renews itself. @param describe the sentences between two views */
export function Announcer<View>({
  view,
  describe,
}: {
  view: View;
  describe: (before: View, after: View) => string[];
}): ReactElement {
  const before = useRef(view);
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (before.current === view) return;
    const sentences = describe(before.current, view);
    before.current = view;
    if (sentences.length > 0) setSaid(sentences.join(' '));
  }, [view, describe]);
  return (
    <div className="unseen" role="status" aria-live="polite">
      {said}
    </div>
  );
}
