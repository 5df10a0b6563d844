/** `prod, live` as names: without spaces around them, without empty ones, each once. */
export function namesOf(text: string): string[] {
  return [
    ...new Set(
      text
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== ''),
    ),
  ];
}
