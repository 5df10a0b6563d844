import { useId, useLayoutEffect, useRef, type KeyboardEvent, type ReactElement, type ReactNode } from 'react';
import './modal-dialog.css';

interface Props {
  readonly title: string;
  /** Escape; also what a button of the dialog that leaves it should call. */
  readonly onLeave: () => void;
  readonly children: ReactNode;
}

const margin = 8;
/** The dialog begins somewhat above what opened it. */
const above = 64;

/**
 * A dialog above the page that keeps the focus. Frames in Jira are as tall as what is in them, so the middle of one may be far from what
 * the viewer sees: the dialog stands where it was asked for, and a frame that is too short for it grows meanwhile.
 */
export function ModalDialog({ title, onLeave, children }: Props): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  useLayoutEffect(() => (dialog.current === null ? undefined : openBeside(dialog.current, heading.current)), []);
  const keep = (event: KeyboardEvent): void => {
    if (event.key === 'Tab') goRound(event, dialog.current);
  };
  return (
    <dialog
      ref={dialog}
      className="modal"
      aria-labelledby={id}
      onKeyDown={keep}
      onCancel={(event) => {
        event.preventDefault();
        onLeave();
      }}
    >
      <h2 ref={heading} id={id} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </dialog>
  );
}

/** Opens the dialog beside what has the focus, and keeps the document tall enough for it. @returns closes it: the focus goes back */
function openBeside(dialog: HTMLDialogElement, heading: HTMLElement | null): () => void {
  const anchor = document.activeElement;
  const from = anchor === null || anchor === document.body ? 0 : anchor.getBoundingClientRect().top - above;
  const top = globalThis.scrollY + Math.max(margin, from);
  const { minHeight } = document.body.style;
  dialog.showModal();
  const place = (): void => {
    const lowest = Math.max(margin, globalThis.scrollY + globalThis.innerHeight - dialog.offsetHeight - margin);
    const at = Math.min(top, lowest);
    dialog.style.top = `${at}px`;
    document.body.style.minHeight = `${at + dialog.offsetHeight + margin}px`;
  };
  place();
  heading?.focus({ preventScroll: true });
  heading?.scrollIntoView({ block: 'nearest' });
  const observer = new ResizeObserver(place);
  observer.observe(dialog);
  return () => {
    observer.disconnect();
    document.body.style.minHeight = minHeight;
    dialog.close();
  };
}

/** The browser's own trap lets the focus out into Jira's page around the frame. */
function goRound(event: KeyboardEvent, dialog: HTMLDialogElement | null): void {
  const fields = [
    ...(dialog?.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex="0"]') ?? []),
  ].filter((field) => !field.matches(':disabled') && field.getClientRects().length > 0);
  const [first, last] = [fields[0], fields.at(-1)];
  if (first === undefined || last === undefined) return;
  const here = document.activeElement;
  const isAtStart = here === first || !fields.some((field) => field === here);
  if (event.shiftKey ? !isAtStart : here !== last) return;
  event.preventDefault();
  (event.shiftKey ? last : first).focus();
}
