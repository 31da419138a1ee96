package import Base

/// What a file of another program says of actors, before its words are looked up.
package struct ActorExchange: Sendable, Hashable {
    /// One row: an actor, and what it does where.
    package struct Row: Sendable, Hashable {
        package var line: Int
        package var actor = Party()
        package var activities: [Text] = []
        package var needs: [Text] = []
        package var places: [Text] = []
        package var status = Text()
        package var name = LocalText([:])
        package var source = ""

        package init(line: Int) {
            self.line = line
        }
    }

    /// An actor as a file names it.
    package struct Party: Sendable, Hashable {
        package var id = ""
        package var name = LocalText([:])
        package var kind = Text()
        package var aliases: [String] = []
        package var level = ""
        /// The column that names it.
        package var column = ""

        package var isEmpty: Bool { id.isEmpty && name.isEmpty && aliases.isEmpty }
        /// What messages call it.
        package var title: String { name.texts.min { $0.key < $1.key }?.value ?? id }
    }

    /// A tie between two actors.
    package struct Relation: Sendable, Hashable {
        package var line: Int
        package var from: Party
        package var to: Party
        package var kind = ""
        package var source = ""
    }

    /// A word of the file, with the column that it stands in.
    package struct Text: Sendable, Hashable {
        package var text = ""
        package var column = ""

        package init(_ text: String = "", column: String = "") {
            self.text = text
            self.column = column
        }
    }

    /// The file's name, for messages.
    package let file: String
    package var rows: [Row] = []
    package var relations: [Relation] = []

    package init(file: String) {
        self.file = file
    }
}
