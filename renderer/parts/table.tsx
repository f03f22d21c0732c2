import type { Figure, Table } from '../../main/contract/document.ts';

/** A document's table, set as a table; a wide one scrolls by itself, not the page. */
export function TableView({ table: { caption, rows } }: { readonly table: Table }) {
  return (
    <div class="table">
      <table>
        {caption !== '' && <caption>{caption}</caption>}
        <tbody>
          {numbered(rows).map(([row, cells]) => (
            <tr key={row}>
              {numbered(cells).map(([column, { text, isHeader, columns, rows: height }]) => {
                const Cell = isHeader ? 'th' : 'td';
                return (
                  <Cell key={column} colSpan={columns} rowSpan={height}>
                    {text}
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Rows and cells of a document that is read, not edited: their place is all that tells them apart. */
const numbered = <T,>(items: readonly T[]): readonly (readonly [number, T])[] => [
  ...items.entries(),
];

/** The caption of a figure that is not kept here. */
export function FigureView({ figure: { caption } }: { readonly figure: Figure }) {
  return <p class="figure">{caption}</p>;
}
