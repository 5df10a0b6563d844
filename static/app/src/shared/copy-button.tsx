import { IconButton } from '@atlaskit/button/new';
import CopyIcon from '@atlaskit/icon/core/copy';
import CheckIcon from '@atlaskit/icon/core/check-mark';
import { useState, type ReactElement } from 'react';

const thanksMs = 2000;

/** Frames may be denied the clipboard; the old way by selection still works there. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const holder = document.createElement('textarea');
    holder.value = text;
    document.body.append(holder);
    holder.select();
    const copied = document.execCommand('copy');
    holder.remove();
    return copied;
  }
}

/** Copies a text and says so. @param what e.g. "the link" */
export function CopyButton({ text, what }: { text: string; what: string }): ReactElement {
  const [copied, setCopied] = useState(false);
  const run = async (): Promise<void> => {
    if (!(await copy(text))) return;
    setCopied(true);
    setTimeout(() => setCopied(false), thanksMs);
  };
  return (
    <>
      <IconButton
        icon={copied ? CheckIcon : CopyIcon}
        label={copied ? 'Copied' : `Copy ${what}`}
        appearance="subtle"
        spacing="compact"
        onClick={() => void run()}
      />
      <span className="unseen" role="status">
        {copied ? 'Copied' : ''}
      </span>
    </>
  );
}
