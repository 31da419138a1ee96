import Base
import Files
import Foundation
import Qualitative
import Report
import Testing

/// A small study's words and actors, and folders for tests to write into.
enum ActorSamples {
    static var knowledge: LocalKnowledge {
        var knowledge = LocalKnowledge()
        knowledge.places = Vocabulary([
            Term("north", LocalText(["en": "North", "ru": "Север"])), Term("south", "South"),
            Term("town", "Town", under: "north"),
        ])
        return knowledge
    }

    static var map: ActorMap {
        var map = ActorMap()
        var oasis = Actor(
            id: "A01",
            name: LocalText(["en": "Oasis", "ru": "Оазис"]),
            kind: "ngo_local"
        )
        oasis.aliases = ["PF Oasis", "Oasis Fund"]
        oasis.level = "national"
        map.actors = [
            oasis, Actor(id: "A02", name: "State “College”, of; trades", kind: "education"),
            Actor(id: "A03", name: "Idle", kind: "media"),
        ]
        var course = Service(
            actor: "A02",
            activity: "training",
            need: "training",
            place: .at("north"),
            status: .partial,
            name: LocalText(["en": "Evening course, \"free\"", "ky": "Кечки курс"])
        )
        course.source = "visit; 2024"
        map.services = [
            course,
            Service(
                actor: "A01",
                activity: "housing",
                need: nil,
                place: .everywhere,
                status: .provided
            ),
            Service(
                actor: nil,
                activity: nil,
                need: "medical",
                place: .at("town"),
                status: .absent
            ),
            Service(
                actor: "A01",
                activity: nil,
                need: "legal",
                place: .notStated,
                status: .planned
            ),
        ]
        map.relations = [.init(from: "A01", to: "A02", kind: "refers to")]
        return map
    }

    static func fixture(_ name: String) throws -> URL {
        try #require(Bundle.module.resourceURL)
            .appendingPathComponent("Fixtures/Actors/\(name)")
    }

    /// A folder of a study with the files given; removed by the caller.
    static func study(_ files: [String: String]) throws -> URL {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("actors-\(UUID().uuidString)")
        for (name, text) in files {
            let file = folder.appendingPathComponent(name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data(text.utf8).write(to: file)
        }
        return folder
    }

    static let studyText = """
        title: Test
        languages: [en]
        places: {by: region, file: places.csv}
        vocabulary: vocabulary.csv
        actors: {folder: actors, mapped: [north]}

        """
    static let placesText = "code,name\nnorth,North\nsouth,South\n"
}
