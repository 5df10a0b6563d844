import { useEffect, useState, type RefObject } from 'react';

const lookAgainMs = 150;

/**
 * How many pixels of an element lie below the visible part of the window. Jira makes the frame as tall as its page and scrolls around
 * it, so that `position: sticky` has nothing to stick to; an observer without a root still sees what the outer window shows.
 * @param watched false while nobody needs to know; it is then what it last was
 */
export function useHiddenBelow(ref: RefObject<HTMLElement>, watched: boolean): number {
  const [hidden, setHidden] = useState(0);
  useEffect(() => {
    const element = ref.current;
    if (element === null || !watched) return undefined;
    const observer = new IntersectionObserver(([entry]) => {
      const scrollsItself = document.documentElement.scrollHeight > globalThis.innerHeight + 1;
      if (entry === undefined || scrollsItself) return setHidden(0);
      if (entry.isIntersecting)
        setHidden(Math.max(0, Math.round(entry.boundingClientRect.bottom - entry.intersectionRect.bottom)));
    });
    observer.observe(element);
    // A page taller than the window fills it before and after a scroll, which changes no share that an observer could be told to watch.
    const timer = setInterval(() => {
      observer.unobserve(element);
      observer.observe(element);
    }, lookAgainMs);
    return () => {
      clearInterval(timer);
      observer.disconnect();
    };
  }, [ref, watched]);
  return hidden;
}
