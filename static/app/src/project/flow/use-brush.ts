import { useRef, useState, type PointerEvent } from 'react';

/** Fewer pixels than these are a click of an unsteady hand. */
const leastDrag = 6;

/** Two places between which somebody drags, in the order of the drag. */
export interface Brush {
  readonly from: number;
  readonly to: number;
}

interface BrushProps {
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerUp: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerCancel: () => void;
}

/**
 * Dragging over days. `move` takes each movement of the pointer; `wasDragged` says whether the click that follows ended a drag.
 * @param placeAt the place under a pointer
 */
export function useBrush(
  placeAt: (event: PointerEvent<HTMLElement>) => number | null,
  onDone: (brush: Brush) => void,
): {
  readonly brush: Brush | null;
  readonly move: (event: PointerEvent<HTMLElement>) => void;
  readonly wasDragged: () => boolean;
  readonly props: BrushProps;
} {
  const [brush, setBrush] = useState<Brush | null>(null);
  const start = useRef<{ readonly x: number; readonly place: number } | null>(null);
  const dragged = useRef(false);
  const stop = (): void => {
    start.current = null;
    setBrush(null);
  };
  const brushTo = (event: PointerEvent<HTMLElement>): Brush | null => {
    const place = placeAt(event);
    if (start.current === null || place === null) return null;
    return Math.abs(event.clientX - start.current.x) < leastDrag ? null : { from: start.current.place, to: place };
  };
  return {
    brush,
    move: (event) => {
      const to = brushTo(event);
      // Only now: a pointer that is held fast would take the focus from what it clicks.
      if (to !== null) event.currentTarget.setPointerCapture(event.pointerId);
      if (start.current !== null) setBrush(to);
    },
    wasDragged: () => dragged.current,
    props: {
      onPointerDown: (event) => {
        dragged.current = false;
        const place = event.button === 0 ? placeAt(event) : null;
        start.current = place === null ? null : { x: event.clientX, place };
      },
      onPointerUp: (event) => {
        const done = brushTo(event);
        dragged.current = done !== null;
        stop();
        if (done !== null) onDone(done);
      },
      onPointerCancel: stop,
    },
  };
}
