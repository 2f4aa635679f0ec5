import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import pg from 'pg';
import { inject } from 'vitest';
import { afterwards } from './endings.js';
import { administrate, templateName } from './postgres.js';

/** Databases of this process that no test is using. */
const free: Database[] = [];

/**
 * The URL of a migrated and empty database on the run's PostgreSQL, lent until the test or the file has ended. To make
 * one takes as long as ten tests, so each process makes one, empties it after each use and makes another only for a
 * test that wants two at once. A test changes rows in it, no tables.
 */
export async function lentDatabase(): Promise<string> {
  const database = free.pop() ?? (await Database.make());
  afterwards(async () => {
    if (await database.empty()) free.push(database);
    else await database.drop();
  });
  return database.url;
}

/**
 * The URL of a database that only this test (or file) ever has, migrated or without any table: for tests that do to it
 * what those that come after must not see.
 */
export async function ownDatabase(kind: 'migrated' | 'without tables'): Promise<string> {
  const server = await postgresUrl();
  const name = await newDatabase(server, kind);
  afterwards(() => dropDatabase(server, name));
  return `${server}/${name}`;
}

/** A copy of the migrated template, with a connection that looks after it. */
class Database {
  private constructor(
    private readonly server: string,
    private readonly name: string,
    private readonly keeper: pg.Client,
    /** Asks which tables have rows. */
    private readonly filled: string,
    /** Asks for a sum of what migrations themselves wrote. */
    private readonly seeded: string,
    private readonly seeds: string,
  ) {}

  static async make(): Promise<Database> {
    const server = await postgresUrl();
    const name = await newDatabase(server, 'migrated');
    const keeper = new pg.Client(`${server}/${name}`);
    // The end of the run stops the server before this process.
    keeper.on('error', () => undefined);
    await keeper.connect();
    // Rows are deleted in any order, whichever refer to which.
    await keeper.query('set session_replication_role = replica');
    const { rows } = await keeper.query("select tablename from pg_tables where schemaname = 'public'");
    const tables = rows.map(({ tablename }) => `"${tablename}"`);
    const filled = await tablesWithRows(keeper, filledQuery(tables));
    const seeded = `select ${filled.map(sumOf).join(' || ')} as sum`;
    const seeds = (await keeper.query(seeded)).rows[0].sum;
    const emptied = tables.filter((table) => !filled.includes(table));
    return new Database(server, name, keeper, filledQuery(emptied), seeded, seeds);
  }

  get url(): string {
    return `${this.server}/${this.name}`;
  }

  /**
   * Leaves the rows that migrations wrote and no other. Answers false where a test changed those, so that the database
   * cannot be used again; throws where the test left a connection open.
   */
  async empty(): Promise<boolean> {
    const open = await this.otherConnections();
    if (open > 0) {
      await this.drop();
      throw new Error(`the test left ${open} connections to its database open`);
    }
    const tables = await tablesWithRows(this.keeper, this.filled);
    // Many times as fast as to truncate them: that makes new files for every table and index.
    const deletes = tables.map((table) => `delete from ${table}`);
    const { rows } = await this.keeper.query(
      "select format('%I.%I', schemaname, sequencename) as name from pg_sequences where last_value is not null",
    );
    const restarts = rows.map(({ name }) => `alter sequence ${name} restart`);
    await this.keeper.query([...deletes, ...restarts].join(';'));
    return (await this.keeper.query(this.seeded)).rows[0].sum === this.seeds;
  }

  async drop(): Promise<void> {
    await this.keeper.end();
    await dropDatabase(this.server, this.name);
  }

  /** Waits a little for those that were closed a moment ago. */
  private async otherConnections(): Promise<number> {
    const query = `select count(*)::int as open from pg_stat_activity where datname = current_database()
      and pid <> pg_backend_pid() and backend_type = 'client backend'`;
    for (let look = 0; ; look++) {
      const { open } = (await this.keeper.query(query)).rows[0];
      if (open === 0 || look === 50) return open;
      await new Promise((resolve) => setTimeout(resolve, 2 * look));
    }
  }
}

async function newDatabase(server: string, kind: 'migrated' | 'without tables'): Promise<string> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const template = kind === 'migrated' ? `template ${templateName}` : '';
  await administrate(server, (client) => client.query(`create database ${name} ${template}`));
  return name;
}

const dropDatabase = (server: string, name: string): Promise<void> =>
  administrate(server, (client) => client.query(`drop database ${name} with (force)`));

const filledQuery = (tables: readonly string[]): string =>
  tables.map((table) => `select '${table}' as name where exists (select from ${table})`).join(' union all ');

const sumOf = (table: string): string =>
  `(select coalesce(md5(string_agg(row::text, ',' order by row::text)), '') from ${table} row)`;

async function tablesWithRows(client: pg.Client, query: string): Promise<string[]> {
  return (await client.query(query)).rows.map(({ name }) => name);
}

let server: Promise<string> | undefined;

/** The URL of the run's PostgreSQL without a database; the first call of a run starts it. */
function postgresUrl(): Promise<string> {
  server ??= new Promise((resolve, reject) => {
    let text = '';
    const socket = connect(inject('postgresOnDemand'), '127.0.0.1');
    socket.on('error', reject);
    socket.on('data', (data) => {
      text += data;
    });
    socket.on('end', () => {
      const { url, error } = JSON.parse(text);
      if (url) resolve(url);
      else reject(new Error(error));
    });
  });
  return server;
}
