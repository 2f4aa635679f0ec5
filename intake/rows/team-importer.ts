import { foldSpelling } from '../../kernel/words/folding.js';
import { setSetting } from '../../store/running/setting-queries.js';
import { readAmountCell } from '../read/cell-values.js';
import type { Row } from '../read/read-file.js';
import type { ImportedProduct } from './import-directory.js';
import {
  cell,
  columnLabel,
  type FileContext,
  type Importer,
  importTexts,
  RowRefused,
  readRows,
  requiredCell,
} from './importer.js';

/** Imports people with their manager and office: a team for each manager, named by office and manager. */
export function teamImporter(context: FileContext): Importer {
  const { directory, mapping, tally } = context;

  /** An address is one person's: the row's, unless somebody else has it. */
  async function freeEmail(row: Row, email: string | null): Promise<string | null> {
    const taken = email && (await directory.personOf(email));
    if (taken) tally.note(row, 'email', importTexts(context).emailTaken(email, taken.name));
    return taken ? null : email;
  }

  return {
    async take(rows) {
      const read = readRows(context, rows, (row) => ({
        name: requiredCell(context, row, 'person'),
        manager: cell(row, mapping, 'manager'),
        team: cell(row, mapping, 'team'),
        region: cell(row, mapping, 'region'),
        email: cell(row, mapping, 'email') || null,
      }));
      for (const { row: line, read: row } of read) {
        const teamName = row.team || [row.region, row.manager].filter(Boolean).join(' · ');
        let team = directory.team(teamName);
        if (!team && teamName) {
          team = await directory.makeTeam(teamName);
          tally.make('teams');
        }
        if (team && row.manager && team.managerId === null) {
          let manager = directory.person(row.manager);
          if (!manager) {
            manager = await directory.makePerson(row.manager, { role: 'manager', teamId: team.id });
            tally.make('people');
          } else if (manager.role === 'rep')
            await directory.changePerson(manager, { role: 'manager', teamId: team.id });
          await directory.changeTeam(team, { managerId: manager.id });
        }
        const known = directory.person(row.name);
        const email = known?.email ? null : await freeEmail(line, row.email);
        if (!known) {
          await directory.makePerson(row.name, { teamId: team?.id ?? null, email });
          tally.counts.created++;
          continue;
        }
        const patch = {
          ...(known.teamId === null && team ? { teamId: team.id } : {}),
          ...(email ? { email } : {}),
        };
        if (Object.keys(patch).length > 0) {
          await directory.changePerson(known, patch);
          tally.counts.merged++;
        } else tally.counts.unchanged++;
      }
    },
  };
}

/** Imports the price list: names and prices of products. */
export function productImporter(context: FileContext): Importer {
  const { directory, mapping, tally } = context;
  return {
    async take(rows) {
      const read = readRows(context, rows, (row): ImportedProduct => {
        const name = requiredCell(context, row, 'product');
        const price = readAmountCell(requiredCell(context, row, 'price'));
        if (price === undefined) {
          throw new RowRefused(
            importTexts(context).noAmount(columnLabel(context, 'price'), cell(row, mapping, 'price')),
          );
        }
        return { name, price, series: cell(row, mapping, 'series') || null };
      });
      const products = new Map(directory.products.map((product) => [foldSpelling(product.name), product]));
      for (const { read: product } of read) {
        const known = products.get(foldSpelling(product.name));
        const same = known && known.price === product.price && known.series === product.series;
        tally.counts[known ? (same ? 'unchanged' : 'merged') : 'created']++;
        products.set(foldSpelling(product.name), product);
      }
      directory.products = [...products.values()];
      if (!context.dryRun) await context.store.tx((tx) => setSetting(tx, 'products', directory.products));
    },
  };
}
