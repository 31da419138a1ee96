import Base
import Survey

extension XLSFormSurvey {
    // MARK: - Groups and repeats

    mutating func begin(_ block: XLSFormType.Block, _ row: XLSFormRow) {
        guard open.count < XLSFormSurvey.deepest else {
            if tooDeep == 0 { problems.append(deep(row)) }
            tooDeep += 1
            return
        }
        let name = name(of: row, isNote: false)
        var begun = Open(kind: block, name: name, line: row.line)
        begun.label = languages.text("label", in: row)
        switch block {
        case .score: begun.list = row["kobo--score-choices"]
        case .rank: begun.list = row["kobo--rank-items"]
        case .matrix:
            begun.list = row["kobo--matrix_list"]
            usedLists.append((begun.list, row.line))
        case .group, .repeat: break
        }
        open.append(begun)
        guard block != .matrix else { return }
        groups.append(
            Group(
                path: path,
                label: begun.label,
                isRepeat: block == .repeat,
                relevant: row["relevant"],
                appearance: row["appearance"],
                attributes: row.attributes(
                    besides: ["type", "name", "label", "relevant", "appearance"],
                    headings: table.headings
                ),
                line: row.line
            )
        )
    }

    mutating func end(_ block: XLSFormType.Block, _ row: XLSFormRow) {
        if tooDeep > 0 {
            tooDeep -= 1
            return
        }
        guard let last = open.last else {
            problems.append(unbalanced(row, "nothing is open here"))
            return
        }
        guard last.kind == block else {
            problems.append(
                unbalanced(
                    row,
                    "the \(last.kind.rawValue) \(Problem.quote(last.name)) of line \(last.line) is open"
                )
            )
            // The nearest block of that kind ends, with all inside it; so one slip stays one problem.
            if let match = open.lastIndex(where: { $0.kind == block }) {
                open.removeSubrange(match...)
            } else if [.group, .repeat].contains(last.kind) {
                open.removeLast()
            }
            return
        }
        open.removeLast()
        if block == .matrix { expand(last) }
    }

    private func deep(_ row: XLSFormRow) -> Problem {
        Problem(
            .error,
            "xlsform.too-deep",
            at: place(row.line, "type"),
            "Groups are nested more than \(XLSFormSurvey.deepest) deep.",
            remedy: "Is an end_group missing further up? Deeper groups count as part of this one."
        )
    }

    private func unbalanced(_ row: XLSFormRow, _ why: String) -> Problem {
        Problem(
            .error,
            "xlsform.unbalanced",
            at: place(row.line, "type"),
            "The row \(Problem.quote(row["type"])) does not fit: \(why).",
            remedy: "Every begin_group needs one end_group, every begin_repeat one end_repeat."
        )
    }

    // MARK: - Blocks of the Kobo form builder

    /// A row of a score block is a question on the block's list; of a rank block, a place in the order.
    mutating func readBlockRow(_ row: XLSFormRow) {
        guard let block = open.last, block.kind == .score || block.kind == .rank else {
            problems.append(unbalanced(row, "it may stand only inside begin_score or begin_rank"))
            add(row, .other(row["type"]))
            return
        }
        add(row, .selectOne(list: block.list, orOther: false))
    }

    /// The questions of a matrix: every column asked for every row, named MATRIX_ROW_COLUMN.
    private mutating func expand(_ matrix: Open) {
        for item in lists[matrix.list] ?? [] {
            let base = "\(matrix.name)_\(item.name)"
            groups.append(
                Group(path: path + [base], label: item.label, isRepeat: false, line: matrix.line)
            )
            for column in matrix.columns {
                var question = column
                question.name = "\(base)_\(column.name)"
                question.groupPath = path + [base]
                question.label = joined(item.label, column.label)
                questions.append(question)
            }
        }
    }

    /// Both texts in every language that either has.
    private func joined(_ first: LocalText, _ second: LocalText) -> LocalText {
        let languages = Set(first.languages + second.languages)
        return LocalText(
            Dictionary(
                uniqueKeysWithValues: languages.map { language in
                    (language, "\(first.text(in: language)): \(second.text(in: language))")
                }
            )
        )
    }
}

extension XLSFormType.Block {
    /// The word after "begin_" and "end_".
    var word: String { self == .matrix ? "kobomatrix" : rawValue }
}
