import { useEffect, useRef, useState, type RefObject } from 'react';

/** The width of an element in pixels as it changes. @param initial until it is known */
export function useWidth<Element extends HTMLElement>(initial: number): { ref: RefObject<Element>; width: number } {
  const ref = useRef<Element>(null);
  const [width, setWidth] = useState(initial);
  useEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setWidth(Math.round(entry.contentRect.width));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, width };
}
