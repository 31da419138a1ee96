import Base
import Files
import Foundation
import Report
import Testing

/// A study with a small map of actors.
private enum ActorStudy {
    static let actors = """
        id,name,kind,aliases
        A01,Oasis,ngo_local,PF Oasis;Oasis Fund
        A02,Probation,government,
        A03,Town college,education,
        A04,Silent body,media,
        A05,Silent bodi,media,

        """
    static let services = """
        actor,activity,need,place,status
        PF Oasis,housing,housing,north,
        A02,housing,housing,everywhere,partial
        A02,supervision,,,
        A02,training,training,north,
        A03,training,training,south,
        ,,medical,north,absent
        ,,housing,south,absent

        """
    static let positions = """
        actor,place,influence,interest,champion,reason,source
        A01,north,low,high,yes,It began the work there,two officers
        A02,,high,medium,,,

        """
    static let relations = "from,to,kind,source\nA02,A01,refers to,visit\n"

    static func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        _ = try NewStudy.example(in: folder.path)
        let yaml = folder.file("study.yaml")
        let text = try String(contentsOfFile: yaml, encoding: .utf8)
        try (text + "\nactors: {folder: actors, mapped: [north, south]}\n")
            .write(toFile: yaml, atomically: true, encoding: .utf8)
        try FileManager.default.createDirectory(
            atPath: folder.file("actors"),
            withIntermediateDirectories: true
        )
        for (name, text) in [
            ("actors", actors), ("services", services), ("positions", positions),
            ("relations", relations),
        ] {
            try text.write(
                toFile: folder.file("actors/\(name).csv"),
                atomically: true,
                encoding: .utf8
            )
        }
        return folder
    }
}

@Suite("ashar actors")
struct ActorsCommandTests {
    @Test("imports what is new and says what was joined; nothing where a word is unknown")
    func importing() throws {
        let folder = try ActorStudy.folder()
        let file = folder.file("visit.csv")
        try """
        #org,#org+type,#activity,#adm1
        oasis fund,,legal_social,north
        Legal clinic,education,legal_social,south

        """.write(toFile: file, atomically: true, encoding: .utf8)
        let ending = try Program.run(["actors", "import", folder.path, file])
        #expect(ending.status == 0, "\(ending.complaints)")
        #expect(
            ending.lines == [
                "Read as A01: “oasis fund”",
                "1 new actor, 2 new services, 0 new ties, 0 known already.",
                "They are in \(folder.file("actors/actors-visit.csv")), "
                    + "\(folder.file("actors/services-visit.csv"))",
            ]
        )
        try "#org,#activity\nOasis,juggling\n"
            .write(toFile: file, atomically: true, encoding: .utf8)
        let refused = try Program.run(["actors", "import", folder.path, file, "--json"])
        #expect(refused.status == 1)
        #expect(refused.output.contains("vocabulary.unknown-word"))
        #expect(refused.output.contains("\"files\" : [\n\n  ]"))
    }

    @Test("exports for other programs, and says what is left out")
    func exporting() throws {
        let folder = try ActorStudy.folder()
        let target = folder.file("net.graphml")
        let ending = try Program.run(["actors", "export", folder.path, "--to", target])
        #expect(ending.status == 0)
        #expect(ending.lines == ["The map of actors is in \(target)"])
        #expect(ending.complaints.contains("2 services without an actor"))
        let refused = try Program.run(["actors", "export", folder.path, "--to", "net.doc"])
        #expect(refused.status == 1 && refused.output.isEmpty)
        let nowhere = folder.file("no/where.csv")
        #expect(try Program.run(["actors", "export", folder.path, "--to", nowhere]).status == 2)
    }
}

@Suite("The report's chapter of actors")
struct ActorReportTests {
    @Test("says who does what where, what rests on one, what joins, who judged and what was joined")
    func chapter() throws {
        let folder = try ActorStudy.folder()
        let study = StudyFolder(path: folder.path)
        #expect(study.problems.filter { $0.severity == .error } == [])
        // Names that are near are told and not joined.
        #expect(study.problems.contains { $0.code == "actors.near" })
        let results = try Example.results(in: folder.path)
        let document = ReportDocument(results: results, knowledge: study.knowledge)
        let page = String(decoding: document.html(in: .en), as: UTF8.self)
        let chapter = try #require(
            page.components(separatedBy: "<section id=\"actors\"").dropFirst().first?
                .components(separatedBy: "<h2>").prefix(2).joined()
        )
        for text in [
            "names 5 bodies with 7 services and 1 tie",
            "Services were looked for in: north, south.",
            // North: the foundation provides it. South: in part, as everywhere, and disputed.
            "provided (1): Oasis",
            "in part (1): Probation; said to hold everywhere; another source",
            "said to be absent", "not mentioned", "Money and debts",
            "Services that name no need, and so stand in no row: 1.",
            "have a tie", "Supervision and case work: Probation", "Probation: Town college",
            "Named, but with no service that is provided: Silent body; Silent bodi.",
            "refers to", "Oasis: It began the work there", "Judged by: two officers.",
            "The study does not say who judged.", "PF Oasis; Oasis Fund",
            "may be one actor: Silent body – Silent bodi.",
        ] {
            #expect(chapter.contains(text), "\(text)")
        }
        // The order of the table, and no other.
        let names = ["Oasis", "Probation", "Town college", "Silent body"]
        let table = try #require(
            chapter.components(separatedBy: "id=\"actors-table\"").dropFirst().first
        )
        let places = names.compactMap { table.range(of: ">\($0)<")?.lowerBound }
        #expect(places.count == 4 && places == places.sorted())
    }

    @Test("is in each language, and is not there without a map of actors")
    func languages() throws {
        let folder = try ActorStudy.folder()
        let study = StudyFolder(path: folder.path)
        let results = try Example.results(in: folder.path)
        for (language, heading) in [
            (Language.ru, "Кто что делает и где"), (.ky, "Ким эмнени кайда кылат"),
        ] {
            let with = ReportDocument(results: results, knowledge: study.knowledge)
            #expect(String(decoding: with.html(in: language), as: UTF8.self).contains(heading))
            let without = ReportDocument(results: results)
            #expect(!String(decoding: without.html(in: language), as: UTF8.self).contains(heading))
        }
    }
}
