import { useEffect, useRef, useState } from 'react';
import { openNavigation } from '../../bridge/navigation';
import { workflowsMeant } from '../../shared/settings-place';

/**
 * Shows the workflows of a project where the page was opened at them, once it is there.
 * @param isReady whether the section is on the page
 */
export function useMeantWorkflows(isReady: boolean, show: (projectId: string) => void): void {
  const [meant, setMeant] = useState<string | null>(null);
  const latest = useRef(show);
  useEffect(() => {
    latest.current = show;
  });
  useEffect(() => {
    void openNavigation().then(({ current }) => setMeant(workflowsMeant(current().path)));
  }, []);
  useEffect(() => {
    if (isReady && meant !== null) latest.current(meant);
  }, [isReady, meant]);
}
