/** One command of `holdpoint`. */
export interface Command {
  /** What `holdpoint NAME --help` prints: usage, options, exit codes, examples. */
  readonly help: string;
  /** @param args what stands behind the command's name @returns the exit code @throws Misuse where the arguments cannot be understood */
  run(args: readonly string[]): Promise<number>;
}

/** The caller asked for something that the command does not know; ends it with exit code 2 and this sentence. */
export class Misuse extends Error {}

/** @throws Misuse where the text is not one of the choices */
export function oneOf<Choice extends string>(option: string, text: string, choices: readonly Choice[]): Choice {
  const found = choices.find((choice) => choice === text);
  if (found === undefined) throw new Misuse(`${option} takes ${choices.join(', ')}, not "${text}".`);
  return found;
}

/** Writes whole lines to standard output, and waits where the reader is slow. */
export function print(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text.endsWith('\n') ? text : `${text}\n`, (error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}
