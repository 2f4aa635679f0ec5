/** An error of a database statement, as drizzle and the drivers make it. */
interface StatementError {
  query?: unknown;
  params?: unknown;
  /** PostgreSQL's five characters. */
  code?: unknown;
  severity?: unknown;
}

/** Most causes told of one error. */
const most = 5;

/**
 * Says why something failed, causes included, without the values that a database statement was given and without the text that is no
 * JSON: they hold people's words, and neither a log nor a list of failures is the place for those.
 */
export function plainReason(error: unknown): string {
  const said: string[] = [];
  for (let at = error; at !== undefined && at !== null && said.length < most; at = causeOf(at)) {
    const message = ownReason(at);
    if (!said.some((one) => one.includes(message))) said.push(message);
  }
  return said.join(': ');
}

const causeOf = (error: unknown): unknown => (error instanceof Error ? error.cause : undefined);

function ownReason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { query, params, code, severity } = error as StatementError;
  if (typeof query === 'string' && params !== undefined) return `Failed query: ${query}`;
  // A data exception of PostgreSQL quotes the value that it refuses.
  if (severity !== undefined && /^22/.test(String(code))) return `the database refuses a value (${code})`;
  // The parser quotes what it could not read.
  if (error instanceof SyntaxError && error.message.endsWith('not valid JSON')) return 'not valid JSON';
  return error.message;
}
