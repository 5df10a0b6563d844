import Button from '@atlaskit/button/new';
import { forwardRef, useState, type FormEvent } from 'react';

interface Props {
  readonly label: string;
  readonly placeholder: string;
  readonly maxLength: number;
  /** Words of the button. */
  readonly children: string;
  readonly add: (name: string) => void;
}

/** A name and a button that adds it. The reference is to the field. */
export const AddForm = forwardRef<HTMLInputElement, Props>(function AddForm(
  { label, placeholder, maxLength, children, add },
  ref,
) {
  const [name, setName] = useState('');
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (name.trim() === '') return event.currentTarget.querySelector('input')?.focus();
    add(name.trim());
    setName('');
  };
  return (
    <form className="inline" onSubmit={submit}>
      <input
        ref={ref}
        className="input"
        aria-label={label}
        placeholder={placeholder}
        maxLength={maxLength}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Button type="submit">{children}</Button>
    </form>
  );
});
