import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take many times as long as others, the longest first. */
const long = [
  'tests/faults/kills.slow.test.ts',
  'tests/adapters/slack/failures.slow.test.ts',
  'tests/properties/random-worlds.slow.test.ts',
  'tests/faults/two-processes.slow.test.ts',
  'tests/adapters/wecom/connection.test.ts',
  'tests/browser/newcomer.slow.test.ts',
  'tests/browser/sandbox-page.test.ts',
  'tests/properties/hidden.test.ts',
  'tests/adapters/dingtalk/ladder.slow.test.ts',
  'tests/adapters/slack/delivery.test.ts',
  'tests/contracts/adapters.test.ts',
  'tests/adapters/slack/story.test.ts',
  'tests/laws/reading-commands.test.ts',
  'tests/laws/writing-commands.test.ts',
  'tests/dialogues/rules.test.ts',
  'tests/adapters/dingtalk/budget.slow.test.ts',
  'tests/adapters/slack/cards.test.ts',
  'tests/contracts/answers.test.ts',
  'tests/faults/start.test.ts',
  'tests/dialogues/examples.test.ts',
];

/** Begins with the longest files, so that none of them is still running when all others are done. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId, project }: TestSpecification) => {
      const at = long.findIndex((file) => moduleId.endsWith(file));
      return at === -1 || project.name !== 'all' ? long.length : at;
    };
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}
