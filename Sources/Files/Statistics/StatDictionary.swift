import CReadStatChild

/// What a statistics file says about itself, before its values; texts are bytes in its encoding.
struct StatDictionary: Hashable {
    typealias Bytes = [UInt8]

    /// One variable as the file describes it.
    struct Variable: Hashable {
        var isText: Bool
        var name: Bytes
        var label: Bytes
        /// The display format: "DATE11", "%td", "F8.2".
        var format: String
        /// The name of its set of value labels; empty without one.
        var labelSet: Bytes
        var missing: [Missing]
    }

    /// Values that the file declares missing.
    enum Missing: Hashable {
        case numbers(Double, Double)
        case texts(Bytes, Bytes)
    }

    /// A value that has a label.
    enum Key: Hashable {
        case number(Double)
        /// The letter of one of Stata's extended missing values.
        case tag(UInt8)
        case text(Bytes)
    }

    struct Label: Hashable {
        var key: Key
        var label: Bytes
    }

    var rowCount = -1
    /// The version of the format: 117 to 119 for Stata 13 and later.
    var version = 0
    /// The name of the encoding that the file claims; empty when it claims none.
    var encoding = ""
    var variables: [Variable] = []
    var labels: [Bytes: [Label]] = [:]

    /// Adds what one frame says; frames of values are nonsense here.
    mutating func add(_ kind: Int, _ payload: inout FramePayload) throws(ChildFailure) {
        switch kind {
        case ASHAR_FRAME_FILE: try addFile(&payload)
        case ASHAR_FRAME_VARIABLE: try addVariable(&payload)
        case ASHAR_FRAME_LABEL: try addLabel(&payload)
        default: throw .nonsense
        }
        guard payload.remaining == 0 else { throw .nonsense }
    }

    private mutating func addFile(_ payload: inout FramePayload) throws(ChildFailure) {
        rowCount = try payload.integer64()
        _ = try payload.integer64()
        version = try payload.natural()
        encoding = String(decoding: try payload.text(), as: UTF8.self)
        _ = try payload.text()
    }

    private mutating func addVariable(_ payload: inout FramePayload) throws(ChildFailure) {
        guard try payload.natural() == variables.count else { throw .nonsense }
        var variable = Variable(
            isText: try payload.byte() == 1,
            name: [],
            label: [],
            format: "",
            labelSet: [],
            missing: []
        )
        _ = try payload.byte()
        variable.name = Array(try payload.text())
        variable.label = Array(try payload.text())
        variable.format = String(decoding: try payload.text(), as: UTF8.self)
        variable.labelSet = Array(try payload.text())
        for _ in 0..<min(try payload.natural(), 32) {
            variable.missing.append(
                variable.isText
                    ? .texts(Array(try payload.text()), Array(try payload.text()))
                    : .numbers(try payload.double(), try payload.double())
            )
        }
        variables.append(variable)
    }

    private mutating func addLabel(_ payload: inout FramePayload) throws(ChildFailure) {
        let set = Array(try payload.text())
        let key: Key
        switch try payload.byte() {
        case 0: key = .number(try payload.double())
        case 1: key = .tag(try payload.byte())
        case 2: key = .text(Array(try payload.text()))
        default: throw .nonsense
        }
        labels[set, default: []].append(Label(key: key, label: Array(try payload.text())))
    }

    /// All texts of the dictionary, by which to recognise the encoding.
    var texts: [Bytes] {
        variables.flatMap { [$0.name, $0.label] } + labels.values.joined().map(\.label)
    }
}
