import CXlsxWriter
import Survey

/// The looks of cells in one workbook, each made once.
struct CellFormats {
    private let workbook: UnsafeMutablePointer<lxw_workbook>
    private var known: [String: UnsafeMutablePointer<lxw_format>] = [:]
    let title: UnsafeMutablePointer<lxw_format>?
    let header: UnsafeMutablePointer<lxw_format>?
    let text: UnsafeMutablePointer<lxw_format>?

    init(_ workbook: UnsafeMutablePointer<lxw_workbook>) {
        self.workbook = workbook
        title = workbook_add_format(workbook)
        format_set_bold(title)
        format_set_font_size(title, 14)
        header = workbook_add_format(workbook)
        format_set_bold(header)
        format_set_text_wrap(header)
        format_set_align(header, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        format_set_bottom(header, UInt8(LXW_BORDER_THIN.rawValue))
        text = workbook_add_format(workbook)
        format_set_align(text, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    }

    /// The look of a number in a column of that kind.
    mutating func number(_ kind: Workbook.ColumnSpec.Kind) -> UnsafeMutablePointer<lxw_format>? {
        format(CellFormats.code(kind))
    }

    /// The look of a point in time, with as much of it as it has.
    mutating func date(
        _ seconds: Double,
        _ precision: Column.DatePrecision
    ) -> UnsafeMutablePointer<lxw_format>? {
        switch precision {
        case .day: format("yyyy-mm-dd")
        case .second:
            format(
                seconds == seconds.rounded() ? "yyyy-mm-dd hh:mm:ss" : "yyyy-mm-dd hh:mm:ss.000"
            )
        }
    }

    /// The number format's code; General where the kind says nothing about numbers.
    static func code(_ kind: Workbook.ColumnSpec.Kind) -> String {
        switch kind {
        case .text, .date: "General"
        case .entry: "@"
        case .whole: "#,##0"
        case .decimal(let digits): "#,##0" + decimals(digits)
        case .percent(let digits): "0" + decimals(digits) + "%"
        }
    }

    private static func decimals(_ digits: Int) -> String {
        digits > 0 ? "." + String(repeating: "0", count: min(digits, 15)) : ""
    }

    private mutating func format(_ code: String) -> UnsafeMutablePointer<lxw_format>? {
        if let format = known[code] { return format }
        guard let format = workbook_add_format(workbook) else { return nil }
        format_set_num_format(format, code)
        format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        known[code] = format
        return format
    }
}
