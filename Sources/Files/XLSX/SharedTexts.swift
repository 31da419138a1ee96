import Base

/// The texts that cells of a workbook refer to by number.
struct SharedTexts {
    /// The most bytes of text that are kept (512 MiB).
    static let mostBytes = 512 << 20
    /// The most texts that are kept; each costs 16 bytes even when it is empty.
    static let mostTexts = 16 << 20

    private(set) var texts: [String] = []

    /// The texts of a workbook whose cells hold their texts themselves.
    init() {}

    /// Reads the shared strings part to its end.
    init(_ part: consuming XMLStream) throws(Problems) {
        var stream = part
        try stream.openRoot("sst")
        let item = stream.intern("si")
        let names = RichText.Names(stream)
        var bytes = 0
        var buffer: [UInt8] = []
        while true {
            let event = try stream.next()
            if event == .finished { break }
            guard event == .start else { continue }
            guard stream.name == item else {
                try stream.skipElement()
                continue
            }
            buffer.removeAll(keepingCapacity: true)
            try RichText.read(&stream, names, into: &buffer)
            if buffer.count > RichText.mostBytes {
                throw Problems(RichText.tooLong(at: .init(stream.file)))
            }
            bytes += buffer.count
            texts.append(RichText.text(buffer))
            if bytes > SharedTexts.mostBytes || texts.count > SharedTexts.mostTexts {
                throw Problems(SharedTexts.tooLarge(stream.file))
            }
        }
    }

    /// The text with that number; nil when there is none.
    subscript(number: Int) -> String? {
        texts.indices.contains(number) ? texts[number] : nil
    }

    private static func tooLarge(_ file: String) -> Problem {
        Problem(
            .error,
            "xlsx.too-large",
            at: .init(file),
            "The workbook holds more text than can be kept.",
            remedy: "Workbooks may hold 512 MiB of text in 16 million texts."
                + " Save the sheet as .csv."
        )
    }
}
