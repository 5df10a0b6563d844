import { useEffect, useState, type RefObject } from 'react';

const steps = Array.from({ length: 101 }, (_, at) => at / 100);

/**
 * How many pixels of an element lie below the visible part of the window. Jira makes the frame as tall as its page and scrolls around
 * it, so that `position: sticky` has nothing to stick to; an observer without a root still sees what the outer window shows.
 */
export function useHiddenBelow(ref: RefObject<HTMLElement>): number {
  const [hidden, setHidden] = useState(0);
  useEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    const observer = new IntersectionObserver(
      ([entry]) => {
        const scrollsItself = document.documentElement.scrollHeight > globalThis.innerHeight + 1;
        if (entry === undefined || scrollsItself) return setHidden(0);
        if (entry.isIntersecting)
          setHidden(Math.max(0, Math.round(entry.boundingClientRect.bottom - entry.intersectionRect.bottom)));
      },
      { threshold: steps },
    );
    observer.observe(element);
    // Jira lets the frame grow a moment after its page did; what the outer window shows may then be as much as before.
    const lookAgain = (): void => {
      observer.unobserve(element);
      observer.observe(element);
    };
    globalThis.addEventListener('resize', lookAgain);
    return () => {
      globalThis.removeEventListener('resize', lookAgain);
      observer.disconnect();
    };
  }, [ref]);
  return hidden;
}
