import { join } from 'node:path';
import { fill, play, stagesOf } from '../tests/language/play.js';
import { type Figures, figuresOf, type Verdict } from '../tests/language/score.js';
import { allSentences } from '../tests/language/set.js';
import { benchProduct } from './bench-product.js';
import { seedNames } from './names.js';

const customers = 100_000;
const folder = join('tests', 'language');

/** `npm run bench:language`: how well plain sentences are read, by kind, among a hundred thousand customers. */
async function main(): Promise<void> {
  const product = await benchProduct();
  await fill(product.store);
  const stages = stagesOf(product.process.inForce.process);
  seedNames(product.file, customers);
  const times: number[] = [];
  const out = (line: string) => process.stdout.write(`${line}\n`);
  out('| kind | sentences | intent F1 | slot F1 | all slots right | wrong writes | one more tap |');
  out('|---|--:|--:|--:|--:|--:|--:|');
  for (const [set, title] of [
    ['sentences', 'the set'],
    ['blind', 'unseen'],
  ] as const) {
    const sentences = allSentences(join(folder, set));
    const verdicts = await play(product.store, stages, sentences, (ms) => times.push(ms));
    for (const kind of [...new Set(sentences.map((one) => one.kind))]) {
      out(row(kind, figuresOf(verdicts.filter((one) => one.sentence.kind === kind))));
    }
    out(row(`**${title}**`, figuresOf(verdicts)));
    const held = verdicts.filter((one: Verdict) => one.sentence.held);
    if (held.length > 0) out(row('of it, held back', figuresOf(held)));
  }
  const sorted = times.sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)]?.toFixed(2);
  out(`\n${customers} customers: median ${at(0.5)} ms a sentence, 95 % under ${at(0.95)} ms`);
  await product.end();
}

function row(kind: string, figures: Figures): string {
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  const { sentences, intentF1, slotF1, allRight, wrongWrites, asked } = figures;
  return `| ${kind} | ${sentences} | ${intentF1.toFixed(3)} | ${slotF1.toFixed(3)} | ${percent(allRight)} | ${percent(wrongWrites)} | ${percent(asked)} |`;
}

await main();
