/// What a report says of each thing that it should say of its methods.
package struct DisclosureChecklist: Sendable, Hashable {
    package enum Status: String, Sendable, Hashable, CaseIterable {
        /// The authors say it.
        case said
        /// It follows from the study; the authors need not say it.
        case workedOut = "worked-out"
        case missing
        /// The study has nothing of the kind.
        case notApplicable = "not-applicable"
    }

    /// One item with what is said of it.
    package struct Entry: Sendable, Hashable {
        package let item: DisclosureItem
        package let status: Status
        /// The answer; for an item that does not apply, why; empty where it is missing.
        package let text: String

        /// What is said of `item`: the words of the authors (`said`, empty for none), then what follows from
        /// the study (`workedOut`, nil for nothing); else why the item does not apply (`excuse`, nil where it
        /// does).
        package init(
            _ item: DisclosureItem,
            said: String,
            workedOut: String? = nil,
            excuse: String? = nil
        ) {
            self.item = item
            let answer = [said, workedOut ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
            if !answer.isEmpty {
                status = said.isEmpty ? .workedOut : .said
                text = answer
            } else {
                status = excuse == nil ? .missing : .notApplicable
                text = excuse ?? ""
            }
        }
    }

    /// Every item once, in the order of ``DisclosureItem``.
    package let entries: [Entry]

    package init(_ entries: [Entry]) {
        self.entries = entries
    }

    package var missing: [Entry] { entries.filter { $0.status == .missing } }
    /// What is said, follows or does not apply.
    package var answered: [Entry] { entries.filter { $0.status != .missing } }
}
