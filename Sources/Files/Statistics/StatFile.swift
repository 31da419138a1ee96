package import Base
import CReadStatChild
import Foundation
package import Survey

/// SPSS (.sav, .zsav, .por) and Stata (.dta) files.
///
/// What a file says becomes microdata like this:
/// - a numeric variable becomes dates by its display format, else answers of a closed list where its
///   value labels describe it, else numbers; see `StatColumnSource.column(numbers:problems:)`;
/// - SPSS's missing values and ranges make categories missing, or stand in `missingNumbers`; Stata's
///   `.a` to `.z` stay apart from system-missing, see ``StataMissing``;
/// - a text variable with value labels becomes a closed list, else free text;
/// - variable labels become the column's label, in the language that nobody names;
/// - texts are decoded by the encoding that the file claims, or that its texts show.
package enum StatFile {
    /// The data of the file at `path`, and what a person should know about them.
    ///
    /// The file is read by a child process, so that nothing in it can harm this one.
    ///
    /// - Throws: One problem why the file cannot be read.
    package static func read(
        path: String,
        options: ReadOptions = ReadOptions()
    ) throws(Problems) -> (data: Microdata, problems: [Problem]) {
        try read(path: path, options: options, limits: StatLimits())
    }

    /// The same within the limits given.
    static func read(
        path: String,
        options: ReadOptions,
        limits: StatLimits
    ) throws(Problems) -> (data: Microdata, problems: [Problem]) {
        let opening = StatFileOpening(path: path)
        let format = try opening.format()
        do throws(ChildFailure) {
            let request = StatRequest(path: path, format: format, limits: limits)
            let dictionary = try request.dictionary()
            var names = StatNames(dictionary, file: opening.name)
            let skips = names.names.map(options.skips)
            let (values, rowCount) = try request.values(of: dictionary, skipping: skips)
            let data = names.microdata(values, rowCount: rowCount, skipping: skips)
            return (data, names.problems)
        } catch {
            throw opening.problem(error)
        }
    }
}

/// Two looks at one file: first its dictionary, then the values of the columns wanted.
struct StatRequest {
    let path: String
    let format: StatFormat
    let limits: StatLimits

    func dictionary() throws(ChildFailure) -> StatDictionary {
        var dictionary = StatDictionary()
        try ReadStatChild.run(
            patience: limits.patience,
            silence: limits.silence,
            start: { start(nil, &$0) },
            take: { (kind, payload) throws(ChildFailure) in try dictionary.add(kind, &payload) }
        )
        return dictionary
    }

    func values(
        of dictionary: StatDictionary,
        skipping skips: [Bool]
    ) throws(ChildFailure) -> (StatValues, rowCount: Int) {
        let kept = zip(dictionary.variables, skips).filter { !$0.1 }.map(\.0)
        var again = StatDictionary()
        var values = StatValues(areTexts: kept.map(\.isText), limits: limits)
        let rows = try ReadStatChild.run(
            patience: limits.patience,
            silence: limits.silence,
            start: { start(skips, &$0) },
            take: { (kind, payload) throws(ChildFailure) in
                if kind == ASHAR_FRAME_NUMBERS || kind == ASHAR_FRAME_TEXTS {
                    try values.add(kind, &payload)
                } else {
                    try again.add(kind, &payload)
                }
            }
        )
        guard again.variables == dictionary.variables else { throw .changed }
        guard values.isComplete(rows: rows) else { throw .nonsense }
        return (values, rows)
    }

    private func start(_ skips: [Bool]?, _ child: inout ashar_child) -> Int32 {
        path.withCString { path in
            var reading = ashar_reading()
            reading.path = path
            reading.format = format.number
            // The fault of a test belongs to the second look, when there is something to lose.
            reading.fault = skips == nil ? 0 : Int32(limits.fault)
            reading.limits = limits.forChild
            guard let skips else { return ashar_start_reading(&reading, &child) }
            // One more byte, so that there is an address even without variables.
            let bytes: [UInt8] = skips.map { $0 ? 1 : 0 } + [0]
            return bytes.withUnsafeBufferPointer { bytes in
                reading.skips = bytes.baseAddress
                reading.skip_count = skips.count
                return ashar_start_reading(&reading, &child)
            }
        }
    }
}
