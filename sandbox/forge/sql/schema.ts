import { createPool, type Pool, type RowDataPacket } from 'mysql2/promise';
import type { DatabaseAddress } from './database';

/** What the app's installation finds: an empty schema. */
export interface PreparedSchema {
  readonly isMariaDb: boolean;
}

/** Makes the installation's schema anew and empty. */
export function prepareSchema(address: DatabaseAddress): Promise<PreparedSchema> {
  return asAdmin(address, async (admin) => {
    const [versions] = await admin.query<RowDataPacket[]>('SELECT VERSION() AS version');
    await admin.query(`DROP DATABASE IF EXISTS \`${address.schema}\``);
    await admin.query(`CREATE DATABASE \`${address.schema}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
    return { isMariaDb: String(versions[0]?.version).includes('MariaDB') };
  });
}

/** Takes the schema away with everything in it, as an uninstallation does in the end. */
export function dropSchema(address: DatabaseAddress): Promise<void> {
  return asAdmin(address, async (admin) => {
    await admin.query(`DROP DATABASE IF EXISTS \`${address.schema}\``);
  });
}

/** Tables of the schema; none where there is no schema. */
export function countTables(address: DatabaseAddress): Promise<number> {
  return asAdmin(address, async (admin) => {
    const query = 'SELECT COUNT(*) AS n FROM information_schema.TABLES WHERE TABLE_SCHEMA = ?';
    const [rows] = await admin.query<RowDataPacket[]>(query, [address.schema]);
    return Number(rows[0]?.n);
  });
}

/** Connects to the server alone: the schema need not be there. */
async function asAdmin<Result>(address: DatabaseAddress, act: (admin: Pool) => Promise<Result>): Promise<Result> {
  const { socketPath, host, port, user, password } = address;
  const admin = createPool({
    ...(socketPath === undefined ? {} : { socketPath }),
    ...(host === undefined ? {} : { host }),
    ...(port === undefined ? {} : { port }),
    user,
    password,
    connectionLimit: 1,
  });
  try {
    return await act(admin);
  } finally {
    await admin.end();
  }
}
