import { describe, expect, test } from 'vitest';
import { parse, parseDocument, type YAMLSeq } from 'yaml';
import { editYaml, type YamlEdit, type YamlPath } from '../../../sales/process/yaml-edit.js';

const file = `# head
a: 1 # one
b: # block
  - x # first
  # between
  - name: y
    more: [1, 2]   # odd

c: [p, q] # flow
d: []
e:
  f: "t" # quoted
  g: { h: 1, i: [] }
list:
  - { key: k, inner: [m] }
  - key: l
    inner:
      - n
last: null`;

/** The same change made on the parsed value. */
function changed(path: YamlPath, edit: YamlEdit): unknown {
  const document = parseDocument(file);
  if ('set' in edit) document.setIn(path, edit.set);
  else if ('remove' in edit) document.deleteIn([...path, edit.remove]);
  else if ('insert' in edit) {
    const items = document.getIn(path) as YAMLSeq;
    items.items.splice(edit.after + 1, 0, document.createNode(edit.insert));
  } else if (document.hasIn(path)) document.addIn(path, document.createNode(edit.add));
  else document.setIn(path, [edit.add]);
  return document.toJS();
}

const remarks = (yaml: string): string[] => yaml.match(/#.*/g) ?? [];

const edits: [YamlPath, YamlEdit][] = [
  [['a'], { set: 2 }],
  [['a'], { set: null }],
  [['e', 'f'], { set: '09:00' }],
  [['e', 'g'], { set: { h: 2 } }],
  [['last'], { set: 'end' }],
  [['fresh'], { set: 'new: one' }],
  [['e', 'fresh'], { set: { from: '08:00', to: '09:00' } }],
  [['list', 1, 'fresh'], { set: true }],
  [['list', 0, 'fresh'], { set: true }],
  [['b'], { add: 'z' }],
  [['b'], { add: { key: 'z' } }],
  [['c'], { add: 'r' }],
  [['d'], { add: 'first, quoted' }],
  [['e', 'g', 'i'], { add: 3 }],
  [['list', 0, 'inner'], { add: 'o' }],
  [['list', 1, 'inner'], { add: 'o' }],
  [['e', 'none'], { add: 'o' }],
  [['list'], { insert: { key: 'm', name: 'between' }, after: 0 }],
  [['list'], { insert: { key: 'm' }, after: 1 }],
  [['b'], { insert: 'w', after: 0 }],
  [['c'], { insert: 'w', after: 0 }],
  [['c'], { remove: 0 }],
  [['c'], { remove: 1 }],
  [['list', 0, 'inner'], { remove: 0 }],
  [['list', 1, 'inner'], { remove: 0 }],
  [['list'], { remove: 0 }],
  [['list'], { remove: 1 }],
];

describe('an edit of a YAML file', () => {
  test.each(edits)('changes only the value at %j: %j', (path, edit) => {
    const after = editYaml(file, path, edit);
    expect(parse(after)).toEqual(changed(path, edit));
    expect(remarks(after)).toEqual(remarks(file));
  });

  test('removes an item with its own comment, and keeps the others', () => {
    const after = editYaml(file, ['b'], { remove: 0 });
    expect(parse(after)).toEqual(changed(['b'], { remove: 0 }));
    expect(after).toBe(file.replace('  - x # first\n', ''));
  });

  test('changes no other line', () => {
    const after = editYaml(file, ['c'], { add: 'r' });
    expect(after).toBe(file.replace('[p, q] # flow', '[p, q, r] # flow'));
    expect(editYaml(file, ['b'], { add: 'z' })).toBe(file.replace('# odd\n', '# odd\n  - z\n'));
  });
});
