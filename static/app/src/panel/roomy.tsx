import type { ReactElement, ReactNode } from 'react';
import './roomy.css';

interface Props {
  /** What takes as much room as is ever needed, as a rule. */
  readonly room: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** Words that take the room of others from the beginning, so that nothing below moves away from under a pointer when they come. */
export function Roomy({ room, className = '', children }: Props): ReactElement {
  return (
    <div className={`roomy ${className}`}>
      <span aria-hidden="true">{room}</span>
      <span>{children}</span>
    </div>
  );
}
