/**
 * The end of an upsert in which an older reading never replaces a newer one: whatever comes later was updated no earlier in Jira and
 * read no earlier. The two instants come last, because MySQL assigns from left to right and the others look at them.
 */
export function newerWins(columns: readonly string[]): string {
  const newer = 'VALUES(updated_at) >= updated_at AND VALUES(read_at) >= read_at';
  const ordered = [...columns.filter((column) => !instants.includes(column)), ...instants];
  return `ON DUPLICATE KEY UPDATE ${ordered.map((column) => `${column} = IF(${newer}, VALUES(${column}), ${column})`).join(', ')}`;
}

const instants = ['updated_at', 'read_at'];
