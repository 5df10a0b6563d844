import Skeleton from '@atlaskit/skeleton';
import type { ReactElement } from 'react';

/** The outline of a screen while its first answer is on the way. @param heights of its blocks in pixels, from the top */
export function Loading({ what, heights }: { what: string; heights: readonly number[] }): ReactElement {
  return (
    <div className="stack" role="status" aria-busy="true">
      <span className="unseen">Loading {what}</span>
      {heights.map((height, at) => (
        <Skeleton key={at} width="100%" height={height} borderRadius="var(--ds-radius-large)" isShimmering />
      ))}
    </div>
  );
}
