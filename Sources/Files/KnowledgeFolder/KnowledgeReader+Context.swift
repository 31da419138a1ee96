import Base
import Report

extension KnowledgeReader {
    /// The outside statistics, each value with its source and unit.
    mutating func readContext(_ file: String) -> [ContextSeries] {
        guard
            var table = table(
                file,
                at: "context",
                known: [
                    "indicator", "name.", "place", "period", "value", "unit.", "source.", "claim",
                    "note",
                ],
                needed: ["indicator", "period", "value"]
            )
        else { return [] }
        var series: [ContextSeries] = []
        for row in table.rows {
            let indicator = table.text(row, "indicator")
            if indicator.isEmpty {
                table.problem(
                    "context.no-indicator",
                    row,
                    "indicator",
                    "The row has no indicator.",
                    "Write a short name of what is counted."
                )
                continue
            }
            let position = position(of: indicator, row, in: &series, table)
            let place = contextPlace(row, &table)
            let claim = table.text(row, "claim")
            if !claim.isEmpty {
                series[position].claims.append(
                    .init(text: claim, place: place, line: row.line)
                )
            }
            if let value = value(row, place, &table) { series[position].values.append(value) }
            if series[position].unit.isEmpty {
                series[position].unit = table.localText(row, "unit")
            }
            checkUnit(row, series[position], &table)
        }
        add(table.problems)
        return series
    }

    /// The series of the row, made where it is new.
    private func position(
        of indicator: String,
        _ row: KnowledgeTable.Row,
        in series: inout [ContextSeries],
        _ table: KnowledgeTable
    ) -> Int {
        if let known = series.firstIndex(where: { $0.indicator == indicator }) { return known }
        let name = table.localText(row, "name")
        series.append(
            ContextSeries(
                indicator: indicator,
                name: name.isEmpty ? LocalText(indicator) : name,
                unit: table.localText(row, "unit")
            )
        )
        return series.count - 1
    }

    /// The row's place; nil for the whole country.
    private func contextPlace(
        _ row: KnowledgeTable.Row,
        _ table: inout KnowledgeTable
    ) -> String? {
        placeCodes(row, "place", &table).first
    }

    private func value(
        _ row: KnowledgeTable.Row,
        _ place: String?,
        _ table: inout KnowledgeTable
    ) -> ContextSeries.Value? {
        let written = table.text(row, "value")
        let source = table.localText(row, "source")
        if written.isEmpty, !table.text(row, "claim").isEmpty { return nil }
        guard let number = TableText.number(written) else {
            table.problem(
                "table.not-a-number",
                row,
                "value",
                "\(Problem.quote(written)) is not a number.",
                "Write the value in digits, as its source has it."
            )
            return nil
        }
        if source.isEmpty {
            table.problem(
                "context.no-source",
                row,
                "source",
                "The value has no source.",
                "Write where it was published."
            )
        }
        let period = table.text(row, "period")
        if period.isEmpty {
            table.problem(
                "context.no-period",
                row,
                "period",
                "The value has no period.",
                "Write the year, or year and month: 2021, 2021-03."
            )
        }
        return ContextSeries.Value(
            place: place,
            period: period,
            number: number,
            written: written,
            source: source,
            line: row.line
        )
    }

    /// A series has one unit.
    private func checkUnit(
        _ row: KnowledgeTable.Row,
        _ series: ContextSeries,
        _ table: inout KnowledgeTable
    ) {
        let unit = table.localText(row, "unit")
        if unit.isEmpty, series.unit.isEmpty {
            table.problem(
                "context.no-unit",
                row,
                "unit",
                "The value has no unit.",
                "Write what is counted: people, crimes a year, per cent."
            )
        } else if !unit.isEmpty, unit != series.unit {
            table.problem(
                "context.units",
                row,
                "unit",
                "The indicator \(series.indicator) has another unit in an earlier row.",
                "Give the two units an indicator each."
            )
        }
    }
}
