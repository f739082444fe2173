// Which columns a typed text finds: each of its words somewhere in the name or the name of the group.
import { COLUMN_GROUPS, columnName, type ColumnGroup } from './columns';

export function found(typed: string, t: (id: string) => string): ColumnGroup[] {
  const words = typed.normalize('NFC').toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...COLUMN_GROUPS];
  return COLUMN_GROUPS.map(({ name, columns }) => ({
    name,
    columns: columns.filter((column) => {
      const text = `${t(columnName(column))} ${t(name)}`.toLowerCase();
      return words.every((word) => text.includes(word));
    }),
  })).filter(({ columns }) => columns.length > 0);
}
