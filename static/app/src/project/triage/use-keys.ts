import { useEffect, useRef, useState } from 'react';

const place = 'holdpoint-keys';

function isOn(): boolean {
  try {
    return globalThis.localStorage.getItem(place) !== 'off';
  } catch {
    return true;
  }
}

/** Whether single keys do something; who uses speech input, or trips over them, turns them off. Remembered where the browser allows it. */
export function useKeysOn(): { readonly on: boolean; readonly turn: (on: boolean) => void } {
  const [on, setOn] = useState(isOn);
  const turn = (next: boolean): void => {
    setOn(next);
    try {
      globalThis.localStorage.setItem(place, next ? 'on' : 'off');
    } catch {
      // The browser keeps nothing for frames: it holds for this visit.
    }
  };
  return { on, turn };
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return target.type !== 'radio' && target.type !== 'checkbox';
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable;
}

/** Listens to single keys while nobody types. @param onKey says whether it did something with the key */
export function useKeys(on: boolean, onKey: (event: KeyboardEvent) => boolean): void {
  const newest = useRef(onKey);
  useEffect(() => {
    newest.current = onKey;
  });
  useEffect(() => {
    if (!on) return undefined;
    const pressed = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      // Somebody else's dialog is open: its keys are its own.
      if (document.querySelector('dialog[open], [aria-modal="true"]') !== null) return;
      if (newest.current(event)) event.preventDefault();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [on]);
}
