import ChevronIcon from '@atlaskit/icon/core/chevron-right';
import { useState, type ReactElement, type ReactNode } from 'react';
import './fold.css';

interface Props {
  readonly title: string;
  readonly level: 2 | 3;
  /** What holds now, in one line; seen while it is closed. */
  readonly summary: ReactNode;
  /** How many of its fields have to be put right. */
  readonly problems: number;
  readonly children: ReactNode;
}

/** A part of the page that begins closed, so that the page stays calm. It opens by itself where something in it is wrong. */
export function Fold({ title, level, summary, problems, children }: Props): ReactElement {
  const wrong = problems > 0;
  const [open, setOpen] = useState(wrong);
  // What was never opened asks the back end for nothing.
  const [opened, setOpened] = useState(wrong);
  const [wasWrong, setWasWrong] = useState(wrong);
  if (wrong !== wasWrong) {
    setWasWrong(wrong);
    if (wrong) setOpen(true);
  }
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <details
      className="fold"
      open={open}
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
        if (event.currentTarget.open) setOpened(true);
      }}
    >
      <summary>
        <span className="fold-chevron">
          <ChevronIcon label="" size="small" />
        </span>
        <Heading>{title}</Heading>
        {wrong && <span className="problem">{problems === 1 ? '1 thing' : `${problems} things`} to put right</span>}
        {!open && <span className="subtle">{summary}</span>}
      </summary>
      {(opened || open) && <div className="fold-body">{children}</div>}
    </details>
  );
}

/** A section of the page that begins closed. @param id of the section in the page's address */
export function FoldedSection({ id, ...fold }: Omit<Props, 'level'> & { readonly id: string }): ReactElement {
  return (
    <section id={id} aria-label={fold.title}>
      <Fold level={2} {...fold} />
    </section>
  );
}
