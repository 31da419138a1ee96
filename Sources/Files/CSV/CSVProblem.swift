import Base

/// What can be wrong with a CSV file, in words.
enum CSVProblem {
    static func otherFormat(_ file: String, _ kind: FileKind) -> Problem {
        Problem(
            .error,
            "csv.other-format",
            at: .init(file),
            "The file is not CSV: it is \(kind.rawValue).",
            remedy: "Name the file by what it is, or export the data as CSV."
        )
    }

    static func emptyFile(_ file: String) -> Problem {
        Problem(
            .error,
            "csv.empty-file",
            at: .init(file),
            "The file is empty.",
            remedy: "Export the data again; the first row must hold the columns' names."
        )
    }

    static func noRows(_ file: String) -> Problem {
        Problem(
            .error,
            "csv.no-rows",
            at: .init(file),
            "The file has a header, but no rows.",
            remedy: "Export the data again; was a filter set that leaves nothing?"
        )
    }

    static func emptyRows(_ file: String, count: Int) -> Problem {
        Problem(
            .note,
            "csv.empty-rows",
            at: .init(file),
            "\(rows(count)) without content at the end of the file \(count == 1 ? "was" : "were")"
                + " passed over.",
            remedy: "Nothing is lost; spreadsheets leave such rows behind."
        )
    }

    static func tooManyColumns(_ file: String, line: Int) -> Problem {
        Problem(
            .error,
            "csv.too-many-columns",
            at: .init(file, line: line),
            "The header has more than \(CSV.mostColumns) cells.",
            remedy: "Is it the right file? The header must hold one name for each column."
        )
    }

    /// An empty header, or one that another column has already.
    static func header(
        _ file: String,
        line: Int,
        letter: String,
        header: String,
        name: String
    ) -> Problem {
        Problem(
            .warning,
            header.isEmpty ? "csv.empty-header" : "csv.duplicate-header",
            at: .init(file, line: line, column: letter),
            header.isEmpty
                ? "Column \(letter) has no header; it is called \(Problem.quote(name)) here."
                : "\(Problem.quote(header)) is the header of more than one column; the one in "
                    + "column \(letter) is called \(Problem.quote(name)) here.",
            remedy: "Give each column a name of its own."
        )
    }

    static func moreHeaders(_ file: String, line: Int, count: Int) -> Problem {
        Problem(
            .warning,
            "csv.more-headers",
            at: .init(file, line: line),
            "And \(count) more columns have no header, or one that another column has.",
            remedy: "Give each column a name of its own."
        )
    }

    /// One row that cannot be read, and why; `header` names the columns, if there is one.
    static func badRow(_ file: String, line: Int, _ flaw: CSVFlaw, header: [String]?) -> Problem {
        var location = Problem.Location(file, line: line)
        if let cell = flaw.cell {
            let name = header.flatMap { $0.indices.contains(cell) ? $0[cell] : nil }
            location.column = name ?? columnLetter(cell)
        }
        let (code, message, remedy) = words(flaw, columns: header?.count ?? 0)
        return Problem(.error, code, at: location, message, remedy: remedy)
    }

    private static func words(
        _ flaw: CSVFlaw,
        columns: Int
    ) -> (code: Problem.Code, message: String, remedy: String) {
        switch flaw {
        case .cells(let count):
            (
                "csv.bad-row", "The row has \(cells(count)), but the header has \(columns).",
                "Often a text with a separator or a line end in it lacks its quotes. "
                    + "Mend the row; until then it is left out."
            )
        case .textAfterQuote:
            (
                "csv.text-after-quote", "Text follows the closing quote of a cell.",
                "Write a quote inside a quoted cell twice (\"\"). Until then the row is left out."
            )
        case .unclosedQuote:
            (
                "csv.unclosed-quote",
                "The quote that opens this cell is never closed, so the rest of the file is in it.",
                "Close the quote, or take it away. Until then this row and all below are left out."
            )
        case .zeroByte:
            (
                "csv.zero-byte", "The cell holds a zero byte, which no text has.",
                "The file is damaged here: export it again. Until then the row is left out."
            )
        case .largeCell:
            (
                "csv.large-cell", "The cell is larger than 1 MiB.",
                "Often a quote further up is not closed. Until it is mended the row is left out."
            )
        }
    }

    static func moreBadRows(_ file: String, count: Int) -> Problem {
        Problem(
            .error,
            "csv.more-bad-rows",
            at: .init(file),
            "And \(rows(count)) more that cannot be read \(count == 1 ? "is" : "are") left out.",
            remedy: "Mend the ones listed first: they often have one cause."
        )
    }

    private static func rows(_ count: Int) -> String { count == 1 ? "1 row" : "\(count) rows" }
    private static func cells(_ count: Int) -> String { count == 1 ? "1 cell" : "\(count) cells" }
}
