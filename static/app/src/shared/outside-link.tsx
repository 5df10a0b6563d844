import type { MouseEvent, ReactElement } from 'react';
import { openOutside } from '../bridge/jira-pages';

/** An address that people gave, opened in a new tab by Jira. What is no https:// address is shown as it stands and leads nowhere. */
export function OutsideLink({ address }: { address: string }): ReactElement {
  if (!URL.canParse(address) || new URL(address).protocol !== 'https:') return <>{address}</>;
  const open = (event: MouseEvent): void => {
    // Ctrl, Shift and the middle button mean what they mean everywhere.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    openOutside(address);
  };
  return (
    <a href={address} target="_blank" rel="noopener noreferrer nofollow" onClick={open}>
      {address}
    </a>
  );
}
