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
  const isUser = text.startsWith('user', end - 4) && /^(?:proxy-)?user$/.test(text.slice(at + 2, end));
  if (end < at + 5 || !(text.charAt(end) === ' ' || (isUser && text.charAt(end) === '=')) || text.charAt(end + 1) === '-')
    return null;
  const value = valueAt(text, end + 1);
  if (value === null) return null;
  if (!isUser) return { name: text.slice(at + 2, end), value };
  return webPrograms.test(text.slice(Math.max(0, at - 300), at)) ? loginOf(text, value) : null;
}

/** What goes on over the end of a line that a backslash stands before. */
const webPrograms = /(?:curl|wget|httpie)\b(?:[^\n|;\\]|\\[^])*$/;
const unset = /^["'{]*(?:\$|\{|<|\[|%\w+%|\*+$|x+$)/;

/** `name:secret` behind an option: the whole, or the secret alone where quotes of its own stand around it. */
function loginOf(text: string, value: Value): OptionValue | null {
  const said = text.slice(value.start, value.end);
  const colon = said.indexOf(':');
  // `name:'secret'`, `"name":"secret"`: the colon may belong to neither.
  const between = /^["']?:?["']/.exec(text.slice(value.end, value.end + 3));
  if (between !== null && between[0].length > 1 - (value.quoted ? 0 : 1) && (colon === -1 || colon === said.length - 1)) {
    const second = valueAt(text, value.end + between[0].length - 1);
    if (second !== null && second.start === value.end + between[0].length)
      return unset.test(text.slice(second.start, second.end)) ? null : { name: 'password', value: second };
  }
  if (colon === -1 || said.slice(0, colon).includes('/')) return null;
  const secret = said.slice(colon + 1);
  // A key instead of a name, with nothing behind the colon.
  if (secret === '') return colon >= 8 && /\d/.test(said) && /[a-z]/i.test(said) ? { name: 'password', value } : null;
  return secret.length < 2 || /^\d+$/.test(secret) || unset.test(secret) ? null : { name: 'password', value };
}

const passwordPrograms =
  /(?:mysql|mariadb|mysqldump|mysqladmin|sshpass|(?:docker|podman|helm|oras|skopeo|az|oc|nerdctl|crane)[ \w./-]* login|htpasswd|mongo|mongosh|mongodump|sqlcmd|rabbitmqctl|curl|wget|redis-cli|ldap\w+|smbclient|net use|7z|zip|unzip|openssl|psexec|PsExec|psExec|PSEXEC)\b(?:[^\n|;\\]|\\[^])*$/;

/** `-psecret`, `-p secret`, `-a secret`, `-w secret`, `-u name:secret` of programs that take one so. @param at where the hyphen stands */
export function shortOption(text: string, at: number): OptionValue | null {
  const letter = text.charAt(at + 1);
  if (!'pPuaw'.includes(letter) || letter === '' || codeAt(text, at - 1) > 32) return null;
  const program = passwordPrograms.exec(text.slice(Math.max(0, at - 160), at))?.[0] ?? '';
  if (program === '') return null;
  const value = valueAt(text, at + 2);
  if (value === null || text.charAt(value.start) === '-') return null;
  const said = text.slice(value.start, value.end);
  if (letter === 'u' || (letter === 'P' && !/^sqlcmd/.test(program)))
    return letter === 'u' && /^(?:curl|wget)/.test(program) ? loginOf(text, value) : null;
  if (letter === 'a' && !/^redis/.test(program)) return null;
  if (letter === 'w' && !/^ldap/.test(program)) return null;
  if (letter === 'p' && /^(?:curl|wget|redis|ldap|openssl)/.test(program)) return null;
  if (/^\d{2,5}(?::\d+)?$/.test(said) || (flagsAt(text, value.start) & word) === 0)
    return /^[/.]/.test(said) || /^\d/.test(said) ? null : { name: 'password', value };
  return { name: 'password', value };
}
