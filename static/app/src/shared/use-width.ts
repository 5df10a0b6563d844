import { useEffect, useRef, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';

/** So wide is a page of A4 between its margins (page.css), in pixels. Letter is a little wider. */
const printWidth = 700;

/** The width of an element in pixels as it changes; that of paper while it is printed. @param initial until it is known */
export function useWidth<Element extends HTMLElement>(initial: number): { ref: RefObject<Element>; width: number } {
  const ref = useRef<Element>(null);
  const [width, setWidth] = useState(initial);
  useEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      // What comes to be seen while it is printed, or is measured late, has paper's width as well.
      if (entry !== undefined) setWidth(matchMedia('print').matches ? printWidth : Math.round(entry.contentRect.width));
    });
    observer.observe(element);
    let scaled: readonly SVGSVGElement[] = [];
    // The picture of the page is taken as soon as this returns.
    const narrow = (): void => {
      flushSync(() => setWidth(printWidth));
      scaled = scalable(element);
    };
    const restore = (): void => {
      for (const drawing of scaled) drawing.removeAttribute('viewBox');
      scaled = [];
      setWidth(Math.round(element.getBoundingClientRect().width));
    };
    globalThis.addEventListener('beforeprint', narrow);
    globalThis.addEventListener('afterprint', restore);
    return () => {
      observer.disconnect();
      globalThis.removeEventListener('beforeprint', narrow);
      globalThis.removeEventListener('afterprint', restore);
    };
  }, []);
  return { ref, width };
}

/** Lets drawings that are wider than paper shrink as a whole. @returns those that could not yet */
function scalable(element: HTMLElement): readonly SVGSVGElement[] {
  const drawings = [...element.querySelectorAll<SVGSVGElement>('svg.chart-svg:not([viewBox])')];
  for (const drawing of drawings) {
    const { width, height } = drawing;
    drawing.setAttribute('viewBox', `0 0 ${width.baseVal.value} ${height.baseVal.value}`);
  }
  return drawings;
}
