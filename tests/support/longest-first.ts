import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take many times as long as others, the longest first. */
const long = [
  'tests/faults/random.test.ts',
  'tests/properties/hidden.test.ts',
  'tests/properties/render.test.ts',
  'tests/browser/sandbox-page.test.ts',
  'tests/dialogues/examples.test.ts',
  'tests/language/questions.test.ts',
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
