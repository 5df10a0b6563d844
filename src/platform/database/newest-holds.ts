/**
 * The end of an upsert in which the greater `newness` holds. It is assigned last, because MySQL assigns from left to right and the
 * others look at it.
 */
export function newestHolds(names: readonly string[]): string {
  const ordered = [...names.filter((name) => name !== 'newness'), 'newness'];
  return `ON DUPLICATE KEY UPDATE ${ordered.map((name) => `${name} = IF(VALUES(newness) > newness, VALUES(${name}), ${name})`).join(', ')}`;
}
