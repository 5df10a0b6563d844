import { newerWins } from './newer-wins';

test('the instants that decide are assigned last', () => {
  expect(newerWins(['name', 'read_at', 'updated_at'])).toMatch(
    /UPDATE name = IF\(.*\), updated_at = IF\(.*\), read_at = IF\(.*\)$/,
  );
});
