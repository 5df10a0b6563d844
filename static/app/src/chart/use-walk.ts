import { useRef, useState, type KeyboardEvent } from 'react';
import { pointAfter, type Walked } from './walk';

interface Walk extends Walked {
  /** Where the walk stands while nothing is pointed at. */
  readonly initial: number;
  /** Enter or the space bar on a point. */
  readonly onChoose?: (at: number) => void;
}

/** What the element that takes the focus needs; it adds its `aria-label` and `aria-valuetext`. */
interface WalkProps {
  readonly role: 'slider';
  readonly tabIndex: 0;
  readonly 'aria-valuemin': 0;
  readonly 'aria-valuemax': number;
  readonly 'aria-valuenow': number;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onPointerLeave: () => void;
  readonly onBlur: () => void;
}

/**
 * Walks over the points of a chart by keyboard and pointer. `at` is the point that is read out; `pointed` says whether somebody points at
 * it; `point` is for the pointer, which knows where it is.
 */
export function useWalk({ count, initial, columns, onChoose }: Walk): {
  readonly at: number;
  readonly pointed: boolean;
  readonly point: (at: number | null) => void;
  readonly props: WalkProps;
} {
  const [held, setHeld] = useState<number | null>(null);
  // What a choice opens takes the focus: the walk stays where it was, and goes on from there.
  const keeps = useRef(false);
  const last = Math.max(0, count - 1);
  const at = Math.max(0, Math.min(held ?? initial, last));
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if ((event.key === 'Enter' || event.key === ' ') && onChoose !== undefined && count > 0) {
      event.preventDefault();
      setHeld(at);
      keeps.current = true;
      return onChoose(at);
    }
    const to = pointAfter(event.key, at, columns === undefined ? { count } : { count, columns });
    if (to === null) return;
    event.preventDefault();
    setHeld(to);
  };
  const onBlur = (): void => {
    if (!keeps.current) setHeld(null);
    keeps.current = false;
  };
  return {
    at,
    pointed: held !== null,
    point: setHeld,
    props: {
      ...{ role: 'slider', tabIndex: 0, 'aria-valuemin': 0, 'aria-valuemax': last, 'aria-valuenow': at },
      ...{ onKeyDown, onPointerLeave: () => setHeld(null), onBlur },
    },
  };
}
