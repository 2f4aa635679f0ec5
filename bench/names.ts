import Database from 'better-sqlite3';
import { nameKeys } from '../store/customers/name-keys.js';
import { moment } from './bench-product.js';

const first =
  '天海云金华东方明德信达远恒瑞安泰宏盛兴新中长江南北大同光辉福康美佳丽亚太环宇星辰月华龙凤春秋山川石林水木青白红蓝绿';
const second = '成通利源创联达业和顺昌荣生合力强捷讯飞腾翔宁平正义仁智勇信诚真善优良精益博雅文思科力图';
const kinds = [
  '科技',
  '物流',
  '制造',
  '食品',
  '医疗',
  '教育',
  '能源',
  '软件',
  '电子',
  '家居',
  '建设',
  '环保',
  '贸易',
];
const places = ['', '上海', '北京', '广州', '成都', '武汉', '杭州', '南京', '苏州', '西安'];

/** Puts so many customers of somebody else's into the name index, straight into the file. Deterministic. */
export function seedNames(file: string, count: number): void {
  const db = new Database(file);
  db.pragma('synchronous = OFF');
  db.exec("insert into people (id, name, role, active, created_at) values ('other', 'Other', 'rep', 1, 0)");
  const customer = db.prepare(
    "insert into customers (id, no, name, owner_id, tags, facts, version, created_at) values (?, ?, ?, 'other', '[]', '{}', 1, ?)",
  );
  const key = db.prepare('insert or ignore into customer_names (key, kind, customer_id) values (?, ?, ?)');
  const write = db.transaction(() => {
    for (let n = 0; n < count; n++) {
      const name = nameOf(n);
      const id = `n${n}`;
      customer.run(id, 1_000_000 + n, name, moment.getTime());
      for (const one of nameKeys(name)) key.run(one.key, one.kind, id);
    }
  });
  write();
  db.exec('analyze');
  db.close();
}

/** No two alike: the parts are the digits of the number. */
function nameOf(n: number): string {
  const at = (list: string | string[], size: number) => list[Math.floor(n / size) % list.length] ?? '';
  const [a, b] = [first.length, first.length * second.length];
  const stem = at(first, 1) + at(second, a);
  return `${at(places, b * kinds.length)}${stem}${at(kinds, b)}${n >= b * kinds.length * places.length ? n : ''}`;
}
