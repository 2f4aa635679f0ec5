/** A mostly-zero row of a design matrix: column indexes and values. */
export interface SparseRow {
  at: number[];
  value: number[];
}

/**
 * Fits a logistic regression with ridge penalties (one per coefficient) by Newton's method: maximises Σ y·log
 * p + (1−y)·log(1−p) − ½ Σ ridge·b². Some tens of columns and 100,000 rows take milliseconds.
 */
export async function fitLogistic(
  rows: readonly SparseRow[],
  labels: ArrayLike<number>,
  ridge: readonly number[],
  yieldToEventLoop: () => Promise<void> = async () => {},
): Promise<number[]> {
  const width = ridge.length;
  const beta = new Array<number>(width).fill(0);
  for (let round = 0; round < 25; round++) {
    await yieldToEventLoop();
    const gradient = ridge.map((penalty, n) => -penalty * (beta[n] ?? 0));
    const hessian = ridge.map((penalty, n) => {
      const line = new Array<number>(width).fill(0);
      line[n] = penalty;
      return line;
    });
    for (const [n, row] of rows.entries()) {
      const p = chance(beta, row);
      const miss = (labels[n] ?? 0) - p;
      const weight = Math.max(p * (1 - p), 1e-9);
      for (let i = 0; i < row.at.length; i++) {
        const [a, va] = [row.at[i] as number, row.value[i] as number];
        gradient[a] = (gradient[a] as number) + miss * va;
        const line = hessian[a] as number[];
        for (let j = 0; j <= i; j++) {
          const b = row.at[j] as number;
          line[b] = (line[b] as number) + weight * va * (row.value[j] as number);
        }
      }
    }
    const step = solve(hessian, gradient);
    const size = Math.max(...step.map(Math.abs));
    // Limits the step: on separable data the likelihood has no curvature left to bound it.
    const length = size > 5 ? 5 / size : 1;
    for (const [n, part] of step.entries()) beta[n] = (beta[n] ?? 0) + part * length;
    if (size < 1e-6) break;
  }
  return beta;
}

/** Logistic function. */
export const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));

/** Probability of a row's label being 1; `more` is added to its log odds. */
export function chance(beta: readonly number[], { at, value }: SparseRow, more = 0): number {
  let z = more;
  for (let n = 0; n < at.length; n++) z += (beta[at[n] as number] ?? 0) * (value[n] as number);
  return sigmoid(z);
}

/**
 * Solves a symmetric positive definite system by Cholesky's method; rows hold the ascending columns below the
 * diagonal.
 */
function solve(matrix: number[][], right: readonly number[]): number[] {
  const n = right.length;
  const lower = matrix.map((row) => [...row]);
  for (let i = 0; i < n; i++) {
    const row = lower[i] as number[];
    for (let j = 0; j <= i; j++) {
      const other = lower[j] as number[];
      let sum = row[j] as number;
      for (let k = 0; k < j; k++) sum -= (row[k] as number) * (other[k] as number);
      row[j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / (other[j] as number);
    }
  }
  const y: number[] = [];
  for (let i = 0; i < n; i++) {
    const row = lower[i] as number[];
    let sum = right[i] as number;
    for (let k = 0; k < i; k++) sum -= (row[k] as number) * (y[k] as number);
    y.push(sum / (row[i] as number));
  }
  const x = new Array<number>(n).fill(0);
  for (let i = n - 1; i >= 0; i--) {
    let sum = y[i] as number;
    for (let k = i + 1; k < n; k++) sum -= ((lower[k] as number[])[i] as number) * (x[k] as number);
    x[i] = sum / ((lower[i] as number[])[i] as number);
  }
  return x;
}
