import { migrations } from '.';

test('every migration has a name of its own and is one harmless statement', () => {
  expect(new Set(migrations.map(({ name }) => name)).size).toBe(migrations.length);
  for (const { statement } of migrations) {
    expect(statement).toMatch(/^CREATE TABLE IF NOT EXISTS /);
    expect(statement).not.toMatch(/;|FOREIGN KEY|REFERENCES/i);
  }
});
