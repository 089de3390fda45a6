package org.portcullis.engine.rules.cases;

import java.util.ArrayList;
import java.util.List;

/**
 * A small comma-separated table: cells may stand in double quotes, a doubled quote inside means one; lines that begin
 * with {@code #} and empty lines are left out.
 *
 * @param header the column names
 * @param rows   the rows below
 */
record CsvTable(List<String> header, List<Row> rows) {

    /** One row and the line it begins on. */
    record Row(int line, List<String> cells) {

        /** The cell in a column, empty when the row is shorter. */
        String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }
    }

    /**
     * Reads a table.
     *
     * @throws CaseProblem when it is empty, a quote is left open, or a row is longer than the header
     */
    static CsvTable read(String text) {
        List<Row> rows = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank() && !lines.get(i).startsWith("#")) {
                rows.add(new Row(i + 1, cells(lines.get(i), i + 1)));
            }
        }
        if (rows.isEmpty()) {
            throw new CaseProblem(1, "the table is empty: begin with the columns case,fires,records");
        }
        List<String> header = rows.remove(0).cells();
        for (Row row : rows) {
            if (row.cells().size() > header.size()) {
                throw new CaseProblem(row.line(), "has " + row.cells().size() + " cells for " + header.size()
                        + " columns: quote cells that hold commas");
            }
        }
        return new CsvTable(header, rows);
    }

    private static List<String> cells(String line, int number) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        if (quoted) {
            throw new CaseProblem(number, "a quote is left open");
        }
        cells.add(cell.toString().strip());
        return cells;
    }
}
