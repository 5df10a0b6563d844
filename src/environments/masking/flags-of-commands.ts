import { flagsAt, runEnd, urlSafe, word, codeAt } from './characters';
import type { Value } from './assigned';
import { valueAt } from './assigned';

/** A value behind an option of a command line, with the name of the option. */
export interface OptionValue {
  readonly name: string;
  readonly value: Value;
}

/** `--password x`: an option with two hyphens and a space. @param at where the first hyphen stands */
export function longOption(text: string, at: number): OptionValue | null {
  const end = runEnd(text, at + 2, urlSafe, 48);
  if (end < at + 5 || text.charAt(end) !== ' ' || text.charAt(end + 1) === '-') return null;
  const value = valueAt(text, end + 1);
  return value === null ? null : { name: text.slice(at + 2, end), value };
}

const passwordPrograms =
  /(?:mysql|mariadb|mysqldump|mysqladmin|sshpass|(?:docker|podman|helm|oras|skopeo|az|oc|nerdctl|crane)[ \w./-]* login|htpasswd|mongo|mongosh|mongodump|sqlcmd|rabbitmqctl|curl|wget|redis-cli|ldap\w+|smbclient|net use|7z|zip|unzip|openssl)\b[^\n|;]*$/;

/** `-psecret`, `-p secret`, `-a secret`, `-w secret`, `-u name:secret` of programs that take one so. @param at where the hyphen stands */
export function shortOption(text: string, at: number): OptionValue | null {
  const letter = text.charAt(at + 1);
  if (!'pPuaw'.includes(letter) || letter === '' || codeAt(text, at - 1) > 32) return null;
  const program = passwordPrograms.exec(text.slice(Math.max(0, at - 160), at))?.[0] ?? '';
  if (program === '') return null;
  const value = valueAt(text, at + 2);
  if (value === null || text.charAt(value.start) === '-') return null;
  const said = text.slice(value.start, value.end);
  if (letter === 'u' || (letter === 'P' && !/^sqlcmd/.test(program))) {
    if (letter !== 'u' || !/^(?:curl|wget)/.test(program) || !/^[^:\s/]*:[^\s]{2,}$/.test(said) || /:\d+$/.test(said))
      return null;
    return { name: 'password', value };
  }
  if (letter === 'a' && !/^redis/.test(program)) return null;
  if (letter === 'w' && !/^ldap/.test(program)) return null;
  if (letter === 'p' && /^(?:curl|wget|redis|ldap|openssl)/.test(program)) return null;
  if (/^\d{2,5}(?::\d+)?$/.test(said) || (flagsAt(text, value.start) & word) === 0)
    return /^[/.]/.test(said) || /^\d/.test(said) ? null : { name: 'password', value };
  return { name: 'password', value };
}
